import { readOpener } from "./openers.ts";
import type { Line } from "./paragraph.ts";
import type { Place } from "./sentenceReader.ts";

/** Words that stand before a sentence. */
export interface Room {
  inParagraph: number;
  inStep: number;
}

/** Inside a paragraph only a strong opener may open a step, and between sentences only in a wall of text. */
const strongOpener = 0.9;
const wallWords = 70;
/** A step this long takes a weak one, and a longer one any that does not carry on. */
const overdueWords = 180;
const weakOpener = 0.1;
const longOverdueWords = 230;
const anyOpener = -0.3;
/** Where not even a sentence ends, a step does after so many words. */
const endlessWords = 260;

/** Tells whether a sentence may open a step at all; the score tells whether it does. */
export function mayOpen(place: Place, line: Line, room: Room): boolean {
  switch (place) {
    case "paragraph":
      return true;
    case "line":
      return (
        line.shape === "heading" ||
        opensAbove(strongOpener, line) ||
        (isItem(line) && room.inStep >= longOverdueWords)
      );
    case "sentence":
      return room.inParagraph >= wallWords && opensAbove(leastOpener(room.inStep), line);
    case "rest":
      return line.shape === "prose" && room.inStep >= endlessWords;
  }
}

function isItem({ shape }: Line): boolean {
  return shape === "bullet" || shape === "numbered";
}

function leastOpener(inStep: number): number {
  if (inStep >= longOverdueWords) return anyOpener;
  return inStep >= overdueWords ? weakOpener : strongOpener;
}

function opensAbove(weight: number, { shape, words }: Line): boolean {
  return shape === "prose" && readOpener(words.all).weight >= weight;
}
