import type { Candidate } from "./evidence.ts";
import { learnedWeights } from "./learnedWeights.ts";
import { tells } from "./tells.ts";
import { traitsOf } from "./traits.ts";

/** The weights are whole hundredths of log-odds. */
const unit = 0.01;

interface Row {
  at: (typeof tells)[number]["at"];
  weights: Float64Array;
}

const bias = Number(learnedWeights["bias"] ?? 0) * unit;
let rows: readonly Row[] | undefined;

/** What marked traces taught beyond the rules, in log-odds. */
export function learnedFor(candidate: Candidate): number {
  rows ??= tells.map(({ name, size, at }) => ({ at, weights: read(learnedWeights[name] ?? "", size) }));
  const traits = traitsOf(candidate);
  let score = bias;
  for (const { at, weights } of rows) score += weights[at(traits)] ?? 0;
  return score;
}

function read(text: string, size: number): Float64Array {
  const weights = new Float64Array(size);
  for (const [at, value] of text.split(" ").entries()) weights[at] = Number(value) * unit;
  return weights;
}
