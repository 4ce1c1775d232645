import { mark, marks } from "./marks.ts";
import { codeOf, lastMark, unit, units } from "./units.ts";

/** Of the open step the first words are kept and the last: more than a paragraph that may yet move down can have. */
const headWords = 4096;
const tailWords = 2048;
const freshWords = 2048;

/** What runs on without a space is taken in pieces, so that a line of one letter is many words. */
export const longestWord = 48;
/** A CJK character says about as much as so many letters. */
const cjkLetters = 3;

export const isNumber = 1;
export const opensSentence = 2;
export const endsInDigit = 4;
export const isCharacter = 8;

const apostrophe = codeOf("'");
const roundApostrophe = codeOf("’");
const hyphen = codeOf("-");
const nine = codeOf("9");
const lastAscii = 0x7f;
/** Hashes stay small integers. */
const hashMask = 0x3fff_ffff;

/**
 * The words of the open step, read once for all who ask: of a very long step only the first and the last.
 * A class, since all of a trace goes through its fields: shared variables of closures are slower by half.
 */
export class WordTape {
  /** Each word as a number, case folded; apostrophes and hyphens join, each CJK character is a word and its own number. */
  readonly words: Int32Array;
  /** How many letters each counts for. */
  readonly letters: Uint8Array;
  /** `isNumber`, `opensSentence`, `endsInDigit` and `isCharacter`, added up. */
  readonly flags: Uint8Array;
  /** Offset of the unit after each word, from the first unit read. */
  readonly ends: Int32Array;
  count = 0;
  received = 0;
  /** The kinds of marks that the last text has. */
  marks = 0;
  private readonly heard: ((from: number) => void) | undefined;
  private stopped = false;
  private opens = opensSentence;

  /** `heard` is told after each text from which word on they are new. */
  constructor(heard?: (from: number) => void, capacity = headWords + tailWords + freshWords) {
    this.heard = heard;
    this.words = new Int32Array(capacity);
    this.letters = new Uint8Array(capacity);
    this.flags = new Uint8Array(capacity);
    this.ends = new Int32Array(capacity);
  }

  /** Reads the first `length` units of a text that ends no later than its last word; tells which word is new first. */
  read(text: Uint16Array, length: number): number {
    if (this.count + length > this.words.length) this.forget(headWords, this.count - tailWords);
    const first = this.count;
    let before: number = unit.plain;
    /** The kinds of the mark before a word. */
    let led = 0;
    this.marks = 0;
    for (let at = 0; at < length;) {
      const code = text[at] ?? 0;
      const kind = units[code] ?? unit.plain;
      if (kind > lastMark) {
        at = this.readWord(text, at, length);
        this.marks |= led & mark.names;
      } else {
        at++;
        led = marks[code] ?? 0;
        this.marks |= kind === unit.space && before === unit.space ? mark.dress : led & ~mark.names;
        if (kind !== unit.plain) this.readMark(code, kind, this.received + at);
      }
      before = kind;
    }
    this.received += length;
    this.heard?.(first);
    return first;
  }

  /** The text ends, and with it its last sentence. */
  end(): void {
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

  /** Reads a word and tells where it ends. */
  private readWord(text: Uint16Array, from: number, to: number): number {
    let hash = 0;
    let length = 0;
    let digits = 0;
    let last = 0;
    let bits = 0;
    let at = from;
    for (; at < to && length < longestWord; at++) {
      let letter = units[text[at] ?? 0] ?? unit.plain;
      if (letter <= lastMark) {
        const joint =
          at + 1 < to && (units[text[at + 1] ?? 0] ?? unit.plain) > lastMark ? jointOf(letter) : 0;
        if (joint === 0) break;
        if (text[at] === roundApostrophe) this.marks |= mark.dress;
        letter = joint;
      } else {
        if (letter <= nine) digits++;
        last = letter;
        bits |= letter;
      }
      hash = (Math.imul(hash, 31) + letter) & hashMask;
      length++;
    }
    const flags = (digits === length ? isNumber : 0) + (last <= nine ? endsInDigit : 0);
    // Some signs of arithmetic count as letters, none of them in ASCII.
    if (digits > 0 || bits > lastAscii) this.marks |= mark.operator;
    this.letters[this.count] = length;
    this.put(hash, flags, this.received + at);
    this.stopped = false;
    return at;
  }

  private readMark(code: number, kind: number, end: number): void {
    if (kind === unit.cjk) {
      this.letters[this.count] = cjkLetters;
      this.put(code, isCharacter, end);
    } else if (kind === unit.latinStop) {
      this.stopped = true;
    } else if (kind === unit.line || kind === unit.cjkStop || (kind === unit.space && this.stopped)) {
      this.opens = opensSentence;
    }
  }

  private put(word: number, flags: number, end: number): void {
    const { count } = this;
    this.words[count] = word;
    this.flags[count] = flags + this.opens;
    this.ends[count] = end;
    this.count = count + 1;
    this.opens = 0;
  }
}

/** The letter that a mark between two letters counts as, or 0 when it parts them. */
function jointOf(kind: number): number {
  if (kind === unit.joint) return hyphen;
  return kind === unit.jointCloser ? apostrophe : 0;
}
