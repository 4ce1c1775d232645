import { createPhraseMemory } from "./phraseMemory.ts";
import { createWordStream } from "./wordStream.ts";
import { isCjk } from "./units.ts";

/** Tells which earlier step a step says again. */
export interface Said {
  /** Reads a closed step; gives the number of the earlier one that had nearly all it says. */
  repeated(step: { number: number; text: string; concludes: boolean }): number | undefined;
}

/** Words that make one phrase; Chinese writes about two characters for a word. */
const phraseWords = 4;
const phraseCharacters = 7;
/** A step of fewer phrases says too little to say it again. */
const fewestPhrases = 16;
/** No more of one step is looked at. */
const mostUnits = 20_000;
/** The share of a step's phrases that one earlier step must have had, and more of a conclusion: it sums up. */
const shareAgain = 0.6;
const shareConcluded = 0.85;
/** With other numbers the same words are another calculation. */
const mostFreshNumbers = 0.2;

/** Remembers what the steps of a run said; bounded, however long the run. */
export function createSaid(): Said {
  const memory = createPhraseMemory();

  function bestOf(phrases: ReadonlySet<number>): { step: number; share: number } {
    const votes = new Map<number, number>();
    const vote = (step: number) => void votes.set(step, (votes.get(step) ?? 0) + 1);
    for (const phrase of phrases) {
      const at = memory.find(phrase);
      if (at < 0) continue;
      const [first, last] = [memory.firstStep(at), memory.lastStep(at)];
      vote(first);
      if (last !== first) vote(last);
    }
    let best = { step: 0, count: 0 };
    for (const [step, count] of votes) {
      if (count > best.count || (count === best.count && step < best.step)) best = { step, count };
    }
    return { step: best.step, share: best.count / phrases.size };
  }

  function freshNumbers(numbers: ReadonlySet<number>, step: number): number {
    let fresh = 0;
    for (const number of numbers) if (memory.find(inStep(number, step)) < 0) fresh++;
    return numbers.size === 0 ? 0 : fresh / numbers.size;
  }

  return {
    repeated({ number: step, text, concludes }) {
      const { phrases, numbers } = phrasesOf(text.slice(0, mostUnits));
      let again: number | undefined;
      if (phrases.size >= fewestPhrases) {
        const best = bestOf(phrases);
        const enough = best.share >= (concludes ? shareConcluded : shareAgain);
        if (enough && freshNumbers(numbers, best.step) <= mostFreshNumbers) again = best.step;
      }
      for (const phrase of phrases) memory.keep(phrase, step);
      for (const number of numbers) memory.keep(inStep(number, step), step);
      return again;
    },
  };
}

/** "7 in step 3": which numbers a step has is remembered among the phrases. */
function inStep(number: number, step: number): number {
  return Math.imul(number ^ 0x5bd1e995, 0x27d4eb2f) ^ Math.imul(step, 0x165667b1);
}

interface Phrases {
  phrases: Set<number>;
  numbers: Set<number>;
}

function phrasesOf(text: string): Phrases {
  const phrases = new Set<number>();
  const numbers = new Set<number>();
  const words: number[] = [];
  const stream = createWordStream((word, _, isNumber) => {
    words.push(word);
    if (isNumber) numbers.add(word);
  });
  stream.push(text);
  stream.end();
  for (let at = 0; at < words.length; at++) {
    const length = isCjk(words[at] ?? 0) ? phraseCharacters : phraseWords;
    if (at + 1 >= length) phrases.add(hashOf(words, { from: at + 1 - length, length }));
  }
  return { phrases, numbers };
}

function hashOf(words: readonly number[], { from, length }: { from: number; length: number }): number {
  let hash = length;
  for (let at = from; at < from + length; at++) hash = Math.imul(hash ^ (words[at] ?? 0), 0x01000193);
  return hash;
}
