import type { CodeContext } from "../ask/codeContext.ts";
import type { EarlierTurn } from "../ask/history.ts";
import type { Intent } from "../ask/intent.ts";
import type { ShownRequest } from "../ask/requestText.ts";
import type { Phase, StepChange, StepMarks } from "../steps/step.ts";
import type { Usage } from "../wire/part.ts";
import type { Failure } from "./failure.ts";
import type { Judgement } from "./verdict.ts";

/** What is known when a run begins and never changes. Times are ISO 8601. */
export interface RunHead {
  id: string;
  intent: Intent;
  question: string;
  context?: CodeContext;
  /** The code that went along with an earlier question of the conversation, and that this one is about too. */
  about?: CodeContext;
  /** The user message as it went out, word for word. */
  sent: string;
  /** The conversation before a follow-up question, oldest turn first. */
  earlier?: EarlierTurn[];
  /** How an earlier run was taken up. */
  resumed?: "continued" | "askedAgain" | AnsweredHow;
  /** All that went out, secrets blotted; absent when nothing did. */
  request?: ShownRequest;
  endpoint: string;
  model: string;
  effort?: string;
  /** True when the answer is a recorded trace and no model was asked. */
  sample: boolean;
  price?: Price;
  startedAt: string;
}

/** How a model was had to answer from its thoughts so far: as the next words of its own text, or asked again. */
export type AnsweredHow = "answerContinued" | "answerAskedAgain";

/** Another request of the same run: the thinking is broken off and the answer asked for. */
export interface AnswerNow {
  how: AnsweredHow;
  /** All that went out, secrets blotted. */
  request: ShownRequest;
  /** Steps there were; all that comes after them is the new request's. */
  after: number;
  /** Tokens of the requests before, ≈ where the server had not counted them yet. */
  paid: Usage;
}

/** A step's number and a title for it. */
export type StepTitle = [step: number, title: string];

/** Per million tokens, in `currency` (an ISO 4217 code, default USD). */
export interface Price {
  input: number;
  cachedInput?: number;
  output: number;
  currency?: string;
}

/**
 * Where a run stands. `cutOff` kept something, `failed` got nothing; a user's stop is no error.
 * `done.finish` is the server's finish reason.
 */
export type RunStatus =
  | { state: "waiting"; queued?: boolean; retryInSeconds?: number; failure?: Failure }
  | { state: "thinking" }
  | { state: "answering" }
  | { state: "done"; finish: string }
  | { state: "stopped" }
  | { state: "cutOff"; failure: Failure }
  | { state: "failed"; failure: Failure };

type At<T, Op extends string> = T extends { op: Op } ? T & { at: number } : T;

/**
 * The one vocabulary of journal, view, replay and export. `at` is milliseconds since the run began,
 * from a monotonic clock.
 */
export type Change =
  | { op: "begin"; version: 1; run: RunHead }
  | { op: "status"; status: RunStatus; at: number }
  | At<Exclude<StepChange, { op: "closeStep" }>, "openStep">
  | (At<Extract<StepChange, { op: "closeStep" }>, "closeStep"> & StepMarks)
  /** All phases as they now are; each takes the place of what was said before. */
  | { op: "phases"; phases: Phase[] }
  /** The reasoning goes in circles from this step on; said once at most. */
  | { op: "circling"; since: number }
  | ({ op: "answerNow" } & AnswerNow)
  | { op: "growAnswer"; text: string }
  /** The text that stood here was reasoning and follows as steps. */
  | { op: "clearAnswer" }
  | { op: "usage"; usage: Usage }
  /** Titles that a model wrote, in place of all it wrote before; steps without one show their own. */
  | { op: "retitle"; titles: StepTitle[] }
  /** What the reader says of a step, in place of what was said before. */
  | { op: "judge"; step: number; verdict: Judgement };

/** What may be added to a run at any time, also when it is over. */
export type Remark = Extract<Change, { op: "retitle" | "judge" }>;
