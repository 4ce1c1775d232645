import { intents } from "../ask/intent.ts";
import { isFields, type Fields } from "../wire/fields.ts";
import type { Usage } from "../wire/part.ts";
import type { Change, RunStatus } from "./change.ts";
import { closeJson } from "./closeJson.ts";
import { writtenTokens, type RunGlance } from "./glance.ts";
import { readChanges } from "./journal.ts";
import { isOver } from "./runStatus.ts";

/**
 * Reads of a journal what a list says. `end` is its last characters, or all of it when no `start` is given; a first
 * line that `start` cuts off still says what stands before the cut. Undefined where there is no run.
 */
export function readGlance(end: string, start?: string): RunGlance | undefined {
  const isWhole = start === undefined;
  const head = readHead(start ?? end, !isWhole);
  if (!head) return undefined;
  // A part of a journal may begin within a line.
  const told = readEnd(readChanges(isWhole ? end : end.slice(end.indexOf("\n") + 1)));
  const unsaid = isWhole ? 0 : undefined;
  const { steps = unsaid } = told;
  const over = isOver(told.status);
  const took = over ? told.statusAt : (told.at ?? unsaid);
  return {
    ...head,
    status: over ? told.status : interrupted(steps !== 0 || told.answered),
    ...(took === undefined ? {} : { took }),
    ...(steps === undefined ? {} : { steps }),
    ...writtenTokens(told.usage, told.paid),
  };
}

function interrupted(cameSome: boolean): RunStatus {
  return { state: cameSome ? "cutOff" : "failed", failure: { kind: "interrupted" } };
}

type GlancedHead = Omit<RunGlance, "status" | "took" | "steps" | "tokens">;

function readHead(text: string, mayBeCut: boolean): GlancedHead | undefined {
  const end = text.indexOf("\n");
  const begin = parse(end < 0 && mayBeCut ? closeJson(text) : text.slice(0, end < 0 ? undefined : end));
  return isFields(begin) && begin.op === "begin" && isFields(begin.run) ? glancedHead(begin.run) : undefined;
}

function glancedHead(run: Fields): GlancedHead | undefined {
  const { id, question = "", endpoint, model, effort, sample, startedAt, context, about } = run;
  const intent = intents.find((each) => each === run.intent);
  const code = readCode(context ?? about);
  if (typeof id !== "string" || typeof question !== "string" || !intent) return undefined;
  if (typeof endpoint !== "string" || typeof model !== "string") return undefined;
  if (typeof sample !== "boolean" || typeof startedAt !== "string") return undefined;
  if (Number.isNaN(Date.parse(startedAt))) return undefined;
  return {
    id,
    intent,
    question,
    endpoint,
    model,
    sample,
    startedAt,
    ...(typeof effort === "string" ? { effort } : {}),
    ...(code ? { code } : {}),
  };
}

function readCode(code: unknown): RunGlance["code"] {
  if (!isFields(code)) return undefined;
  const { path, startLine, endLine } = code;
  const isPlace = typeof path === "string" && typeof startLine === "number" && typeof endLine === "number";
  return isPlace ? { path, startLine, endLine } : undefined;
}

/** What the last changes of a run say; `at` is the latest time in them. */
interface End {
  status: RunStatus;
  statusAt: number;
  at?: number;
  steps?: number;
  answered: boolean;
  usage?: Usage | undefined;
  paid?: Usage;
}

function readEnd(changes: readonly Change[]): End {
  const end: End = { status: { state: "waiting" }, statusAt: 0, answered: false };
  for (const change of changes) {
    if ("at" in change) end.at = Math.max(end.at ?? 0, change.at);
    Object.assign(end, readChange(change, end));
  }
  return end;
}

function readChange(change: Change, { steps = 0 }: End): Partial<End> {
  switch (change.op) {
    case "status":
      return { status: change.status, statusAt: change.at };
    case "growAnswer":
      return { answered: true };
    case "clearAnswer":
      return { answered: false };
    case "usage":
      return { usage: change.usage };
    case "answerNow":
      return { usage: undefined, paid: change.paid };
    case "openStep":
    case "growStep":
    case "nameStep":
    case "closeStep":
      return { steps: Math.max(steps, change.step) };
    case "begin":
    case "phases":
    case "circling":
    case "retitle":
    case "judge":
      return {};
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
