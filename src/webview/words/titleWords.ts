import { titleIn } from "../../core/run/stepWords.ts";
import type { StepRecord } from "../../core/run/runRecord.ts";
import { t } from "../l10n.ts";

/** A step's title in the reader's language. */
export function titleWords(step: Pick<StepRecord, "title" | "modelTitle">): string {
  return titleIn(step, t);
}
