import type { Phase, StepKind, StepMarks } from "../steps/step.ts";
import type { Usage } from "../wire/part.ts";
import type { AnswerNow, Change, RunHead, RunStatus, StepTitle } from "./change.ts";
import type { Judgement, Verdict } from "./verdict.ts";

/** One step as it stands; times are milliseconds since the run began, `closedAt` is absent while it is open. */
export interface StepRecord extends StepMarks {
  title: string;
  /** What a model called it afterwards, to be shown in place of `title`. */
  modelTitle?: string;
  /** What the reader says of it. */
  verdict?: Verdict;
  kind: StepKind;
  text: string;
  openedAt: number;
  closedAt?: number;
}

/** What a run's changes add up to. */
export interface RunRecord {
  head: RunHead;
  status: RunStatus;
  /** When the status last changed, in milliseconds since the run began. */
  statusAt: number;
  steps: StepRecord[];
  /** None while the trace is short. */
  phases: Phase[];
  /** The step from which on the reasoning goes in circles. */
  circlingSince?: number;
  /** The newest of the requests that broke the thinking off. */
  answeredNow?: AnswerNow;
  answer: string;
  usage?: Usage;
}

export function newRecord(head: RunHead): RunRecord {
  return { head, status: { state: "waiting" }, statusAt: 0, steps: [], phases: [], answer: "" };
}

/** Adds one change to the record; a change that does not fit (a step that is not there) is ignored. */
export function applyChange(record: RunRecord, change: Change): void {
  switch (change.op) {
    case "begin":
      break;
    case "status":
      record.status = change.status;
      record.statusAt = change.at;
      break;
    case "openStep":
    case "growStep":
    case "nameStep":
    case "closeStep":
    case "retitle":
    case "judge":
      changeSteps(record.steps, change);
      break;
    case "phases":
      record.phases = change.phases;
      break;
    case "circling":
      record.circlingSince = change.since;
      break;
    case "answerNow":
      record.answeredNow = answerNowOf(change);
      delete record.usage;
      break;
    case "growAnswer":
      record.answer += change.text;
      break;
    case "clearAnswer":
      record.answer = "";
      break;
    case "usage":
      record.usage = change.usage;
      break;
    default:
      change satisfies never;
  }
}

type StepsChange = Extract<Change, { step: number } | { op: "retitle" }>;

function changeSteps(steps: StepRecord[], change: StepsChange): void {
  if (change.op === "openStep") openStep(steps, change);
  else if (change.op === "retitle") retitle(steps, change.titles);
  else if (change.op === "judge") judge(steps[change.step - 1], change.verdict);
  else changeStep(steps[change.step - 1], change);
}

function answerNowOf({ how, request, after, paid }: AnswerNow): AnswerNow {
  return { how, request, after, paid };
}

function retitle(steps: StepRecord[], titles: readonly StepTitle[]): void {
  for (const step of steps) delete step.modelTitle;
  for (const [number, title] of titles) {
    const step = steps[number - 1];
    if (step) step.modelTitle = title;
  }
}

function judge(step: StepRecord | undefined, verdict: Judgement): void {
  if (!step) return;
  if (verdict === "none") delete step.verdict;
  else step.verdict = verdict;
}

type Judge = Extract<Change, { op: "judge" }>;

/** The verdicts on these steps as changes. */
export function judgementsOn(steps: readonly StepRecord[]): Judge[] {
  return steps.flatMap(({ verdict }, index): Judge[] =>
    verdict ? [{ op: "judge", step: index + 1, verdict }] : [],
  );
}

/** The titles that a model wrote. */
function modelTitlesOf({ steps }: RunRecord): StepTitle[] {
  return steps.flatMap(({ modelTitle }, index): StepTitle[] =>
    modelTitle === undefined ? [] : [[index + 1, modelTitle]],
  );
}

function openStep(steps: StepRecord[], change: Extract<Change, { op: "openStep" }>): void {
  if (change.step !== steps.length + 1) return;
  const before = steps.at(-1);
  const from = before ? Math.max(0, before.text.length - change.carry) : 0;
  const text = before ? before.text.slice(from) : "";
  if (before) before.text = before.text.slice(0, from);
  steps.push({ title: change.title, kind: change.kind, text, openedAt: change.at });
}

type StepUpdate = Extract<Change, { op: "growStep" | "nameStep" | "closeStep" }>;

function changeStep(step: StepRecord | undefined, change: StepUpdate): void {
  if (!step) return;
  if (change.op === "growStep") {
    step.text += change.text;
    return;
  }
  step.title = change.title;
  step.kind = change.kind;
  if (change.op !== "closeStep") return;
  step.closedAt = change.at;
  Object.assign(step, marksOf(change));
}

/** The marks alone, without those that are not set. */
function marksOf({ doubts, givesUp, repeats }: StepMarks): StepMarks {
  return {
    ...(doubts && { doubts }),
    ...(givesUp !== undefined && { givesUp }),
    ...(repeats !== undefined && { repeats }),
  };
}

/** The fewest changes that make this record again: a snapshot is only a replay. */
export function replayRecord(record: RunRecord): Change[] {
  const changes: Change[] = [{ op: "begin", version: 1, run: record.head }];
  const { answeredNow } = record;
  record.steps.forEach((step, index) => {
    if (answeredNow?.after === index) changes.push({ op: "answerNow", ...answeredNow });
    changes.push(...replayStep(step, index + 1));
  });
  if (answeredNow && answeredNow.after >= record.steps.length)
    changes.push({ op: "answerNow", ...answeredNow });
  if (record.phases.length > 0) changes.push({ op: "phases", phases: record.phases });
  if (record.circlingSince !== undefined) changes.push({ op: "circling", since: record.circlingSince });
  if (record.answer) changes.push({ op: "growAnswer", text: record.answer });
  if (record.usage) changes.push({ op: "usage", usage: record.usage });
  const titles = modelTitlesOf(record);
  if (titles.length > 0) changes.push({ op: "retitle", titles });
  changes.push(...judgementsOn(record.steps));
  changes.push({ op: "status", status: record.status, at: record.statusAt });
  return changes;
}

function replayStep(record: StepRecord, step: number): Change[] {
  const { title, kind, text, openedAt, closedAt } = record;
  return [
    { op: "openStep", step, title, kind, carry: 0, at: openedAt },
    { op: "growStep", step, text },
    ...(closedAt === undefined
      ? []
      : [{ op: "closeStep" as const, step, title, kind, at: closedAt, ...marksOf(record) }]),
  ];
}
