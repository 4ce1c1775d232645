import type { Change, RunHead } from "../../src/core/run/change.ts";
import { stepKinds, type Phase, type StepKind, type StepMarks } from "../../src/core/steps/step.ts";
import { head } from "./sampleRun.ts";

/** Milliseconds each step takes. */
const pace = 3000;

const kindOf = (step: number): StepKind => stepKinds[(step - 1) % stepKinds.length] ?? "frame";

const marks: Readonly<Record<number, StepMarks>> = {
  6: { doubts: true },
  7: { givesUp: 5 },
  11: { repeats: 4, doubts: true },
};

/** Steps `from` to `to`, each closed by the one after it; the last still grows. */
export function steps(from: number, to: number): Change[] {
  const changes: Change[] = [];
  for (let step = from; step <= to; step++) {
    changes.push({
      op: "openStep",
      step,
      title: `Step ${step}`,
      kind: kindOf(step),
      carry: 0,
      at: step * pace,
    });
    if (step > 1) changes.push(closing(step - 1));
    changes.push({ op: "growStep", step, text: `The **text** of ${step}.\n\n`.repeat(1 + (step % 5)) });
  }
  return changes;
}

export function closing(step: number, kind = kindOf(step)): Change {
  const at = (step + 1) * pace;
  return { op: "closeStep", step, title: `Step ${step}`, kind, at, ...marks[step] };
}

/** A run of so many steps, the last still growing. */
export function longRun(count: number, run: RunHead = head): Change[] {
  return [
    { op: "begin", version: 1, run },
    { op: "status", status: { state: "thinking" }, at: 800 },
    ...steps(1, count),
  ];
}

/** Phases that begin at these steps. */
export function phasesAt(...from: number[]): { op: "phases"; phases: Phase[] } {
  return { op: "phases", phases: from.map((step) => ({ from: step, title: `Phase from ${step}` })) };
}

export function ending(count: number): Change[] {
  return [
    closing(count),
    { op: "status", status: { state: "done", finish: "stop" }, at: (count + 2) * pace },
  ];
}
