import { endsInDigit, isCharacter, WordTape } from "./wordTape.ts";

/** The words of a sentence as numbers, so that looking them up costs no strings. */
export interface Words {
  /** How many a reader would count, in any mix of scripts. */
  count: number;
  /** Each word as `WordTape` says it. */
  all: readonly number[];
  /** Those that tell one subject from another: long words, numbers, pairs of CJK characters. */
  telling: readonly number[];
}

/** CJK scripts write without spaces: about 1.6 characters say what one English word says. */
const charactersPerWord = 1.6;
/** Shorter words tell little of what a text is about. */
const tellingLength = 4;
const pairMask = 0x3fff_ffff;

/** The tape's words from this one on, as one sentence. */
export function wordsFrom({ words, letters, flags, ends, count }: WordTape, from: number): Words {
  const all: number[] = [];
  const telling: number[] = [];
  let characters = 0;
  /** The last CJK character, and how far only letters stand behind it. */
  let character = 0;
  let reach = -1;
  for (let at = from; at < count; at++) {
    const word = words[at] ?? 0;
    const length = letters[at] ?? 0;
    const flag = flags[at] ?? 0;
    const end = ends[at] ?? 0;
    if ((flag & isCharacter) !== 0) {
      if (reach === end - 1) telling.push(((character << 15) ^ word) & pairMask);
      characters++;
      character = word;
      reach = end;
    } else {
      if (reach === end - length) reach = end;
      if (length >= tellingLength || (flag & endsInDigit) !== 0) telling.push(word);
    }
    all.push(word);
  }
  return { count: all.length - characters + characters / charactersPerWord, all, telling };
}

const shortText = 1024;
const shortTape = new WordTape(undefined, shortText);
const shortUnits = new Uint16Array(shortText);

/** Reads the words of a whole text; most are short, and a tape of their own would cost more than they. */
export function readWords(text: string): Words {
  const isShort = text.length <= shortText;
  const tape = isShort ? shortTape : new WordTape(undefined, text.length);
  const units = isShort ? shortUnits : new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  tape.forget(0, tape.count);
  tape.read(units, text.length);
  return wordsFrom(tape, 0);
}
