import { unit, units } from "./units.ts";
import type { Words } from "./words.ts";
import { readWords, WordReader } from "./words.ts";

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

/** About this much is held back at most, so a line without an end costs no more than any other. */
const longest = 600;
/** So much more may be, for the sake of a whole word. */
const longestWord = 100;

const abbreviation =
  /(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|resp|dr|mr|mrs|ms|fig|eq|no|st)|\b[a-z]|^[\s#*>]*\d{1,3})\.$|\d!$/i;

/** Summaries of thought that come in pieces may run a heading on to the sentence before it. */
const runOnHeading = /[.!?…。！？](\*\*[^*\n]{2,90}\*\*\s*)$/u;

/** A class, since all of a trace goes through its fields: shared variables of closures are slower by half. */
class RunningSentence implements SentenceReader {
  private readonly take: (sentence: Sentence) => void;
  private readonly words = new WordReader();
  private held = "";
  private start = 0;
  private place: Place = "paragraph";
  /** The mark that may have ended the sentence, if what follows it agrees. */
  private stop: number = unit.plain;

  constructor(take: (sentence: Sentence) => void) {
    this.take = take;
  }

  push(text: string): void {
    const { words } = this;
    let from = 0;
    for (let at = 0; at < text.length;) {
      const kind = units[text.charCodeAt(at)] ?? unit.plain;
      const over = this.held.length + at - from - longest;
      const full = over >= longestWord || (over >= 0 && kind === unit.space);
      if ((full || this.stop !== unit.plain) && kind !== unit.line) {
        this.hold(text, from, at);
        from = at;
        this.finishBefore(kind, full);
      }
      const to = this.stop === unit.plain ? from + longest - this.held.length : 0;
      at = words.read(text, at, Math.max(at + 1, Math.min(to, text.length)));
      if (words.mark === unit.line) {
        this.hold(text, from, at);
        from = at;
        this.endLine();
      } else if (words.mark > this.stop) {
        this.stop = words.mark;
      }
    }
    this.hold(text, from, text.length);
  }

  end(): void {
    if (this.held !== "") this.finish("rest");
  }

  private hold(text: string, from: number, to: number): void {
    this.held += from === 0 && to === text.length ? text : text.slice(from, to);
  }

  private finish(after: Place, words: Words = this.words.take()): void {
    const sentence = { start: this.start, text: this.held, place: this.place, words };
    this.start += this.held.length;
    this.held = "";
    this.place = after;
    this.stop = unit.plain;
    this.take(sentence);
  }

  private endLine(): void {
    const { held, place } = this;
    const heading = held.lastIndexOf("**") > 0 ? runOnHeading.exec(held)?.[1] : undefined;
    if (heading !== undefined) {
      this.words.take();
      this.held = held.slice(0, -heading.length);
      this.finish("line", readWords(this.held));
      this.held = heading;
      this.finish("line", readWords(heading));
      return;
    }
    const blank = held.trim() === "";
    this.finish(blank && place !== "sentence" && place !== "rest" ? "paragraph" : "line");
  }

  /** Ends the sentence before a unit that shows that it has ended, or where no more may be held. */
  private finishBefore(kind: number, full: boolean): void {
    const closes = kind >= unit.closer && kind <= unit.cjkStop;
    if (this.stop !== unit.plain && !closes) {
      const ended =
        this.stop === unit.cjkStop || (kind === unit.space && !abbreviation.test(this.held.slice(-24)));
      if (ended) return this.finish("sentence");
      this.stop = unit.plain;
    }
    if (full) this.finish("rest");
  }
}

/** Cuts a stream into sentences and lines, handing each over as soon as its end is certain. */
export function createSentenceReader(take: (sentence: Sentence) => void): SentenceReader {
  return new RunningSentence(take);
}
