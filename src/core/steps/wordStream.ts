import { isCjk } from "./units.ts";

/** A word as it went by. */
export interface TakeWord {
  /** `word` is its hash, case folded; `units` how many Latin letters it counts for; `isNumber` when it is digits. */
  (word: number, units: number, isNumber: boolean): void;
}

/** Reads words from text cut anywhere; the last one is handed over at the end. */
export interface WordStream {
  push(text: string): void;
  end(): void;
  /** Offset of the unit after the word that is being taken. */
  readonly wordEnd: number;
}

/** What runs on without a space is taken in pieces, so that a line of one letter is many words. */
const longestWord = 48;
/** A Chinese character says about as much as so many letters. */
const cjkUnits = 3;

const ascii = 0x80;
/** The lower case of each ASCII letter and digit, 1 for the apostrophe that joins, 0 for what stands between words. */
const folded = Uint8Array.from({ length: ascii }, (_, code) => {
  const character = String.fromCharCode(code);
  if (character === "'") return 1;
  return /[a-z0-9]/i.test(character) ? character.toLowerCase().charCodeAt(0) : 0;
});

export function createWordStream(take: TakeWord): WordStream {
  let hash = 0;
  let units = 0;
  let digits = 0;
  let received = 0;
  let wordEnd = 0;

  function finish(at: number): void {
    wordEnd = at;
    take(hash, units, digits === units);
    hash = units = digits = 0;
  }

  return {
    get wordEnd() {
      return wordEnd;
    },
    push(text) {
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        const letter = code < ascii ? (folded[code] ?? 0) : foldOther(code);
        if (letter > 1) {
          hash = (Math.imul(hash, 31) + letter) | 0;
          units++;
          if (letter < 0x3a) digits++;
          if (units === longestWord) finish(received + at + 1);
        } else if (letter === 0) {
          if (units > 0) finish(received + at);
          if (code >= ascii && isCjk(code)) {
            wordEnd = received + at + 1;
            take(code, cjkUnits, false);
          }
        }
      }
      received += text.length;
    },
    end() {
      if (units > 0) finish(received);
    },
  };
}

/** Other scripts keep their case; the curly apostrophe joins as the straight one does. */
function foldOther(code: number): number {
  if (code === 0x2019) return 1;
  const letter = code >= 0xc0 && code < 0xff00 && !isCjk(code) && !(code >= 0x2000 && code <= 0x303f);
  return letter ? code : 0;
}
