import type { Candidate } from "./evidence.ts";
import { learnedWeights } from "./learnedWeights.ts";
import { tells } from "./tells.ts";
import { traitsOf } from "./traits.ts";

/** The weights are whole hundredths of log-odds. */
const unit = 0.01;

const bias = Number(learnedWeights["bias"] ?? 0) * unit;
/** Those of all tells, one after the other, so that they lie near together. */
let weights: Int16Array | undefined;

/** What marked traces taught beyond the rules, in log-odds. */
export function learnedFor(candidate: Candidate): number {
  weights ??= Int16Array.from(tells.flatMap(({ name, size }) => read(learnedWeights[name] ?? "", size)));
  const traits = traitsOf(candidate);
  let score = bias;
  let from = 0;
  for (const { at, size } of tells) {
    score += (weights[from + at(traits)] ?? 0) * unit;
    from += size;
  }
  return score;
}

function read(text: string, size: number): number[] {
  const row = text.split(" ").map(Number);
  return Array.from({ length: size }, (_, at) => row[at] ?? 0);
}
