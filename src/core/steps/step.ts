/** What a step mainly does, in the order a reader meets them. */
export const stepKinds = [
  "frame",
  "plan",
  "recall",
  "explore",
  "compute",
  "check",
  "backtrack",
  "conclude",
] as const;

export type StepKind = (typeof stepKinds)[number];

/** The title of a step of which too little has come; a view says it in the reader's language. */
export const unnamedTitle = "Thinking";

/** One finished step: its text as received, a short title and what it mainly does. */
export interface Step {
  title: string;
  kind: StepKind;
  text: string;
}

/** What a closed step says of earlier ones, by their numbers. */
export interface StepMarks {
  /** It questions what an earlier step found. */
  doubts?: true;
  /** The step whose line it drops, where that can be told. */
  givesUp?: number;
  /** The step it says again. */
  repeats?: number;
}

/** A group of steps of a long trace; it reaches to the step before the next phase's first. */
export interface Phase {
  /** Number of its first step, from 1. */
  from: number;
  title: string;
}

/**
 * What a splitter says while reasoning streams in. Steps are numbered from 1.
 * `openStep` takes the last `carry` UTF-16 units of the step before it as its first text:
 * a paragraph is shown at once and may move down until it is decided where it belongs.
 * `nameStep` betters the title of the open step; `closeStep` says its last one.
 */
export type StepChange =
  | { op: "openStep"; step: number; title: string; kind: StepKind; carry: number }
  | { op: "growStep"; step: number; text: string }
  | { op: "nameStep"; step: number; title: string; kind: StepKind }
  | { op: "closeStep"; step: number; title: string; kind: StepKind };

/**
 * Cuts a stream of reasoning into steps. However the text is cut into pushes, the steps are the same
 * and their texts joined are the input, unit for unit. On a cut, `openStep` comes before the `closeStep`
 * of the step it takes its carry from. After `end` nothing may be pushed.
 */
export interface StepSplitter {
  push(text: string): void;
  end(): void;
}
