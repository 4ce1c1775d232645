import type { RunStatus } from "./change.ts";
import type { Translate } from "./failureWords.ts";

/** What a reader calls each state of a run. */
export function stateWordsIn(t: Translate): Readonly<Record<RunStatus["state"], () => string>> {
  return {
    waiting: () => t("Waiting"),
    thinking: () => t("Thinking"),
    answering: () => t("Answering"),
    done: () => t("Done"),
    stopped: () => t("Stopped"),
    cutOff: () => t("Cut off"),
    failed: () => t("Failed"),
  };
}
