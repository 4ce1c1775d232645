import { languages } from "./languages.ts";
import { treeOnDemand } from "./phraseTree.ts";
import type { Turn } from "./turn.ts";
import { opensSentence, type WordTape } from "./wordTape.ts";

/** How a step turns on what came before it, and where it says so. */
export interface Turning {
  turn: Turn;
  /** Index of the sentence among those read. */
  sentence: number;
  /** The sentence reaches from behind this offset to this one, both as the tape counts. */
  from: number;
  to: number;
}

/** A step says how it turns in its first sentences; later ones turn on what the step itself found. */
const readSentences = 3;
const mostWords = 40;
/** A sentence is looked for no further back than this. */
const longestSentence = 200;
/** "Hmm." alone opens nothing yet. */
const fillerWords = 3;

const allTurns = languages.flatMap(({ turns }) => turns);
const openingTree = treeOnDemand(allTurns, ({ phrase }) => phrase);
const innerTree = treeOnDemand(
  allTurns.filter(({ anywhere }) => anywhere),
  ({ phrase }) => phrase,
);

/** How a step of the tape's first `count` words turns in its first sentences. */
export function openingOf(tape: WordTape, count: number): Turning[] {
  const turnings: Turning[] = [];
  let opens = true;
  let from = 0;
  for (let sentence = 0; sentence < readSentences && from < count; sentence++) {
    const to = sentenceEnd(tape, from, count);
    readSentence(tape, { sentence, from, to, opens }, turnings);
    opens &&= to - from <= fillerWords;
    from = to;
  }
  return turnings;
}

/** It questions what was found; one that opens with an idea of its own questions that one. */
export function doubts(opening: readonly Turning[]): boolean {
  const [first] = opening;
  if (first?.sentence === 0 && !first.turn.anywhere && first.turn.turn !== "doubts") return false;
  return opening.some(({ turn }) => turn.turn === "doubts");
}

/** How it turns in its last sentences. */
export function closingOf(tape: WordTape, count: number): Turning[] {
  const turnings: Turning[] = [];
  let to = count;
  for (let sentence = 0; sentence < readSentences && to > 0; sentence++) {
    let from = to - 1;
    while (from > 0 && to - from < longestSentence && !opensAt(tape, from)) from--;
    readSentence(tape, { sentence, from, to, opens: false }, turnings);
    to = from;
  }
  return turnings;
}

function opensAt({ flags }: WordTape, at: number): boolean {
  return ((flags[at] ?? 0) & opensSentence) !== 0;
}

function sentenceEnd(tape: WordTape, from: number, count: number): number {
  let to = from + 1;
  while (to < count && !opensAt(tape, to)) to++;
  return to;
}

interface Span {
  sentence: number;
  from: number;
  to: number;
  opens: boolean;
}

function readSentence(tape: WordTape, { sentence, from, to, opens }: Span, into: Turning[]): void {
  const read = Math.min(to, from + mostWords);
  let words: Int32Array | undefined;
  for (let at = from; at < read; at++) {
    const tree = opens && at === from ? openingTree() : innerTree();
    if (!tree.mayBegin(tape.words[at] ?? 0)) continue;
    words ??= tape.words.subarray(from, read);
    const turn = tree.longest(words, at - from)?.row;
    if (turn) into.push({ turn, sentence, from: tape.ends[from - 1] ?? 0, to: tape.ends[to - 1] ?? 0 });
  }
}
