import { lastMark, unit, units } from "./units.ts";
import { apostrophe, hyphen, nine, withLetter } from "./words.ts";

/** Room for the words of the open step: its first ones, the last ones, and those of one piece of text. */
const headWords = 4096;
/** More than a paragraph that may yet move down into the next step can have. */
const tailWords = 2048;
const pieceUnits = 2048;
const capacity = headWords + tailWords + pieceUnits;

/** What runs on without a space is taken in pieces, so that a line of one letter is many words. */
export const longestWord = 48;
/** A CJK character says about as much as so many letters. */
const cjkLetters = 3;

export const isNumber = 1;
export const opensSentence = 2;

/**
 * The words of the open step, written down as its text streams in; of a very long step only the first and the last.
 * A class, since all of a trace goes through its fields: shared variables of closures are slower by half.
 */
export class WordTape {
  /** Each word as `readWords` says it. */
  readonly words = new Int32Array(capacity);
  /** How many letters each counts for. */
  readonly letters = new Uint8Array(capacity);
  /** `isNumber` and `opensSentence`, added up. */
  readonly flags = new Uint8Array(capacity);
  /** Offset of the unit after each word, from the first unit read. */
  readonly ends = new Int32Array(capacity);
  count = 0;
  received = 0;
  private hash = 0;
  private length = 0;
  private digits = 0;
  private joint = 0;
  private stopped = false;
  private opens = opensSentence;

  /** Reads text, telling after each piece of it which words are new. */
  read(text: string, heard: (from: number) => void): void {
    for (let from = 0; from < text.length; from += pieceUnits) {
      if (this.count > headWords + tailWords) this.forget(headWords, this.count - tailWords);
      const first = this.count;
      this.readPiece(text, from, Math.min(text.length, from + pieceUnits));
      heard(first);
    }
  }

  /** The text ends, and with it its last word and sentence. */
  end(): void {
    if (this.length > 0) this.endWord(this.received);
    this.opens = opensSentence;
  }

  /** How many words end by this offset. */
  countTo(offset: number): number {
    let count = this.count;
    while (count > 0 && (this.ends[count - 1] ?? 0) > offset) count--;
    return count;
  }

  /** Forgets a range of words, the last one excluded. */
  forget(from: number, to: number): void {
    for (const column of [this.words, this.letters, this.flags, this.ends]) {
      column.copyWithin(from, to, this.count);
    }
    this.count -= to - from;
  }

  private readPiece(text: string, from: number, to: number): void {
    const base = this.received - from;
    for (let at = from; at < to;) {
      const code = text.charCodeAt(at);
      const kind = units[code] ?? unit.plain;
      if (kind > lastMark) {
        at = this.readLetters(text, at, to);
        if (this.length >= longestWord) this.endWord(base + at);
      } else {
        this.readMark(code, kind, base + at);
        at++;
      }
    }
    this.received += to - from;
  }

  /** Reads on behind the last letter in a row. */
  private readLetters(text: string, from: number, to: number): number {
    let { hash, length, digits } = this;
    if (this.joint !== 0) {
      hash = withLetter(hash, this.joint);
      length++;
      this.joint = 0;
    }
    let at = from;
    for (; at < to && length < longestWord; at++) {
      const letter = units[text.charCodeAt(at)] ?? unit.plain;
      if (letter <= lastMark) break;
      hash = withLetter(hash, letter);
      length++;
      if (letter <= nine) digits++;
    }
    this.hash = hash;
    this.length = length;
    this.digits = digits;
    this.stopped = false;
    return at;
  }

  private readMark(code: number, kind: number, at: number): void {
    if (this.length > 0) {
      if (this.joint === 0 && (kind === unit.joint || kind === unit.jointCloser)) {
        this.joint = kind === unit.joint ? hyphen : apostrophe;
        return;
      }
      this.endWord(at);
    }
    if (kind === unit.cjk) this.put(code, cjkLetters, at + 1);
    else if (kind === unit.latinStop) this.stopped = true;
    else if (kind === unit.line || kind === unit.cjkStop || (kind === unit.space && this.stopped)) {
      this.opens = opensSentence;
    }
  }

  private endWord(end: number): void {
    this.put(this.hash, this.length, end);
    this.hash = 0;
    this.length = 0;
    this.digits = 0;
    this.joint = 0;
  }

  private put(word: number, letters: number, end: number): void {
    const { count } = this;
    this.words[count] = word;
    this.letters[count] = letters;
    this.flags[count] = this.opens + (this.digits === letters ? isNumber : 0);
    this.ends[count] = end;
    this.count = count + 1;
    this.opens = 0;
  }
}
