import { languages } from "./languages.ts";
import type { Cue } from "./cue.ts";
import { learnedKinds } from "./learnedKinds.ts";
import { longestPhrase, mayBegin, treeOnDemand } from "./phraseTree.ts";
import type { StepKind } from "./step.ts";
import { stepKinds } from "./step.ts";
import { readWords } from "./words.ts";

const allCues = languages.flatMap(({ cues }) => cues);
const cueTree = treeOnDemand(allCues, (cue) => cue.phrase);

/** How often each kind comes, as far as nothing else is known. */
const usual: Readonly<Record<StepKind, number>> = {
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
const cuedLines = 4;
const laterCounts = 0.5;
const openerCounts = 1;
const firstStepFrames = 3;
const lastStepConcludes = 1.5;
const symbolsCompute = 1.5;
/** The learned weights are whole hundredths of log-odds. */
const unit = 0.01;

/** Where a step stands; the last of a trace is known as such only when the trace has ended. */
export interface Standing {
  place: "first" | "inner" | "last";
  /** Much of it is formulas or code. */
  symbols: boolean;
}

/** What each word adds for each kind, in the order of `stepKinds`, in log-odds. */
export type KindWeights = ReadonlyMap<number, Float64Array>;

/** Hears the first sentences of a step and tells what it mainly does. */
export interface KindReader {
  /** The first sentence has the index 0 and tells most. */
  hear(words: readonly number[], index: number): void;
  /** How much speaks for a kind, in log-odds. */
  scoreOf(kind: StepKind, standing: Standing): number;
}

/** Makes the reader of a step that opens so. */
export type MakeKindReader = (opener: StepKind | undefined) => KindReader;

/** By the opener and the cues of the tables, and by the words that marked steps of each kind had. */
export function createKindReader(
  opener: StepKind | undefined,
  weights: KindWeights = weightsOnDemand(),
): KindReader {
  const scores = { ...usual };
  if (opener) scores[opener] += openerCounts;
  const heard = new Set<number>();

  function readCues(words: readonly number[], counts: number): void {
    const tree = cueTree();
    const seen: Cue[] = [];
    for (let at = 0; at < words.length && at < mostWords; at++) {
      const cue = mayBegin(tree, words[at] ?? 0) ? longestPhrase(tree, words, at)?.row : undefined;
      if (!cue || seen.includes(cue)) continue;
      seen.push(cue);
      scores[cue.kind] += cue.weight * counts;
    }
  }

  return {
    hear(words, index) {
      if (index < cuedLines) readCues(words, index === 0 ? 1 : laterCounts);
      for (let at = 0; at < words.length && at < mostWords; at++) {
        const word = words[at] ?? 0;
        const row = weights.get(word);
        if (!row || heard.has(word)) continue;
        heard.add(word);
        for (const [kind, name] of stepKinds.entries()) scores[name] += row[kind] ?? 0;
      }
    },
    scoreOf(kind, { place, symbols }) {
      const score = scores[kind];
      if (kind === "compute" && symbols) return score + symbolsCompute;
      if (kind === "frame" && place === "first") return score + firstStepFrames;
      return kind === "conclude" && place === "last" ? score + lastStepConcludes : score;
    },
  };
}

/** The kind that most speaks for. */
export function kindBy(reader: KindReader, standing: Standing): StepKind {
  let best: StepKind = "frame";
  let most = Number.NEGATIVE_INFINITY;
  for (const kind of stepKinds) {
    const score = reader.scoreOf(kind, standing);
    if (score > most) [best, most] = [kind, score];
  }
  return best;
}

let read: KindWeights | undefined;

/** Read when they are first asked for: activation must not pay for them. */
function weightsOnDemand(): KindWeights {
  return (read ??= readWeights());
}

function readWeights(): KindWeights {
  const columns = stepKinds.map((kind) => learnedKinds[kind].split(" "));
  return new Map(
    learnedKinds.words
      .split(" ")
      .map((word, at) => [
        readWords(word).all[0] ?? 0,
        Float64Array.from(columns, (column) => Number(column[at]) * unit),
      ]),
  );
}
