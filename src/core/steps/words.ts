/** The words of a sentence as numbers, so that looking them up costs no strings. */
export interface Words {
  /** How many a reader would count, in any mix of scripts. */
  count: number;
  /** Each word, case folded; apostrophes and hyphens join, each CJK character is a word. */
  all: readonly number[];
  /** Those that tell one subject from another: long words, numbers, pairs of CJK characters. */
  telling: readonly number[];
}

/** Reads words while their text streams in. */
export interface WordReader {
  /** Reads a part of a text, which may begin and end inside a word. */
  read(text: string, from: number, to: number): void;
  /** Ends the last word and hands over all since the last time. */
  take(): Words;
}

/** CJK scripts write without spaces: about 1.6 characters say what one English word says. */
const charactersPerWord = 1.6;
/** Shorter words tell little of what a text is about. */
const tellingLength = 4;
/** Hashes stay small integers. */
const hashMask = 0x3fff_ffff;

const apostrophe = 0x27;
const curlyApostrophe = 0x2019;
const hyphen = 0x2d;
/** Stands in the table for marks that join two letters and end a word anywhere else. */
const joins = 1;

const ascii = 0x80;
/** The lower case of each ASCII letter and digit, 0 for what ends a word: most of a trace is ASCII. */
const foldedAscii = Uint8Array.from({ length: ascii }, (_, code) => {
  if (code === apostrophe || code === hyphen) return joins;
  const character = String.fromCharCode(code);
  return /[a-z0-9]/i.test(character) ? character.toLowerCase().charCodeAt(0) : 0;
});

/** Reads each unit once and holds no text, since all of a trace goes through it. */
export function createWordReader(): WordReader {
  let all: number[] = [];
  let telling: number[] = [];
  let characters = 0;
  let hash = 0;
  let length = 0;
  let digitLast = false;
  /** A mark after a letter that joins it to the next one, if that comes. */
  let joint = 0;
  /** The CJK character before, which makes a pair with the next. */
  let before = 0;

  function endWord(): void {
    all.push(hash);
    if (length >= tellingLength || digitLast) telling.push(hash);
    hash = 0;
    length = 0;
  }

  function join(): void {
    hash = (Math.imul(hash, 31) + joint) & hashMask;
    length++;
    joint = 0;
  }

  /** Reads what is no letter. */
  function readMark(code: number, folded: number): void {
    if (folded === joins && length > 0 && joint === 0) {
      joint = code === hyphen ? hyphen : apostrophe;
      return;
    }
    if (length > 0) endWord();
    if (joint !== 0 || !isCjk(code)) before = 0;
    joint = 0;
    if (isCjk(code)) readCjk(code);
  }

  function readCjk(code: number): void {
    characters++;
    all.push(code);
    if (before !== 0) telling.push(((before << 15) ^ code) & hashMask);
    before = code;
  }

  return {
    read(text, from, to) {
      for (let at = from; at < to; at++) {
        const code = text.charCodeAt(at);
        const folded = code < ascii ? (foldedAscii[code] ?? 0) : foldOther(code);
        if (folded <= joins) {
          readMark(code, folded);
          continue;
        }
        if (joint !== 0) join();
        hash = (Math.imul(hash, 31) + folded) & hashMask;
        length++;
        digitLast = folded <= 0x39;
      }
    },
    take() {
      if (length > 0) endWord();
      const words = { count: all.length - characters + characters / charactersPerWord, all, telling };
      all = [];
      telling = [];
      characters = 0;
      joint = 0;
      before = 0;
      return words;
    },
  };
}

/** Reads the words of a whole text. */
export function readWords(text: string): Words {
  const reader = createWordReader();
  reader.read(text, 0, text.length);
  return reader.take();
}

export function isCjk(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

/** Letters and digits of scripts that write words apart stand for themselves. */
function foldOther(code: number): number {
  if (code === curlyApostrophe) return joins;
  return code >= 0xc0 && code < 0xff00 && !isCjk(code) && !(code >= 0x2000 && code <= 0x303f) ? code : 0;
}
