import type { WordTape } from "../steps/wordTape.ts";
import { isNumber, longestWord } from "../steps/wordTape.ts";

/** So many words in a row are said again by no chance. */
const phraseWords = 6;
/** A circle comes round within so many words. */
const reach = 1600;
const slots = 1 << 13;
/** After so many fresh words in a row nothing goes round any more. */
const freshWords = 14;
/** Letters that came round within one stretch of words said before. */
const circleLetters = 600;
/** Tables of numbers repeat themselves without going in circles. */
const numberWeight = 0.25;
/** So much without a letter or a digit is a circle of another kind. */
const wordlessUnits = 2000;

const base = 0x01000193;
const baseOut = Array.from({ length: phraseWords }).reduce<number>((power) => Math.imul(power, base), 1);

/** Words said before, from the first of them on. */
interface Stretch {
  word: number;
  at: number;
  step: number;
}

/**
 * Notices while reasoning comes that the same words come round and round. Its memory is flat.
 * A class, since every word of a trace goes through its fields.
 */
export class LoopGuard {
  /** The step in which the circle began, as soon as there is one. */
  since: number | undefined;
  /** Each phrase with the word it was last said at beside it. */
  private readonly phrases = new Int32Array(2 * slots).fill(-reach);
  private readonly window = new Int32Array(phraseWords);
  private word = 0;
  private hash = 0;
  private step = 1;
  private stretch: Stretch | undefined;
  private fresh = 0;
  private circled = 0;
  private wordEnd = 0;

  /** A step began at this offset. */
  open(step: number, at: number): void {
    this.step = step;
    if (this.stretch && this.stretch.at > at) this.stretch.step = step;
  }

  /** Reads the tape's words from this one on. */
  read(tape: WordTape, from: number): void {
    for (let at = from; at < tape.count && this.since === undefined; at++) {
      const end = tape.ends[at] ?? 0;
      this.notice(end);
      this.wordEnd = end;
      const letters = tape.letters[at] ?? 0;
      const number = ((tape.flags[at] ?? 0) & isNumber) !== 0;
      this.weigh(this.lastSaid(tape.words[at] ?? 0), number ? letters * numberWeight : letters);
    }
    this.notice(tape.received - longestWord);
  }

  private notice(at: number): void {
    if (at - this.wordEnd > wordlessUnits) this.since ??= this.step;
  }

  /** Which word the phrase that this one ends was last said at. */
  private lastSaid(word: number): number {
    const { window, phrases } = this;
    const at = this.word % phraseWords;
    const hash = (Math.imul(this.hash, base) + word - Math.imul(window[at] ?? 0, baseOut)) | 0;
    window[at] = word;
    this.hash = hash;
    const slot = 2 * ((hash ^ (hash >>> 13)) & (slots - 1));
    const before = phrases[slot] === hash ? (phrases[slot + 1] ?? 0) : -reach;
    phrases[slot] = hash;
    phrases[slot + 1] = this.word;
    return before;
  }

  private weigh(before: number, letters: number): void {
    const word = this.word++;
    if (before <= word - reach) {
      this.circled = Math.max(0, this.circled - letters);
      if (++this.fresh >= freshWords) this.stretch = undefined;
      return;
    }
    this.fresh = 0;
    if (!this.stretch) {
      this.stretch = { word, at: this.wordEnd, step: this.step };
      this.circled = 0;
    }
    if (before < this.stretch.word) return;
    this.circled += letters;
    if (this.circled >= circleLetters) this.since = this.stretch.step;
  }
}
