import type { Candidate } from "./evidence.ts";
import type { Opener } from "./openers.ts";
import { readOpener } from "./openers.ts";
import type { Ending, Paragraph } from "./paragraph.ts";
import type { Shape } from "./shape.ts";
import { isCjk } from "./units.ts";

const shapes: readonly Shape[] = ["prose", "heading", "bullet", "numbered", "table", "equation", "code"];
const endings: readonly Ending[] = ["colon", "comma", "question", "stop", "open"];
const openerSteps = [-1.5, -0.5, 0.01, 0.5, 1.2, 2];
const openers = openerSteps.length + shapes.length;

/** How many drawers each trait has. */
export const drawers = {
  opener: openers,
  next: openers + 1,
  nextShape: shapes.length + 1,
  shape: shapes.length,
  stepShape: shapes.length,
  ending: endings.length,
  stepEnding: endings.length,
  stepWords: 8,
  stepWordsFine: 13,
  ownWords: 9,
  usualWords: 6,
  paragraphs: 7,
  stepToUsual: 7,
  ownToUsual: 6,
  lastWords: 6,
  known: 6,
  nextKnown: 7,
  sentences: 5,
  later: 7,
  traceWords: 8,
  cjk: 2,
  symbols: 4,
  sister: 3,
  nextSister: 2,
  names: 4,
} as const;

export type Trait = keyof typeof drawers;

/** What is known of a candidate, each trait as the number of a drawer: a learned weight lies in each. */
export type Traits = Readonly<Record<Trait, number>>;

/** UTF-16 units that say what one word says, in scripts with spaces and in CJK. */
const unitsPerWord = [6, 1.6];

/** Where each measure passes into the next drawer. */
const edges = {
  stepWords: [12, 25, 40, 70, 120, 200, 320],
  stepWordsFine: [8, 14, 20, 30, 42, 55, 75, 100, 135, 180, 250, 350],
  ownWords: [3, 6, 10, 16, 25, 40, 60, 100],
  usualWords: [10, 16, 25, 40, 60],
  paragraphs: [2, 3, 4, 6, 9, 14],
  stepToUsual: [0.5, 1, 1.7, 2.8, 4.5, 8],
  ownToUsual: [0.25, 0.5, 0.8, 1.2, 2],
  lastWords: [4, 8, 15, 30, 60],
  sentences: [2, 3, 4, 6],
  symbols: [0.05, 0.3, 0.6],
  /** Names in code that the trace has shown: a trace about a program is cut less often. */
  names: [1, 5, 15],
  shared: [0.15, 0.3, 0.5, 0.7],
};

export function traitsOf({ paragraph, step, next, known, typicalWords }: Candidate): Traits {
  const cjk = isCjk(paragraph.lines[0]?.words.all[0] ?? 0) ? 1 : 0;
  return {
    opener: openerOf(paragraph),
    next: next ? openerOf(next) + 1 : 0,
    nextShape: next ? shapes.indexOf(next.shape) + 1 : 0,
    shape: shapes.indexOf(paragraph.shape),
    stepShape: shapes.indexOf(step.shape),
    ending: endings.indexOf(paragraph.ending),
    stepEnding: endings.indexOf(step.ending),
    stepWords: drawer(step.words, edges.stepWords),
    stepWordsFine: drawer(step.words, edges.stepWordsFine),
    ownWords: drawer(paragraph.words, edges.ownWords),
    usualWords: drawer(typicalWords, edges.usualWords),
    paragraphs: drawer(step.paragraphs, edges.paragraphs),
    stepToUsual: drawer(step.words / typicalWords, edges.stepToUsual),
    ownToUsual: drawer(paragraph.words / typicalWords, edges.ownToUsual),
    lastWords: drawer(step.lastWords, edges.lastWords),
    known: shareOf(known, paragraph.telling.length),
    nextKnown: next ? shareOf(step.told.countOf(next.telling), next.telling.length) + 1 : 0,
    sentences: drawer(paragraph.lines.length, edges.sentences),
    later: laterOpener(paragraph),
    traceWords: drawer(paragraph.start / (unitsPerWord[cjk] ?? 1), [60, 130, 250, 500, 900, 1500, 2500]),
    cjk,
    symbols: drawer(step.symbolWords / step.words, edges.symbols),
    sister: sisterhood(paragraph.sister, step.sister),
    nextSister: next?.sister === undefined ? 0 : 1,
    names: drawer(step.name.codeNames.size, edges.names),
  };
}

function drawer(value: number, limits: readonly number[]): number {
  let at = 0;
  while (at < limits.length && value >= (limits[at] ?? 0)) at++;
  return at;
}

/** Prose by the weight of its opener, all else by its shape. */
function openerOf({ shape, opener }: Paragraph): number {
  return shape === "prose" ? weightOf(opener) : openerSteps.length + shapes.indexOf(shape);
}

function weightOf(opener: Opener): number {
  return drawer(opener.weight, openerSteps);
}

/** The share of words that the step has had. */
function shareOf(known: number, all: number): number {
  return all === 0 ? 0 : 1 + drawer(known / all, edges.shared);
}

/** "This looks right. Let me test it" opens the test: the strongest opener of the later sentences. */
function laterOpener({ shape, lines }: Paragraph): number {
  if (shape !== "prose" || lines.length === 1) return 0;
  let strongest = -1;
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at];
    if (line?.shape === "prose") strongest = Math.max(strongest, weightOf(readOpener(line.words.all)));
  }
  return Math.min(strongest + 1, drawers.later - 1);
}

function sisterhood(own: string | undefined, open: string | undefined): number {
  if (own === undefined) return 0;
  return own === open ? 2 : 1;
}
