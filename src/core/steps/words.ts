import { lastMark, unit, units } from "./units.ts";

/** The words of a sentence as numbers, so that looking them up costs no strings. */
export interface Words {
  /** How many a reader would count, in any mix of scripts. */
  count: number;
  /** Each word, case folded; apostrophes and hyphens join, each CJK character is a word. */
  all: readonly number[];
  /** Those that tell one subject from another: long words, numbers, pairs of CJK characters. */
  telling: readonly number[];
}

/** CJK scripts write without spaces: about 1.6 characters say what one English word says. */
const charactersPerWord = 1.6;
/** Shorter words tell little of what a text is about. */
const tellingLength = 4;
/** Hashes stay small integers. */
const hashMask = 0x3fff_ffff;
export const apostrophe = 0x27;
export const hyphen = 0x2d;
export const nine = 0x39;

/**
 * Reads the words of a text that streams in, each unit once and holding none.
 * A class, since all of a trace goes through its fields: variables that closures share are slower by half.
 */
export class WordReader {
  /** The line end or stop that reading came to, or 0. */
  mark = 0;
  private all: number[] = [];
  private telling: number[] = [];
  private characters = 0;
  private hash = 0;
  private length = 0;
  /** The last letter of the word. */
  private last = 0;
  /** A mark after a letter that joins it to the next one, if that comes. */
  private joint = 0;
  /** The CJK character before, which makes a pair with the next. */
  private before = 0;

  /** Reads on behind the next line end or stop, at most to `to`; gives back how far it came. */
  read(text: string, from: number, to: number): number {
    let { hash, length, last } = this;
    let mark = 0;
    let at = from;
    while (at < to && mark === 0) {
      const code = text.charCodeAt(at++);
      const kind = units[code] ?? unit.plain;
      if (kind > lastMark) {
        if (this.joint !== 0) {
          hash = withLetter(hash, this.joint);
          length++;
          this.joint = 0;
        }
        hash = withLetter(hash, kind);
        length++;
        last = kind;
        continue;
      }
      if (length > 0) {
        if (this.joint === 0 && (kind === unit.joint || kind === unit.jointCloser)) {
          this.joint = kind === unit.joint ? hyphen : apostrophe;
          continue;
        }
        this.endWord(hash, length, last);
        hash = 0;
        length = 0;
      }
      if (kind === unit.line || kind >= unit.latinStop) mark = kind;
      this.readMark(code, kind);
    }
    this.hash = hash;
    this.length = length;
    this.last = last;
    this.mark = mark;
    return at;
  }

  /** Ends the last word and hands over all since the last time. */
  take(): Words {
    if (this.length > 0) this.endWord(this.hash, this.length, this.last);
    const { all, telling, characters } = this;
    this.all = [];
    this.telling = [];
    this.hash = 0;
    this.length = 0;
    this.joint = 0;
    this.before = 0;
    this.characters = 0;
    return { count: all.length - characters + characters / charactersPerWord, all, telling };
  }

  private endWord(hash: number, length: number, last: number): void {
    this.all.push(hash);
    if (length >= tellingLength || last <= nine) this.telling.push(hash);
  }

  private readMark(code: number, kind: number): void {
    if (kind !== unit.cjk || this.joint !== 0) this.before = 0;
    this.joint = 0;
    if (kind !== unit.cjk) return;
    this.characters++;
    this.all.push(code);
    if (this.before !== 0) this.telling.push(((this.before << 15) ^ code) & hashMask);
    this.before = code;
  }
}

/** Reads the words of a whole text. */
export function readWords(text: string): Words {
  const reader = new WordReader();
  for (let at = 0; at < text.length;) at = reader.read(text, at, text.length);
  return reader.take();
}

/** The number of a word that goes on with this letter. */
export function withLetter(hash: number, letter: number): number {
  return (Math.imul(hash, 31) + letter) & hashMask;
}
