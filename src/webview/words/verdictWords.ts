import { verdictWordsIn } from "../../core/run/stepWords.ts";
import type { StepRecord } from "../../core/run/runRecord.ts";
import type { Verdict } from "../../core/run/verdict.ts";
import { count, t } from "../l10n.ts";

/** What a reader has said of a step; its icon is in the style sheet. */
export const verdictWords = verdictWordsIn(t);

/** The word on the button that says it. */
export const verdictNames: Readonly<Record<Verdict, () => string>> = {
  right: () => t("Right"),
  wrong: () => t("Wrong"),
  unsure: () => t("Unsure"),
};

/** How many steps the reader has judged, "" for none. */
export function judgedWords(steps: readonly Readonly<StepRecord>[]): string {
  const judged = steps.filter(({ verdict }) => verdict !== undefined);
  const wrong = judged.filter(({ verdict }) => verdict === "wrong").length;
  if (judged.length === 0) return "";
  if (wrong === 0) return t("{0} judged", count(judged.length));
  return t("{0} judged, {1} wrong", count(judged.length), count(wrong));
}
