import { createSplitter } from "./splitter.ts";
import type { Step, StepChange } from "./step.ts";

/** Splits a whole text at once; the steps' texts joined are the text. */
export function splitSteps(text: string): Step[] {
  const steps: Step[] = [];
  const splitter = createSplitter({ tell: (change) => applyStep(steps, change) });
  splitter.push(text);
  splitter.end();
  return steps;
}

/** Plays one change into the list of steps, as every reader of a stream of steps does. */
export function applyStep(steps: Step[], change: StepChange): void {
  if (change.op === "openStep") {
    const before = steps.at(-1);
    const carried = before && change.carry > 0 ? before.text.slice(-change.carry) : "";
    if (before) before.text = before.text.slice(0, before.text.length - carried.length);
    steps.push({ title: change.title, kind: change.kind, text: carried });
    return;
  }
  const step = steps[change.step - 1];
  if (!step) throw new Error(`Step ${change.step} was never opened.`);
  if (change.op === "growStep") {
    step.text += change.text;
  } else {
    step.title = change.title;
    step.kind = change.kind;
  }
}
