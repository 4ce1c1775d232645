import { PhraseMemory } from "./phraseMemory.ts";
import { isCjk } from "./units.ts";
import { Votes } from "./votes.ts";
import type { WordTape } from "./wordTape.ts";
import { isNumber } from "./wordTape.ts";

/** Tells which earlier step a step says again. */
export interface Said {
  /** Reads the first `count` words of the tape as a step; gives the number of one that had nearly all it says. */
  repeated(tape: WordTape, step: { number: number; count: number; concludes: boolean }): number | undefined;
}

/** Words that make one phrase; Chinese writes about two characters for a word. */
const phraseWords = 4;
const phraseCharacters = 7;
/** A step of fewer phrases says too little to say it again. */
const fewestPhrases = 16;
/** No more of one step is looked at. */
const mostWords = 3000;
/** The share of a step's phrases that one earlier step must have had, and more of a conclusion: it sums up. */
const shareAgain = 0.65;
const shareConcluded = 0.85;
/** With other numbers the same words are another calculation. */
const mostFreshNumbers = 0.2;

const base = 0x01000193;
/** A word that is a single CJK character is that character; most others are more than any unit. */
const lastUnit = 0xffff;

/** Remembers what the steps of a run said; bounded, however long the run. */
export function createSaid(): Said {
  const memory = new PhraseMemory();
  const votes = new Votes();
  const phrases = new Int32Array(mostWords);

  /** Gathers the phrases of the first words that are kept, and counts them. */
  function readPhrases(words: Int32Array, length: number): number {
    let count = 0;
    for (let at = phraseWords - 1; at < length; at++) {
      const phrase = phraseAt(words, at);
      if (isKept(phrase)) phrases[count++] = phrase;
    }
    return count;
  }

  function freshNumbers(numbers: readonly number[], step: number): number {
    const fresh = numbers.filter((number) => !memory.has(inStep(number, step)));
    return numbers.length === 0 ? 0 : fresh.length / numbers.length;
  }

  /** Keeps the numbers of a step, and gives back each once. */
  function keepNumbers({ words, flags }: WordTape, step: number, count: number): number[] {
    const numbers: number[] = [];
    for (let at = 0; at < count; at++) {
      if (((flags[at] ?? 0) & isNumber) === 0) continue;
      const number = words[at] ?? 0;
      if (memory.keep(inStep(number, step), step)) numbers.push(number);
    }
    return numbers;
  }

  return {
    repeated(tape, { number, count, concludes }) {
      const length = Math.min(count, mostWords);
      const kept = readPhrases(tape.words, length);
      memory.bringNear(phrases, kept);
      let fresh = 0;
      for (let at = 0; at < kept; at++) if (memory.keep(phrases[at] ?? 0, number, votes)) fresh++;
      const numbers = keepNumbers(tape, number, length);
      const best = votes.take();
      if (fresh < fewestPhrases || best.count < fresh * (concludes ? shareConcluded : shareAgain))
        return undefined;
      return freshNumbers(numbers, best.step) <= mostFreshNumbers ? best.step : undefined;
    },
  };
}

/** Every second phrase is enough, the same ones in every step. */
function isKept(phrase: number): boolean {
  return phrase !== 0 && (phrase & 0x100) === 0;
}

/** "7 in step 3": which numbers a step has is remembered among the phrases. */
function inStep(number: number, step: number): number {
  return Math.imul(number ^ 0x5bd1e995, 0x27d4eb2f) ^ Math.imul(step, 0x165667b1);
}

/** The phrase that ends with this word, or 0 when the step has too few before it. */
function phraseAt(words: Int32Array, at: number): number {
  const word = words[at] ?? 0;
  const length = word < lastUnit && isCjk(word) ? phraseCharacters : phraseWords;
  if (at + 1 < length) return 0;
  let hash = length;
  for (let of = at + 1 - length; of <= at; of++) hash = Math.imul(hash ^ (words[of] ?? 0), base);
  return hash;
}
