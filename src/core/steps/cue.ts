import type { StepKind } from "./step.ts";

/** A phrase that tells what a step does, wherever it stands in its first sentences. */
export interface Cue {
  /** Words in lower case; `(a|b)` stands for either. */
  phrase: string;
  kind: StepKind;
  weight: number;
}
