import { languages } from "./languages.ts";
import { longestPhrase, treeOnDemand } from "./phraseTree.ts";
import type { Turn } from "./turn.ts";
import { readWords } from "./words.ts";

/** A sentence and how it turns on what came before. */
export interface TurningSentence {
  text: string;
  words: readonly number[];
  turns: readonly Turn[];
}

/** A step says how it turns in its first sentences; later ones turn on what the step itself found. */
const readUnits = 500;
const readSentences = 3;
const mostWords = 40;
/** "Hmm." alone opens nothing yet. */
const fillerWords = 3;

const sentenceEnd = /(?<=[.!?…])\s+|(?<=[。！？])|\n+/u;

const allTurns = languages.flatMap(({ turns }) => turns);
const openingTree = treeOnDemand(allTurns, ({ phrase }) => phrase);
const innerTree = treeOnDemand(
  allTurns.filter(({ anywhere }) => anywhere),
  ({ phrase }) => phrase,
);

/** The first sentences of a step and how each of them turns. */
export function openingOf(text: string): TurningSentence[] {
  let opens = true;
  return sentencesOf(text.trimStart().slice(0, readUnits))
    .slice(0, readSentences)
    .map((sentence) => {
      const read = readSentence(sentence, opens);
      opens &&= read.words.length <= fillerWords;
      return read;
    });
}

/** The last sentences of a step and how each of them turns. */
export function closingOf(text: string): TurningSentence[] {
  return sentencesOf(text.trimEnd().slice(-readUnits))
    .slice(-readSentences)
    .map((sentence) => readSentence(sentence, false));
}

function sentencesOf(text: string): string[] {
  return text.split(sentenceEnd).filter((sentence) => sentence.trim() !== "");
}

function readSentence(text: string, opens: boolean): TurningSentence {
  const words = readWords(text).all.slice(0, mostWords);
  const turns: Turn[] = [];
  for (let at = 0; at < words.length; at++) {
    const turn = longestPhrase(opens && at === 0 ? openingTree() : innerTree(), words, at)?.row;
    if (turn) turns.push(turn);
  }
  return { text, words, turns };
}

export function turnsSo(sentences: readonly TurningSentence[], so: Turn["turn"]): boolean {
  return sentences.some(({ turns }) => turns.some(({ turn }) => turn === so));
}
