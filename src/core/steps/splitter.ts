import type { Candidate } from "./evidence.ts";
import type { MakeKindReader, Standing } from "./kind.ts";
import { createKindReader } from "./kind.ts";
import type { Name } from "./name.ts";
import { nameOf, unnamed } from "./name.ts";
import type { Room } from "./mayOpen.ts";
import { mayOpen } from "./mayOpen.ts";
import type { Line, Paragraph } from "./paragraph.ts";
import { addLine, beginParagraph } from "./paragraph.ts";
import { createRemarks } from "./remarks.ts";
import { scoreCut } from "./score.ts";
import type { Sentence } from "./sentenceReader.ts";
import { createSentenceReader } from "./sentenceReader.ts";
import type { Shape } from "./shape.ts";
import { createShapeReader } from "./shape.ts";
import type { StepChange, StepSplitter } from "./step.ts";
import type { Known, StepSoFar } from "./stepSoFar.ts";
import { addParagraph, beginStep, extendStep } from "./stepSoFar.ts";
import { WordSet } from "./wordSet.ts";
import { WordTape } from "./wordTape.ts";

/** A paragraph longer than this is decided before it ends, so that no long text moves down. */
const decidedAfter = 120;
/** A trace that uses blank lines has shown one after so many units. */
const blankLineBy = 600;
/** The typical paragraph is the mean of about this many last ones. */
const meanOver = 20;

export interface Splitting {
  /** Takes each change as soon as it is certain. */
  tell: (change: StepChange) => void;
  /** Says how much speaks for a cut; above 0 it is made. */
  judge?: ((candidate: Candidate) => number) | undefined;
  /** Makes for each step, as it begins, what tells its kind. */
  kinds?: MakeKindReader | undefined;
  /** Holds the words of the open step, and while a step closes those of both. */
  tape?: WordTape;
}

/** Cuts a stream of reasoning into titled steps; `StepSplitter` says what it promises. */
export function createSplitter(splitting: Splitting): StepSplitter {
  const { tell, judge = scoreCut, kinds = createKindReader, tape = new WordTape() } = splitting;
  const beforeAll = tape.received;
  let pushed = "";
  let received = 0;
  let shown = 0;
  let number = 0;
  let name: Name = unnamed;
  let step: StepSoFar | undefined;
  /** The paragraph that may yet open a step. */
  let pending: Paragraph | undefined;
  let hasBlankLines = false;
  let typicalWords = 25;
  const known: Known = { codeNames: new Set(), told: new WordSet(), kinds };
  let knownOpeners = 0.4;
  const shapes = createShapeReader();
  const remarks = createRemarks();
  const reader = createSentenceReader(take, tape);

  function take(came: Sentence): void {
    const at = came.start + came.text.length;
    const thought = remarks(came);
    const said = thought ?? came;
    const shape = thought ? shapes.readOutside(thought) : shapes.read(came);
    const line: Line = { text: said.text.trim(), shape, words: said.words, marks: said.marks };
    if (step && said.place === "paragraph") hasBlankLines = true;
    const sentence: Sentence = asParagraph(said, shape) ? { ...said, place: "paragraph" } : said;
    if (!step) {
      step = beginStep(beginParagraph(sentence, line), known);
    } else if (mayOpen(sentence.place, line, room(step))) {
      const next = beginParagraph(sentence, line);
      decide(step, at, next);
      pending = next;
      if (shape === "heading") decide(step, at);
    } else if (pending) {
      addLine(pending, line);
      if (pending.words <= decidedAfter) return;
      decide(step, at);
    } else {
      extendStep(step, line);
    }
    rename(at);
  }

  /** In a trace that has no blank lines at all, each line of prose is a paragraph. */
  function asParagraph(sentence: Sentence, shape: Shape): boolean {
    return sentence.place === "line" && shape === "prose" && !hasBlankLines && sentence.start > blankLineBy;
  }

  /** Words before a sentence in its paragraph and in the step it would end. */
  function room(open: StepSoFar): Room {
    return { inParagraph: pending?.words ?? open.lastWords, inStep: open.words + (pending?.words ?? 0) };
  }

  /** Settles whether the pending paragraph opens a step, now that the text up to `at` is known. */
  function decide(open: StepSoFar, at: number, next?: Paragraph): void {
    if (!pending) return;
    const paragraph = pending;
    pending = undefined;
    typicalWords += (paragraph.words - typicalWords) / meanOver;
    if (paragraph.shape === "prose") {
      knownOpeners += (Math.sign(paragraph.opener.markers.length) - knownOpeners) / meanOver;
    }
    const had = open.told.countOf(paragraph.telling);
    if (judge({ paragraph, step: open, next, known: had, typicalWords, knownOpeners }) > 0)
      cut(paragraph, at);
    else addParagraph(open, paragraph);
  }

  function cut(paragraph: Paragraph, at: number): void {
    show(at);
    const closed: StepChange = { op: "closeStep", step: number, ...name };
    step = beginStep(paragraph, known);
    number++;
    name = nameOf(step, "inner");
    tell({ op: "openStep", step: number, ...name, carry: at - paragraph.start });
    tell(closed);
    tape.forget(0, tape.countTo(beforeAll + paragraph.start));
  }

  function rename(at: number, place: Standing["place"] = number === 1 ? "first" : "inner"): void {
    if (!step) return;
    const better = nameOf(step, place);
    if (better.title === name.title && better.kind === name.kind) return;
    show(at);
    name = better;
    tell({ op: "nameStep", step: number, ...name });
  }

  /** Shows in the open step what has come up to this offset of the trace. */
  function show(until: number): void {
    if (until <= shown) return;
    const from = received - pushed.length;
    const whole = shown === from && until === received;
    const text = whole ? pushed : pushed.slice(shown - from, until - from);
    tell({ op: "growStep", step: number, text });
    shown = until;
  }

  return {
    push(text) {
      if (text === "") return;
      pushed = text;
      received += text.length;
      if (number === 0) tell({ op: "openStep", step: ++number, ...name, carry: 0 });
      reader.push(text);
      show(received);
    },
    end() {
      reader.end();
      if (step) decide(step, received);
      rename(received, number === 1 ? "first" : "last");
      show(received);
      if (number > 0) tell({ op: "closeStep", step: number, ...name });
      tape.forget(0, tape.count);
    },
  };
}
