import { l10n } from "vscode";
import { revealed } from "../core/code/hiddenCharacters.ts";
import type { StepRecord } from "../core/run/runRecord.ts";
import { kindWordsIn, titleIn } from "../core/run/stepWords.ts";

const kindWords = kindWordsIn(l10n.t);

/** A step as the view's strip names it: `3 Check: What an empty range gives`, in two parts, since the title is the model's. */
export function stepName(number: number, step: Readonly<StepRecord>): { kind: string; title: string } {
  return { kind: `${number} ${kindWords[step.kind]()}`, title: revealed(titleIn(step, l10n.t)) };
}
