import type { Candidate } from "../src/core/steps/evidence.ts";
import { evidenceOf } from "../src/core/steps/evidence.ts";
import { isLearned } from "../src/core/steps/score.ts";
import { createSplitter } from "../src/core/steps/splitter.ts";
import { tells } from "../src/core/steps/tells.ts";
import { traitsOf } from "../src/core/steps/traits.ts";
import type { Example } from "./logistic.ts";
import { fitLogistic } from "./logistic.ts";
import type { Judge } from "./stepsFigures.ts";
import type { GoldTrace } from "./stepsGold.ts";
import { marksOf } from "./stepsGold.ts";

/** How much each kind of mark counts: where the reader doubted, a cut is hardly wrong and hardly right. */
const counts = { cut: 1, soft: 0.6, also: 0.3, none: 1 };
/** Lets the learned weights correct the rules, not replace them; for each time the traces are read. */
const ridge = 30;
const rounds = 150;
/** A trace is read in the steps that the reader made and so often in those that the weights so far make. */
const ownReadings = 2;
/**
 * Log-odds added for scripts with spaces and for CJK, so that about as many steps come out as a reader makes:
 * nearly every Chinese paragraph may open a step, in other texts a missed cut costs more than one too many.
 */
const lifts = [0.1, -0.7];

const offsets: number[] = [];
let size = 1;
for (const tell of tells) {
  offsets.push(size);
  size += tell.size;
}

/** Weight 0 is the bias, then those of each tell, drawer by drawer. */
export function trainModel(traces: readonly GoldTrace[]): Float64Array {
  const examples = traces.flatMap((trace) => examplesOf(trace));
  let weights = fitLogistic(examples, { size, ridge: 2 * ridge, rounds });
  for (let reading = 1; reading <= ownReadings; reading++) {
    const judge = judgeBy(weights);
    examples.push(...traces.flatMap((trace) => examplesOf(trace, judge)));
    weights = fitLogistic(examples, { size, ridge: (1 + reading) * ridge, rounds });
  }
  const scripts = offsets[tells.findIndex(({ name }) => name === "cjk")] ?? 0;
  for (const [at, lift] of lifts.entries()) weights[scripts + at] = (weights[scripts + at] ?? 0) + lift;
  return weights;
}

/** The judge that the splitter will have once the weights are written down. */
export function judgeBy(weights: Float64Array): Judge {
  return (candidate) => {
    let score = evidenceOf(candidate);
    if (!isLearned(candidate)) return score;
    for (const at of featuresOf(candidate)) score += weights[at] ?? 0;
    return score;
  };
}

/** The weights as they are written down: whole hundredths, drawer by drawer, under the tell's name. */
export function rowsOf(weights: Float64Array): [string, string][] {
  const text = (from: number, length: number): string =>
    Array.from(weights.subarray(from, from + length), (weight) => Math.round(weight * 100) || 0).join(" ");
  return [
    ["bias", text(0, 1)],
    ...tells.map((tell, at): [string, string] => [tell.name, text(offsets[at] ?? 0, tell.size)]),
  ];
}

function featuresOf(candidate: Candidate): number[] {
  const traits = traitsOf(candidate);
  return [0, ...tells.map((tell, at) => (offsets[at] ?? 0) + tell.at(traits))];
}

/** Every candidate of a trace, met in the steps that the reader made or in those that a judge makes. */
function examplesOf(trace: GoldTrace, judge?: Judge): Example[] {
  const marks = marksOf(trace);
  const examples: Example[] = [];
  const judgeMarked: Judge = (candidate) => {
    const mark = marks.at(candidate.paragraph.start);
    const target = mark === "cut" || mark === "soft" ? 1 : 0;
    if (isLearned(candidate)) {
      const features = featuresOf(candidate);
      examples.push({ features, target, weight: counts[mark], prior: evidenceOf(candidate) });
    }
    return judge ? judge(candidate) : target - 0.5;
  };
  const splitter = createSplitter({ tell: () => {}, judge: judgeMarked });
  splitter.push(trace.reasoning);
  splitter.end();
  return examples;
}
