import { languages } from "./languages.ts";
import type { Cue } from "./cue.ts";
import { learnedKinds } from "./learnedKinds.ts";
import { treeOnDemand } from "./phraseTree.ts";
import type { StepKind } from "./step.ts";
import { stepKinds } from "./step.ts";
import { readWords } from "./words.ts";
import { WordTable } from "./wordTable.ts";

const allCues = languages.flatMap(({ cues }) => cues);
const cueTree = treeOnDemand(allCues, (cue) => cue.phrase);

/** How often each kind comes, as far as nothing else is known. */
const often: Readonly<Record<StepKind, number>> = {
  frame: -0.6,
  plan: 0.1,
  recall: -0.7,
  explore: 0.1,
  compute: 0.3,
  check: 0.2,
  backtrack: -1,
  conclude: -0.4,
};
const usual = Float64Array.from(stepKinds, (kind) => often[kind]);
const width = stepKinds.length;

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

/** By the opener and the cues of the tables, and by what these words add. */
export function kindsBy(weights: KindWeights): MakeKindReader {
  const words = new WordTable(weights.keys());
  const added = Float64Array.from([...weights.values()].flatMap((row) => [...row]));
  return (opener) => createReader(opener, words, added);
}

function createReader(opener: StepKind | undefined, known: WordTable, added: Float64Array): KindReader {
  const scores = usual.slice();
  if (opener) raise(opener, openerCounts);
  /** A bit for each known word, as so small a table costs next to nothing. */
  const heard = new Uint32Array((known.size >> 5) + 1);

  function raise(kind: StepKind, by: number): void {
    const at = stepKinds.indexOf(kind);
    scores[at] = (scores[at] ?? 0) + by;
  }

  function readCues(words: readonly number[], counts: number): void {
    const tree = cueTree();
    const seen: Cue[] = [];
    for (let at = 0; at < words.length && at < mostWords; at++) {
      const cue = tree.longest(words, at)?.row;
      if (!cue || seen.includes(cue)) continue;
      seen.push(cue);
      raise(cue.kind, cue.weight * counts);
    }
  }

  function readWord(word: number): void {
    const number = known.numberOf(word);
    const bit = 1 << (number & 31);
    if (number < 0 || ((heard[number >> 5] ?? 0) & bit) !== 0) return;
    heard[number >> 5] = (heard[number >> 5] ?? 0) | bit;
    const row = number * width;
    for (let kind = 0; kind < width; kind++) scores[kind] = (scores[kind] ?? 0) + (added[row + kind] ?? 0);
  }

  return {
    hear(words, index) {
      if (index < cuedLines) readCues(words, index === 0 ? 1 : laterCounts);
      for (let at = 0; at < words.length && at < mostWords; at++) readWord(words[at] ?? 0);
    },
    scoreOf(kind, { place, symbols }) {
      const score = scores[stepKinds.indexOf(kind)] ?? 0;
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

let learned: MakeKindReader | undefined;

/** By the words, too, that marked steps of each kind had; they are read when first asked for, as activation must not pay for them. */
export function createKindReader(opener: StepKind | undefined): KindReader {
  learned ??= kindsBy(readWeights());
  return learned(opener);
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
