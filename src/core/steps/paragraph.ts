import type { Opener } from "./openers.ts";
import { readOpener } from "./openers.ts";
import type { Sentence } from "./sentenceReader.ts";
import type { Shape } from "./shape.ts";
import { sisterOf } from "./sister.ts";
import type { Words } from "./words.ts";
import { isCjk } from "./units.ts";

/** How a text breaks off: what stands after a colon or a comma belongs to what stands before it. */
export type Ending = "colon" | "comma" | "question" | "stop" | "open";

/** A sentence, trimmed, as titles and kinds read it. */
export interface Line {
  text: string;
  shape: Shape;
  words: Words;
  /** The kinds of marks it has. */
  marks: number;
}

/** A run of sentences that opens a step or stays in one as a whole. */
export interface Paragraph {
  start: number;
  /** A paragraph stands after a blank line; lines and sentences may be cut off one where it is a wall. */
  place: "paragraph" | "line" | "sentence";
  shape: Shape;
  opener: Opener;
  indented: boolean;
  /** The word it shares with its sisters: "case" in "Case 2:". */
  sister: string | undefined;
  /** Its first sentences. */
  lines: Line[];
  words: number;
  ending: Ending;
  /** The words that say what it is about. */
  telling: number[];
  asks: boolean;
}

/** A step is named by its first sentences, so no more are kept. */
export const keptLines = 6;

const innerMargin = /^\s*/;

export function beginParagraph(sentence: Sentence, line: Line): Paragraph {
  const place = sentence.place === "rest" ? "sentence" : sentence.place;
  const inner = place === "sentence";
  const margin = inner ? (innerMargin.exec(sentence.text)?.[0].length ?? 0) : 0;
  const paragraph: Paragraph = {
    start: sentence.start + margin,
    place,
    shape: line.shape,
    opener: readOpener(line.words.all),
    indented: !inner && (sentence.text.startsWith("  ") || sentence.text.startsWith("\t")),
    sister: sisterOf(line),
    lines: [],
    words: 0,
    ending: "open",
    telling: [],
    asks: false,
  };
  addLine(paragraph, line);
  return paragraph;
}

export function addLine(paragraph: Paragraph, line: Line): void {
  paragraph.words += line.words.count;
  for (const word of line.words.telling) paragraph.telling.push(word);
  paragraph.ending = endingOf(line.text);
  if (paragraph.ending === "question") paragraph.asks = true;
  if (paragraph.lines.length < keptLines) paragraph.lines.push(line);
}

const closingMarks = new Set("*_`\"'”’) ");
const endings = new Map<string, Ending>([
  ...[...":："].map((mark) => [mark, "colon"] as const),
  ...[...",，;；、("].map((mark) => [mark, "comma"] as const),
  ...[..."?？"].map((mark) => [mark, "question"] as const),
  ...[...".!。！…"].map((mark) => [mark, "stop"] as const),
]);

export function endingOf(text: string): Ending {
  let at = text.length - 1;
  while (at >= 0 && closingMarks.has(text.charAt(at))) at--;
  const ending = endings.get(text.charAt(at));
  return ending ?? (isCjk(text.charCodeAt(at)) ? "stop" : "open");
}
