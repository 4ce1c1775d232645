import type { Opener } from "./openers.ts";
import type { Paragraph } from "./paragraph.ts";
import type { StepSoFar } from "./stepSoFar.ts";
import type { WordSet } from "./wordSet.ts";

/** Everything a cut may be judged by: the paragraph, the step it would end and what comes after it. */
export interface Candidate {
  paragraph: Paragraph;
  step: StepSoFar;
  next: Paragraph | undefined;
  /** Running mean of words in a paragraph of this trace. */
  typicalWords: number;
  /** The share of the last paragraphs of prose whose opener some table knows. */
  knownOpeners: number;
}

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
const atPlace = { line: "at line", sentence: "at sentence" } as const;
const turns = 0.5;
const turnsStrongly = 1.5;

/** The names of all that speaks for or against a cut; `weights` says how much each counts. */
export function evidenceOf(candidate: Candidate): string[] {
  const { paragraph, step, next, typicalWords } = candidate;
  const { place, shape } = paragraph;
  const names = [
    named(stepWords, step.words),
    named(usualWords, typicalWords),
    named(freshShare, freshOf(paragraph.telling, step.told)),
    afterEnding(step.ending),
    afterShape(step.shape),
    isShape(shape),
  ];
  if (place === "paragraph") names.push(ends(paragraph.ending));
  else if (shape !== "heading") names.push(atPlace[place]);
  if (place === "paragraph" && !isNamed(paragraph)) names.push(named(ownWords, paragraph.words));
  if (candidate.knownOpeners < foreign && paragraph.shape === "prose") names.push(named(unled, step.words));
  if (!next && paragraph.shape === "prose" && paragraph.words < 8) names.push("parting word");
  if (isLabelled(paragraph)) names.push(isTest(paragraph) ? "labelled test" : "labelled");
  return [...names, ...mannerOf(paragraph, step), ...(next ? foresight(next) : [])];
}

/** What the way a paragraph opens says in the step it would end. */
function mannerOf(paragraph: Paragraph, step: StepSoFar): string[] {
  const { opener, place, shape } = paragraph;
  const names: string[] = [];
  const longItem = (shape === "bullet" || shape === "numbered") && paragraph.words >= 40;
  if (longItem) names.push("long item");
  if (longItem || place !== "paragraph") names.push(named(overdue, step.words));
  else if (shape === "prose" && step.ending !== "colon") names.push(named(overlong, step.words));
  if (opener.markers.length === 0 && shape === "prose" && !isNamed(paragraph)) names.push("no opener");
  if (paragraph.indented && !longItem) names.push("indented");
  if (paragraph.lowerCase && step.ending !== "stop" && step.ending !== "question") names.push("goes on");
  if (paragraph.sister) names.push(paragraph.sister === step.sister ? "sister again" : "sister first");
  if (step.paragraphs === 1 && step.words < 16) names.push("after announcement");
  if (opener.weight >= turns && step.words < 25) names.push("turns early");
  if (opener.weight >= turns && step.words >= 130) names.push("turns late");
  if (sameLead(opener, step.lastOpener)) names.push("lead again");
  if (step.lastOpener.markers[0]?.closes) names.push("after verdict");
  if (paragraph.asks) names.push("asks");
  return names;
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
function foresight(next: Paragraph): string[] {
  return next.ending === "colon" ? [nextName(next), "next announces"] : [nextName(next)];
}

/** The share of the paragraph's words that the step has not had. */
function freshOf(words: readonly number[], known: WordSet): number {
  let fresh = 0;
  for (const word of words) if (!known.has(word)) fresh++;
  return words.length === 0 ? 0.5 : fresh / words.length;
}

function sameLead(one: Opener, other: Opener): boolean {
  return one.markers[0] !== undefined && one.markers[0] === other.markers[0];
}

function nextName({ shape, opener }: Paragraph): string {
  if (shape !== "prose") return nextShape(shape);
  if (opener.weight >= turnsStrongly) return "next strong";
  if (opener.weight >= turns) return "next turns";
  return opener.weight <= -turns ? "next goes on" : "next plain";
}

/** Names are spelled out once, as they are looked up for every paragraph. */
function prefixed(prefix: string, words: readonly string[]): (word: string) => string {
  const names = new Map(words.map((word) => [word, `${prefix} ${word}`]));
  return (word) => names.get(word) ?? prefix;
}

interface Scale {
  limits: readonly number[];
  names: readonly string[];
}

function scale(name: string, limits: readonly number[]): Scale {
  return { limits, names: [...limits.map((limit) => `${name} <${limit}`), `${name} more`] };
}

function named({ limits, names }: Scale, value: number): string {
  let at = 0;
  while (at < limits.length && value >= (limits[at] ?? 0)) at++;
  return names[at] ?? "";
}
