import type { Translate } from "../run/failureWords.ts";
import type { Intent } from "./intent.ts";

/** What a reader calls each intent; "ask" has words of the reader's own. */
export function intentWordsIn(t: Translate): Readonly<Record<Exclude<Intent, "ask">, () => string>> {
  return {
    explain: () => t("Explain"),
    findBugs: () => t("Find bugs"),
    improve: () => t("Improve"),
    writeTests: () => t("Write tests"),
    caseAgainst: () => t("Case against this answer"),
  };
}
