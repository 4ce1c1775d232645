import type { Opener } from "./openers.ts";
import type { Paragraph } from "./paragraph.ts";
import type { StepSoFar } from "./stepSoFar.ts";
import { weights } from "./weights.ts";

/** Everything a cut may be judged by: the paragraph, the step it would end and what comes after it. */
export interface Candidate {
  paragraph: Paragraph;
  step: StepSoFar;
  next: Paragraph | undefined;
  /** How many of the paragraph's telling words the step has had. */
  known: number;
  /** Running mean of words in a paragraph of this trace. */
  typicalWords: number;
  /** The share of the last paragraphs of prose whose opener some table knows. */
  knownOpeners: number;
}

const named: Readonly<Record<string, number>> = weights;
const stepWords = scale("step", [6, 12, 25, 40, 60, 90, 130, 180, 250, 350, 500]);
const ownWords = scale("own", [3, 6, 10, 16, 25, 40, 60, 100]);
const usualWords = scale("typical", [12, 20, 30, 45, 70]);
/** In a wall of text or a list of long items nothing else ends a step: the longer it is, the more they may. */
const overdue = scale("overdue", [150, 210, 260]);
/** No step may be the better part of a trace, whatever language it is in. */
const overlong = scale("overlong", [220, 270, 340]);
/** In a language without a table hardly an opener is known, and length alone has to do. */
const foreign = 0.25;
const unled = scale("unled", [80, 120, 160, 210]);
const freshShare = scale("fresh", [0.3, 0.5, 0.7, 0.85]);
const shapes = ["prose", "heading", "bullet", "numbered", "table", "equation", "code"] as const;
const endings = ["colon", "comma", "question", "stop", "open"] as const;
const afterShape = prefixed("after", shapes);
const isShape = prefixed("is", shapes);
const nextShape = prefixed("next", shapes);
const afterEnding = prefixed("after", endings);
const ends = prefixed("ends", endings);
const atPlace = prefixed("at", ["line", "sentence"] as const);
const turns = 0.5;
const turnsStrongly = 1.5;

/** How much the rules say for a cut before the candidate, in log-odds; the learned weights correct them. */
export function evidenceOf(candidate: Candidate): number {
  const { paragraph, step, next, typicalWords, knownOpeners } = candidate;
  const { place, shape } = paragraph;
  let sum = weights.bias + paragraph.opener.weight;
  sum += at(stepWords, step.words);
  sum += at(usualWords, typicalWords);
  sum += at(freshShare, freshOf(candidate));
  sum += afterEnding[step.ending];
  sum += afterShape[step.shape];
  sum += isShape[shape];
  if (place === "paragraph") sum += ends[paragraph.ending];
  else if (shape !== "heading") sum += atPlace[place];
  if (place === "paragraph" && !isNamed(paragraph)) sum += at(ownWords, paragraph.words);
  if (knownOpeners < foreign && shape === "prose") sum += at(unled, step.words);
  if (!next && shape === "prose") sum += atEnd(paragraph);
  if (step.lastWords < briefItem && isListed(paragraph)) sum += weights.listed;
  if (goesOnWith(paragraph, step)) sum += weights.listed;
  else if (isLabelled(paragraph)) sum += isTest(paragraph) ? weights["labelled test"] : weights.labelled;
  sum = withManner(sum, paragraph, step);
  return next ? sum + foresight(next) : sum;
}

/** The last words of a trace: a final answer is a step, however short, a mere "Done." is none. */
function atEnd({ opener, words }: Paragraph): number {
  if (opener.kind === "conclude" && words < 40) return weights["final answer"];
  return words < 8 ? weights["parting word"] : 0;
}

/** Adds what the way a paragraph opens says in the step it would end. */
function withManner(before: number, paragraph: Paragraph, step: StepSoFar): number {
  const { opener, place, shape } = paragraph;
  const longItem = (shape === "bullet" || shape === "numbered") && paragraph.words >= 40;
  let sum = longItem ? before + weights["long item"] : before;
  if (longItem || place !== "paragraph") sum += at(overdue, step.words);
  else if (shape === "prose" && step.ending !== "colon") sum += at(overlong, step.words);
  if (opener.markers.length === 0 && shape === "prose" && !isNamed(paragraph)) sum += weights["no opener"];
  if (paragraph.indented && !longItem) sum += weights.indented;
  if (goesOnAfter(step, paragraph)) sum += weights["goes on"];
  if (paragraph.sister)
    sum += paragraph.sister === step.sister ? weights["sister again"] : weights["sister first"];
  if (step.paragraphs === 1 && step.words < 16) sum += weights["after announcement"];
  if (sameLead(opener, step.lastOpener)) sum += weights["lead again"];
  if (step.lastOpener.markers[0]?.closes) sum += weights["after verdict"];
  if (paragraph.asks) sum += weights.asks;
  return sum;
}

const lowerCase = /^\p{Ll}/u;

/** It begins in lower case behind a line that has not ended. */
function goesOnAfter({ ending }: StepSoFar, { lines }: Paragraph): boolean {
  return ending !== "stop" && ending !== "question" && lowerCase.test(lines[0]?.text ?? "");
}

/** "2. **Map the names:** use an object": one of a list's lines, where those before it are as short. */
const listed = /^\d{1,2}[.)]\s+\*\*[^*]+\*\*[:：]?\s*[^\s:：].{10}/u;
const briefItem = 28;

function isListed({ shape, lines }: Paragraph): boolean {
  return shape === "heading" && listed.test(lines[0]?.text ?? "");
}

const moves = new Set(["step", "步骤"]);
const briefMove = 60;

/** "Step 2: A comes back" after "Step 1: A and B cross": the moves of one attempt, while each is short. */
function goesOnWith({ sister, words }: Paragraph, step: StepSoFar): boolean {
  if (sister === undefined || sister !== step.sister || !moves.has(sister)) return false;
  return words < briefMove && step.lastWords < briefMove;
}

const tests = new Set(["test case", "test", "example", "input"]);
const label = /^[^:.]{3,24}[:.]/;

/** "Case 2: y is odd" rather than "case 2 is the same". */
function isLabelled({ sister, place, lines }: Paragraph): boolean {
  return sister !== undefined && place === "paragraph" && label.test(lines[0]?.text ?? "");
}

/** Tests come in runs, of which the shorter ones are one step. */
function isTest({ sister }: Paragraph): boolean {
  return sister !== undefined && tests.has(sister);
}

/** "Case 2:" alone is as good an opening as with its case behind it. */
function isNamed({ sister, shape }: Paragraph): boolean {
  return sister !== undefined && shape === "prose";
}

/** What comes after a paragraph, as far as it is known. */
function foresight({ shape, opener, ending }: Paragraph): number {
  const announces = ending === "colon" ? weights["next announces"] : 0;
  return announces + (shape === "prose" ? nextProse(opener) : nextShape[shape]);
}

function nextProse(opener: Opener): number {
  if (opener.weight >= turnsStrongly) return weights["next strong"];
  if (opener.weight >= turns) return weights["next turns"];
  return opener.weight <= -turns ? weights["next goes on"] : weights["next plain"];
}

/** The share of the paragraph's words that the step has not had. */
function freshOf({ paragraph, known }: Candidate): number {
  const all = paragraph.telling.length;
  return all === 0 ? 0.5 : (all - known) / all;
}

function sameLead(one: Opener, other: Opener): boolean {
  return one.markers[0] !== undefined && one.markers[0] === other.markers[0];
}

/** Weights are looked up once, as they are asked for with every paragraph. */
function prefixed<Word extends string>(
  prefix: string,
  words: readonly Word[],
): Readonly<Record<Word, number>>;
function prefixed(prefix: string, words: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(words.map((word) => [word, named[`${prefix} ${word}`] ?? 0]));
}

interface Scale {
  limits: readonly number[];
  weights: readonly number[];
}

function scale(name: string, limits: readonly number[]): Scale {
  const names = [...limits.map((limit) => `${name} <${limit}`), `${name} more`];
  return { limits, weights: names.map((one) => named[one] ?? 0) };
}

function at({ limits, weights: rows }: Scale, value: number): number {
  let row = 0;
  while (row < limits.length && value >= (limits[row] ?? 0)) row++;
  return rows[row] ?? 0;
}
