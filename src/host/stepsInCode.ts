import type { Disposable } from "vscode";
import { createLineMarks, type LineMarks } from "./lineMarks.ts";
import { registerMarkHover } from "./markHover.ts";
import { followRunCode } from "./runCode.ts";
import type { Runs } from "./runs.ts";
import { createShowStep, type ShowStep } from "./showStep.ts";
import { registerStepLenses } from "./stepLenses.ts";
import type { Viewer } from "./viewer.ts";

/** What the steps of a run say of the code, shown where the code is, and the way back to them. */
export interface StepsInCode extends Disposable {
  readonly marks: LineMarks;
  readonly showStep: ShowStep;
}

export function createStepsInCode(runs: Runs, viewer: Viewer): StepsInCode {
  const code = followRunCode(runs);
  const marks = createLineMarks(code);
  const parts = [code, marks, registerMarkHover(code, marks), registerStepLenses(code)];
  return {
    marks,
    showStep: createShowStep(code, viewer),
    dispose() {
      for (const part of parts) part.dispose();
    },
  };
}
