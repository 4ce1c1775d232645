import { isAbbreviated } from "./abbreviation.ts";
import { ends, unit, units } from "./units.ts";
import type { Words } from "./words.ts";
import { wordsFrom } from "./words.ts";
import type { WordTape } from "./wordTape.ts";

/** Where in the text a sentence begins; `rest` continues a sentence too long to hold. */
export type Place = "paragraph" | "line" | "sentence" | "rest";

/** A piece of the trace that ends with a sentence or a line. Pieces joined are the input, less its blank lines. */
export interface Sentence {
  /** Offset of its first unit in the whole trace. */
  start: number;
  text: string;
  place: Place;
  words: Words;
  /** The kinds of marks it has. */
  marks: number;
}

export interface SentenceReader {
  push(text: string): void;
  end(): void;
}

/** About this much is held back at most, so a line without an end costs no more than any other. */
const longest = 600;
/** So much more may be, for the sake of a whole word. */
const longestWord = 100;

/** Summaries of thought that come in pieces may run a heading on to the sentence before it. */
const runOnHeading = /[.!?…。！？](\*\*[^*\n]{2,90}\*\*\s*)$/u;

/** A class, since all of a trace goes through its fields: shared variables of closures are slower by half. */
class RunningSentence implements SentenceReader {
  private readonly take: (sentence: Sentence) => void;
  private readonly tape: WordTape;
  private held = "";
  /** The units of what is held, as reading a text that came in pieces costs more. */
  private readonly units = new Uint16Array(longest + longestWord + 1);
  private length = 0;
  private start = 0;
  private place: Place = "paragraph";
  /** The mark that may have ended the sentence, if what follows it agrees. */
  private stop: number = unit.plain;

  constructor(take: (sentence: Sentence) => void, tape: WordTape) {
    this.take = take;
    this.tape = tape;
  }

  push(text: string): void {
    let from = 0;
    for (let at = this.skip(text, 0); at < text.length; at = this.skip(text, at)) {
      const code = text.charCodeAt(at++);
      const kind = units[code] ?? unit.plain;
      const after = this.endedBefore(kind);
      if (after !== undefined) {
        this.hold(text, from, at - 1);
        from = at - 1;
        this.finish(after);
      }
      this.units[this.length++] = code;
      if (kind === unit.line) {
        this.hold(text, from, at);
        from = at;
        this.endLine();
      } else if (kind >= unit.latinStop && kind <= unit.cjkStop) {
        this.stop = Math.max(this.stop, kind);
      }
    }
    this.hold(text, from, text.length);
  }

  end(): void {
    if (this.length > 0) this.finish("rest");
    this.tape.end();
  }

  /** Takes in all that neither ends a sentence nor follows what may have ended one. */
  private skip(text: string, from: number): number {
    if (this.stop !== unit.plain) return from;
    let { length } = this;
    const to = Math.min(text.length, from + longest - length);
    let at = from;
    for (; at < to; at++) {
      const code = text.charCodeAt(at);
      if (ends[code] !== 0) break;
      this.units[length++] = code;
    }
    this.length = length;
    return at;
  }

  private hold(text: string, from: number, to: number): void {
    this.held += from === 0 && to === text.length ? text : text.slice(from, to);
  }

  /** How the next sentence begins, where this one ends before a unit that shows that it has ended or is too long. */
  private endedBefore(kind: number): Place | undefined {
    if (kind === unit.line) return undefined;
    const { stop, length } = this;
    if (stop !== unit.plain && (kind < unit.closer || kind > unit.cjkStop)) {
      if (stop === unit.cjkStop || (kind === unit.space && !isAbbreviated(this.units, length)))
        return "sentence";
      this.stop = unit.plain;
    }
    const over = length - longest;
    return over >= longestWord || (over >= 0 && kind === unit.space) ? "rest" : undefined;
  }

  private endLine(): void {
    const { held, place } = this;
    const heading = held.lastIndexOf("**") > 0 ? runOnHeading.exec(held)?.[1] : undefined;
    if (heading !== undefined) {
      this.finish("line", this.length - heading.length);
      this.finish("line");
      return;
    }
    const blank = this.length === 1 || held.trim() === "";
    this.finish(blank && place !== "sentence" && place !== "rest" ? "paragraph" : "line");
  }

  /** Hands over the first `length` units held. */
  private finish(after: Place, length = this.length): void {
    const { start, place, held, tape } = this;
    const first = tape.read(this.units, length);
    this.units.copyWithin(0, length, this.length);
    this.held = held.slice(length);
    this.length -= length;
    this.start += length;
    this.place = after;
    this.stop = unit.plain;
    const text = held.slice(0, length);
    if (tape.count === first && text.trim() === "") return;
    this.take({ start, text, place, words: wordsFrom(tape, first), marks: tape.marks });
  }
}

/** Cuts a stream into sentences and lines, handing each over as soon as its end is certain, but no blank one; its words go on the tape. */
export function createSentenceReader(take: (sentence: Sentence) => void, tape: WordTape): SentenceReader {
  return new RunningSentence(take, tape);
}
