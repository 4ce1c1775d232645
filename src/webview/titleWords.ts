import type { StepRecord } from "../core/run/runRecord.ts";
import { unnamedTitle } from "../core/steps/step.ts";
import { t } from "./l10n.ts";

/** A step's title, the model's where it wrote one; the one that only holds the place in the reader's language. */
export function titleWords({ title, modelTitle }: Pick<StepRecord, "title" | "modelTitle">): string {
  if (modelTitle !== undefined) return modelTitle;
  return title === unnamedTitle ? t("Thinking") : title;
}
