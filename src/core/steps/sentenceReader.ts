import type { Words } from "./words.ts";
import { createWordReader, readWords } from "./words.ts";

/** Where in the text a sentence begins; `rest` continues a sentence too long to hold. */
export type Place = "paragraph" | "line" | "sentence" | "rest";

/** A piece of the trace that ends with a sentence or a line. Pieces joined are the input. */
export interface Sentence {
  /** Offset of its first unit in the whole trace. */
  start: number;
  text: string;
  place: Place;
  words: Words;
}

export interface SentenceReader {
  push(text: string): void;
  end(): void;
}

/** No more than this is held back, so a line without an end costs no more than any other. */
const longest = 600;

const newline = 0x0a;
/** What a unit may do to a sentence, by its code; most do nothing. */
const ends = { no: 0, line: 1, latin: 2, cjk: 4, closes: 8 } as const;
const marks = new Uint8Array(0x10000);
marks[newline] = ends.line;
for (const mark of "\"'”’)*_」』）】") marks[codeOf(mark)] = ends.closes;
for (const mark of ".!?…") marks[codeOf(mark)] = ends.latin | ends.closes;
for (const mark of "。！？") marks[codeOf(mark)] = ends.cjk | ends.closes;

const abbreviation =
  /(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|resp|dr|mr|mrs|ms|fig|eq|no|st)|\b[a-z]|^[\s#*>]*\d{1,3})\.$/i;

/** Summaries of thought that come in pieces may run a heading on to the sentence before it. */
const runOnHeading = /[.!?…。！？](\*\*[^*\n]{2,90}\*\*\s*)$/u;

/** Cuts a stream into sentences and lines, handing each over as soon as its end is certain. */
export function createSentenceReader(take: (sentence: Sentence) => void): SentenceReader {
  const words = createWordReader();
  let held = "";
  let start = 0;
  let place: Place = "paragraph";
  /** The mark that may have ended the sentence, if what follows it agrees. */
  let stop: number = ends.no;

  function hold(text: string, from: number, to: number): void {
    words.read(text, from, to);
    held += text.slice(from, to);
  }

  function finish(after: Place, said: Words = words.take()): void {
    const sentence = { start, text: held, place, words: said };
    start += held.length;
    held = "";
    place = after;
    stop = ends.no;
    take(sentence);
  }

  function endLine(): void {
    const heading = held.lastIndexOf("**") > 0 ? runOnHeading.exec(held)?.[1] : undefined;
    if (heading !== undefined) {
      words.take();
      held = held.slice(0, -heading.length);
      finish("line", readWords(held));
      held = heading;
      finish("line", readWords(heading));
      return;
    }
    const blank = held.trim() === "";
    finish(blank && place !== "sentence" && place !== "rest" ? "paragraph" : "line");
  }

  /** Tells whether the unit at `at` shows that the sentence before it has ended. */
  function endsBefore(code: number): boolean {
    if ((marks[code] ?? 0) >= ends.closes) return false;
    if (stop === ends.cjk) return true;
    if (isSpace(code) && !abbreviation.test(held.slice(-24))) return true;
    stop = ends.no;
    return false;
  }

  function push(text: string): void {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const mark = marks[code] ?? ends.no;
      if (mark === ends.no && stop === ends.no && held.length + at - from < longest) continue;
      if (mark === ends.line) {
        hold(text, from, at + 1);
        from = at + 1;
        endLine();
        continue;
      }
      if (stop !== ends.no) {
        hold(text, from, at);
        from = at;
        if (endsBefore(code)) finish("sentence");
      }
      if ((mark & ends.cjk) !== 0) stop = ends.cjk;
      else if ((mark & ends.latin) !== 0 && stop === ends.no) stop = ends.latin;
      if (held.length + at - from >= longest) {
        hold(text, from, at);
        from = at;
        finish("rest");
      }
    }
    hold(text, from, text.length);
  }

  return {
    push,
    end() {
      if (held !== "") finish("rest");
    },
  };
}

function codeOf(character: string): number {
  return character.charCodeAt(0);
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d || code === 0xa0;
}
