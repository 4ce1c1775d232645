import { languages } from "./languages.ts";
import type { Cue } from "./cue.ts";
import { longestPhrase, mayBegin, treeOnDemand } from "./phraseTree.ts";
import type { StepKind } from "./step.ts";
import { stepKinds } from "./step.ts";

const allCues = languages.flatMap(({ cues }) => cues);
const cueTree = treeOnDemand(allCues, (cue) => cue.phrase);

/** How often each kind comes, as far as nothing else is known. */
const usual: Readonly<KindScores> = {
  frame: -0.6,
  plan: 0.1,
  recall: -0.7,
  explore: 0.1,
  compute: 0.3,
  check: 0.2,
  backtrack: -1,
  conclude: -0.4,
};

const mostWords = 40;
const readLines = 4;
const laterCounts = 0.5;
const openerCounts = 1;
const firstStepFrames = 3;
const lastStepConcludes = 1.5;
const symbolsCompute = 1.5;

/** Where a step stands in its trace; the last is known as such only when the trace has ended. */
export type Place = "first" | "inner" | "last";

export type KindScores = Record<StepKind, number>;

export function beginKinds(openerKind: StepKind | undefined): KindScores {
  const scores = { ...usual };
  if (openerKind) scores[openerKind] += openerCounts;
  return scores;
}

/** Adds what the cues of a step's sentence tell; the first sentence tells most. */
export function readCues(scores: KindScores, words: readonly number[], index: number): void {
  if (index >= readLines) return;
  const tree = cueTree();
  const seen: Cue[] = [];
  for (let at = 0; at < words.length && at < mostWords; at++) {
    const cue = mayBegin(tree, words[at] ?? 0) ? longestPhrase(tree, words, at)?.row : undefined;
    if (!cue || seen.includes(cue)) continue;
    seen.push(cue);
    scores[cue.kind] += cue.weight * (index === 0 ? 1 : laterCounts);
  }
}

/** What a step mainly does, by its opener and cues, by formulas and code, and by its place. */
export function kindFrom(
  scores: KindScores,
  { place, symbols }: { place: Place; symbols: boolean },
): StepKind {
  let best: StepKind = "frame";
  let most = Number.NEGATIVE_INFINITY;
  for (const kind of stepKinds) {
    let score = scores[kind];
    if (kind === "compute" && symbols) score += symbolsCompute;
    if (kind === "frame" && place === "first") score += firstStepFrames;
    if (kind === "conclude" && place === "last") score += lastStepConcludes;
    if (score > most) [best, most] = [kind, score];
  }
  return best;
}
