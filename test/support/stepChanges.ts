import { createSplitter } from "../../src/core/steps/splitter.ts";
import type { StepChange } from "../../src/core/steps/step.ts";

/** All that a splitter says of a text that comes in these pieces. */
export function changesOf(pieces: readonly string[]): StepChange[] {
  const changes: StepChange[] = [];
  const splitter = createSplitter({ tell: (change) => changes.push(change) });
  for (const piece of pieces) splitter.push(piece);
  splitter.end();
  return changes;
}

/** How much text comes in one go depends on the cuts; all else must not. */
export function joined(changes: readonly StepChange[]): StepChange[] {
  const all: StepChange[] = [];
  for (const change of changes) {
    const last = all.at(-1);
    if (change.op === "growStep" && last?.op === "growStep" && last.step === change.step)
      last.text += change.text;
    else all.push({ ...change });
  }
  return all;
}
