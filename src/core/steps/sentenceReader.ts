/** Where in the text a sentence begins; `rest` continues a sentence too long to hold. */
export type Place = "paragraph" | "line" | "sentence" | "rest";

/** A piece of the trace that ends with a sentence or a line. Pieces joined are the input. */
export interface Sentence {
  /** Offset of its first unit in the whole trace. */
  start: number;
  text: string;
  place: Place;
}

export interface SentenceReader {
  push(text: string): void;
  end(): void;
}

/** No more than this is held back, so a line without an end costs no more than any other. */
const longest = 600;

const newline = 0x0a;
const latinStops = new Set([..."!?…."].map(codeOf));
const cjkStops = new Set([..."。！？"].map(codeOf));
const closers = new Set([..."\"'”’)]*_.!?…」』）】。！？"].map(codeOf));
const abbreviation =
  /(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|resp|dr|mr|mrs|ms|fig|eq|no|st)|\b[a-z]|^[\s#*>]*\d{1,3})\.$/i;

/** Summaries of thought that come in pieces may run a heading on to the sentence before it. */
const runOnHeading = /[.!?…。！？](\*\*[^*\n]{2,90}\*\*\s*)$/u;

/** Cuts a stream into sentences and lines, handing each over as soon as its end is certain. */
export function createSentenceReader(take: (sentence: Sentence) => void): SentenceReader {
  let held = "";
  let start = 0;
  let place: Place = "paragraph";
  let stop: "none" | "latin" | "cjk" = "none";

  function finish(after: Place): void {
    const sentence = { start, text: held, place };
    start += held.length;
    held = "";
    place = after;
    stop = "none";
    take(sentence);
  }

  function endLine(): void {
    const heading = held.lastIndexOf("**") > 0 ? runOnHeading.exec(held)?.[1] : undefined;
    if (heading !== undefined) {
      const line = held;
      held = line.slice(0, -heading.length);
      finish("line");
      held = heading;
    }
    const blank = held.trim() === "";
    finish(blank && place !== "sentence" && place !== "rest" ? "paragraph" : "line");
  }

  /** Tells whether the unit at `at` shows that the sentence before it has ended. */
  function endsBefore(code: number): boolean {
    if (closers.has(code)) return false;
    if (stop === "cjk") return true;
    if (isSpace(code) && !abbreviation.test(held.slice(-24))) return true;
    stop = "none";
    return false;
  }

  function push(text: string): void {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (stop === "none" && isPlain(code) && held.length + at - from < longest) continue;
      if (code === newline) {
        held += text.slice(from, at + 1);
        from = at + 1;
        endLine();
        continue;
      }
      if (stop !== "none") {
        held += text.slice(from, at);
        from = at;
        if (endsBefore(code)) finish("sentence");
      }
      if (cjkStops.has(code)) stop = "cjk";
      else if (latinStops.has(code) && stop === "none") stop = "latin";
      if (held.length + at - from >= longest) {
        held += text.slice(from, at);
        from = at;
        finish("rest");
      }
    }
    held += from === 0 ? text : text.slice(from);
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

/** Most units end nothing: all but line ends and the marks that may end a sentence. */
function isPlain(code: number): boolean {
  if (code > 0x3f) return code < 0x2026;
  return code !== newline && code !== 0x2e && code !== 0x21 && code !== 0x3f;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d || code === 0xa0;
}
