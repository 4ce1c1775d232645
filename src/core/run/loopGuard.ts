import { createWordStream } from "../steps/wordStream.ts";

/** Notices while reasoning comes that the same words come round and round. */
export interface LoopGuard {
  grow(text: string): void;
  /** A step began, with the last `carry` units of what has come. */
  open(step: number, carry: number): void;
  /** The step in which the circle began, as soon as there is one. */
  readonly since: number | undefined;
}

/** So many words in a row are said again by no chance. */
const phraseWords = 6;
/** A circle comes round within so many words. */
const reach = 1600;
const slots = 1 << 13;
/** After so many fresh words in a row nothing goes round any more. */
const freshWords = 14;
/** Letters that came round within one stretch of words said before. */
const circleUnits = 600;
/** Tables of numbers repeat themselves without going in circles. */
const numberWeight = 0.25;
/** So much without a letter or a digit is a circle of another kind. */
const wordlessUnits = 2000;

const base = 0x01000193;
const baseOut = Array.from({ length: phraseWords }).reduce<number>((power) => Math.imul(power, base), 1);

/** Words said before, from the first of them on. */
interface Stretch {
  firstWord: number;
  at: number;
  step: number;
}

/** Its memory is flat, and however the text is cut it says the same. */
export function createLoopGuard(): LoopGuard {
  const phrases = new Int32Array(slots);
  const places = new Int32Array(slots).fill(-reach);
  const window = new Int32Array(phraseWords);
  let word = 0;
  let hash = 0;
  let received = 0;
  let open = { step: 1, at: 0 };
  let stretch: Stretch | undefined;
  let fresh = 0;
  let circled = 0;
  let wordEnd = 0;
  let since: number | undefined;
  const stream = createWordStream(take);

  function take(said: number, units: number, isNumber: boolean): void {
    if (stream.wordEnd - wordEnd > wordlessUnits) since ??= open.step;
    wordEnd = stream.wordEnd;
    const at = word % phraseWords;
    hash = (Math.imul(hash, base) + said - Math.imul(window[at] ?? 0, baseOut)) | 0;
    window[at] = said;
    const slot = (hash ^ (hash >>> 13)) & (slots - 1);
    const before = phrases[slot] === hash ? (places[slot] ?? 0) : -reach;
    phrases[slot] = hash;
    places[slot] = word;
    weigh(before, isNumber ? units * numberWeight : units);
    word++;
  }

  /** Weighs a word whose phrase was last said at `before`. */
  function weigh(before: number, units: number): void {
    if (before <= word - reach) {
      circled = Math.max(0, circled - units);
      if (++fresh >= freshWords) stretch = undefined;
      return;
    }
    fresh = 0;
    if (!stretch) {
      stretch = { firstWord: word, at: stream.wordEnd, step: open.step };
      circled = 0;
    }
    if (before < stretch.firstWord) return;
    circled += units;
    if (circled >= circleUnits) since ??= stretch.step;
  }

  return {
    get since() {
      return since;
    },
    grow(text) {
      if (since !== undefined) return;
      stream.push(text);
      received += text.length;
      if (received - wordEnd > wordlessUnits + 48) since ??= open.step;
    },
    open(step, carry) {
      open = { step, at: received - carry };
      if (stretch && stretch.at > open.at) stretch.step = step;
    },
  };
}
