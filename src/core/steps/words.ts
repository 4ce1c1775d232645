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

const ascii = 0x80;
/** The lower case of each ASCII letter and digit, 0 for all else: most of a trace is ASCII. */
const foldedAscii = Uint8Array.from({ length: ascii }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[a-z0-9]/i.test(character) ? character.toLowerCase().charCodeAt(0) : 0;
});

const apostrophe = 0x27;
const curlyApostrophe = 0x2019;
const hyphen = 0x2d;

/** Reads a text's words in one pass, since every sentence of a trace goes through it. */
export function readWords(text: string): Words {
  const all: number[] = [];
  const telling: number[] = [];
  let characters = 0;
  let from = 0;
  let hash = 0;
  let before = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    const letter =
      code < ascii ? foldedAscii[code] || joinAt(text, at, at > from ? code : 0) : foldOther(text, at, from);
    if (letter !== 0) {
      hash = (Math.imul(hash, 31) + letter) & hashMask;
      continue;
    }
    if (at > from) {
      all.push(hash);
      if (at - from >= tellingLength || isDigit(text.charCodeAt(at - 1))) telling.push(hash);
    }
    if (isCjk(code)) {
      characters++;
      all.push(code);
      if (before !== 0) telling.push(((before << 15) ^ code) & hashMask);
      before = code;
    } else if (at > from || code !== 0) {
      before = 0;
    }
    hash = 0;
    from = at + 1;
  }
  return { count: all.length - characters + characters / charactersPerWord, all, telling };
}

export function isCjk(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

/** An apostrophe or hyphen inside a word belongs to it; both apostrophes are one. */
function joinAt(text: string, at: number, code: number): number {
  if (code !== apostrophe && code !== curlyApostrophe && code !== hyphen) return 0;
  if (!isLetter(text.charCodeAt(at + 1))) return 0;
  return code === hyphen ? hyphen : apostrophe;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function foldOther(text: string, at: number, from: number): number {
  const code = text.charCodeAt(at);
  return isLetter(code) ? code : joinAt(text, at, at > from ? code : 0);
}

/** Letters and digits of scripts that write words apart. */
function isLetter(code: number): boolean {
  if (code < ascii) return foldedAscii[code] !== 0;
  return code >= 0xc0 && code < 0xff00 && !isCjk(code) && !(code >= 0x2000 && code <= 0x303f);
}
