import type { CodeNames } from "./codeNames.ts";
import type { MakeKindReader } from "./kind.ts";
import type { NameSoFar } from "./name.ts";
import { beginName, readLine } from "./name.ts";
import type { Opener } from "./openers.ts";
import type { Ending, Line, Paragraph } from "./paragraph.ts";
import { endingOf } from "./paragraph.ts";
import type { Shape } from "./shape.ts";
import { WordSet } from "./wordSet.ts";

/** What is remembered of the open step; its pending paragraph is not yet part of it. */
export interface StepSoFar {
  words: number;
  /** Words in formulas and code. */
  symbolWords: number;
  paragraphs: number;
  /** Words, shape and ending of its last paragraph. */
  lastWords: number;
  shape: Shape;
  ending: Ending;
  lastOpener: Opener;
  /** The sister word of the last paragraph that had one. */
  sister: string | undefined;
  name: NameSoFar;
  /** The words that say what it is about. */
  told: WordSet;
}

/** What the steps of a trace share. */
export interface Known {
  /** Those that the trace has shown before. */
  codeNames: CodeNames;
  /** Taken over from the step before. */
  told: WordSet;
  kinds: MakeKindReader;
}

export function beginStep(paragraph: Paragraph, { codeNames, told, kinds }: Known): StepSoFar {
  const { words, shape, ending, sister, opener, telling } = paragraph;
  const name = beginName(kinds(opener.kind), codeNames);
  for (const line of paragraph.lines) readLine(name, line);
  const symbolWords = isSymbols(shape) ? words : 0;
  told.clear();
  for (const word of telling) told.add(word);
  return {
    words,
    symbolWords,
    paragraphs: 1,
    lastWords: words,
    shape,
    ending,
    lastOpener: opener,
    sister,
    name,
    told,
  };
}

/** Adds a paragraph that was decided to stay. */
export function addParagraph(step: StepSoFar, paragraph: Paragraph): void {
  step.words += paragraph.words;
  step.paragraphs++;
  step.lastWords = paragraph.words;
  step.shape = paragraph.shape;
  step.ending = paragraph.ending;
  step.lastOpener = paragraph.opener;
  step.sister = paragraph.sister ?? step.sister;
  if (isSymbols(paragraph.shape)) step.symbolWords += paragraph.words;
  for (const line of paragraph.lines) readLine(step.name, line);
  for (const word of paragraph.telling) step.told.add(word);
}

/** Adds a sentence to the last paragraph of the step. */
export function extendStep(step: StepSoFar, line: Line): void {
  step.words += line.words.count;
  step.lastWords += line.words.count;
  step.ending = endingOf(line.text);
  if (isSymbols(line.shape)) step.symbolWords += line.words.count;
  for (const word of line.words.telling) step.told.add(word);
  readLine(step.name, line);
}

function isSymbols(shape: Shape): boolean {
  return shape === "equation" || shape === "code";
}
