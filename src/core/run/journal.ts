import type { Change } from "./change.ts";
import { isRunHead, isShownRequest } from "./isRunHead.ts";
import { isRunStatus } from "./isRunStatus.ts";
import { applyChange, newRecord, type RunRecord } from "./runRecord.ts";
import { isOver } from "./runStatus.ts";
import { isJudgement } from "./verdict.ts";
import { stepKinds } from "../steps/step.ts";
import { isFields, type Fields } from "../wire/fields.ts";

/** The journal's form: one change a line, as JSON. */
export function journalLines(changes: Change[]): string {
  return changes.map((change) => `${JSON.stringify(change)}\n`).join("");
}

/**
 * Reads a journal again. Lines that are no change (a crash cuts the last one) are passed over; without a
 * readable first line there is no run and the answer is undefined. A run whose end is missing was interrupted.
 */
export function readJournal(text: string): RunRecord | undefined {
  const changes = readChanges(text);
  const [begin] = changes;
  if (begin?.op !== "begin") return undefined;
  const record = newRecord(begin.run);
  for (const change of changes) applyChange(record, change);
  if (!isOver(record.status)) interrupt(record);
  return record;
}

/** The changes that whole lines say; all other lines are passed over. */
export function readChanges(text: string): Change[] {
  return text
    .split("\n")
    .map(readLine)
    .filter((change) => change !== undefined);
}

function interrupt(record: RunRecord): void {
  const at = Math.max(record.statusAt, ...record.steps.map((step) => step.closedAt ?? step.openedAt));
  record.steps.forEach((step, index) => (step.closedAt ??= record.steps[index + 1]?.openedAt ?? at));
  const state = record.steps.length > 0 || record.answer ? "cutOff" : "failed";
  applyChange(record, { op: "status", status: { state, failure: { kind: "interrupted" } }, at });
}

function readLine(line: string): Change | undefined {
  if (!line) return undefined;
  try {
    const value: unknown = JSON.parse(line);
    return isChange(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isText = (value: unknown) => typeof value === "string";
const isTime = (value: unknown) => typeof value === "number" && Number.isFinite(value);
const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;
const isKind = (value: unknown) => stepKinds.some((kind) => kind === value);

const isUnsetOr = (holds: (value: unknown) => boolean) => (value: unknown) =>
  value === undefined || holds(value);
const isPhase = (value: unknown) => isFields(value) && isCount(value.from) && isText(value.title);

const isAnsweredHow = (value: unknown) => value === "answerContinued" || value === "answerAskedAgain";
const isStepTitle = (value: unknown) =>
  Array.isArray(value) && value.length === 2 && isCount(value[0]) && isText(value[1]);
const isUsage = (value: unknown) => isFields(value) && Object.values(value).every(isCount);

/** The fields each change must have; a row here is all that a new change needs to be read back. */
const shapes: Record<Change["op"], Record<string, (value: unknown) => boolean>> = {
  begin: { version: (value) => value === 1, run: isRunHead },
  status: { status: isRunStatus, at: isTime },
  openStep: { step: isCount, title: isText, kind: isKind, carry: isCount, at: isTime },
  growStep: { step: isCount, text: isText },
  nameStep: { step: isCount, title: isText, kind: isKind },
  closeStep: {
    step: isCount,
    title: isText,
    kind: isKind,
    at: isTime,
    doubts: isUnsetOr((value) => value === true),
    givesUp: isUnsetOr(isCount),
    repeats: isUnsetOr(isCount),
  },
  phases: { phases: (value) => Array.isArray(value) && value.every(isPhase) },
  circling: { since: isCount },
  answerNow: { how: isAnsweredHow, request: isShownRequest, after: isCount, paid: isUsage },
  growAnswer: { text: isText },
  clearAnswer: {},
  usage: { usage: isUsage },
  retitle: { titles: (value) => Array.isArray(value) && value.every(isStepTitle) },
  judge: { step: isCount, verdict: isJudgement },
};

function isOp(op: unknown): op is Change["op"] {
  return typeof op === "string" && Object.hasOwn(shapes, op);
}

function isChange(value: unknown): value is Change {
  if (!isFields(value) || !isOp(value.op)) return false;
  const fields: Fields = value;
  return Object.entries(shapes[value.op]).every(([name, holds]) => holds(fields[name]));
}
