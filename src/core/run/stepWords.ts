import { unnamedTitle, type StepKind } from "../steps/step.ts";
import type { Translate } from "./failureWords.ts";
import type { StepRecord } from "./runRecord.ts";
import type { Verdict } from "./verdict.ts";

/** What a reader calls each kind. */
export function kindWordsIn(t: Translate): Readonly<Record<StepKind, () => string>> {
  return {
    frame: () => t("Frame"),
    plan: () => t("Plan"),
    recall: () => t("Recall"),
    explore: () => t("Explore"),
    compute: () => t("Work out"),
    check: () => t("Check"),
    backtrack: () => t("Back"),
    conclude: () => t("Conclude"),
  };
}

/** What a reader has said of a step, as a remark on it. */
export function verdictWordsIn(t: Translate): Readonly<Record<Verdict, () => string>> {
  return {
    right: () => t("judged right"),
    wrong: () => t("judged wrong"),
    unsure: () => t("judged unsure"),
  };
}

/** A step's title, the model's where it wrote one; the one that only holds the place in the reader's language. */
export function titleIn(
  { title, modelTitle }: Pick<StepRecord, "title" | "modelTitle">,
  t: Translate,
): string {
  if (modelTitle !== undefined) return modelTitle;
  return title === unnamedTitle ? t("Thinking") : title;
}
