import type { Failure } from "../../core/run/failure.ts";
import { canAnswerNow } from "../../core/run/canAnswerNow.ts";
import { canResume } from "../../core/run/canResume.ts";
import { failureTitle } from "../../core/run/failureWords.ts";
import type { RunRecord } from "../../core/run/runRecord.ts";
import type { ViewAction } from "../../protocol.ts";
import { failureCards } from "./failureCards.ts";
import { t } from "../l10n.ts";

/** A notice above what came: what happened, what was kept, what to do next. */
export interface Notice {
  tone: "wait" | "info" | "warning" | "error";
  title: string;
  texts: string[];
  /** The server's own sentence. */
  said?: string;
  actions: readonly ViewAction[];
}

/** What has to be said about a run as it stands, or undefined when reasoning and answer speak for themselves. */
export function outcome(record: Readonly<RunRecord>, elapsed: number): Notice | undefined {
  const { status } = record;
  switch (status.state) {
    case "waiting":
      return waiting(record, status, elapsed);
    case "thinking":
      return circling(record);
    case "answering":
      return undefined;
    case "done":
      return doneNotice(record, status.finish);
    case "stopped":
      return stoppedNotice(record);
    case "cutOff":
    case "failed":
      return failureNotice(record, status.failure);
    default:
      return status satisfies never;
  }
}

type Waiting = Extract<RunRecord["status"], { state: "waiting" }>;

function waiting(record: Readonly<RunRecord>, status: Waiting, elapsed: number): Notice {
  const since = record.statusAt;
  if (status.retryInSeconds !== undefined) {
    const left = Math.max(0, Math.ceil(status.retryInSeconds - (elapsed - since) / 1000));
    const why = status.failure && failureTitle(status.failure, t);
    return { tone: "wait", title: t("Trying again in {0} s", left), texts: why ? [why] : [], actions: [] };
  }
  return { tone: "wait", title: waitingFor(record, status, elapsed), texts: [], actions: [] };
}

function waitingFor({ answeredNow, ...record }: Readonly<RunRecord>, { queued }: Waiting, elapsed: number) {
  // A request that takes an earlier one's place is queued for itself.
  const from = answeredNow ? record.statusAt : 0;
  if (queued) {
    const seconds = Math.floor((elapsed - from) / 1000);
    return t("The server is queueing this request, {0} s so far", seconds);
  }
  return answeredNow
    ? t("Thinking is broken off; waiting for the answer…")
    : t("Waiting for the first word…");
}

/** Told while it goes on; afterwards the reasoning says it, as a plain note. */
function circling({ circlingSince: since, answeredNow }: Readonly<RunRecord>): Notice | undefined {
  if (since === undefined || answeredNow) return undefined;
  return {
    tone: "info",
    title: circlingWords(since),
    texts: [],
    actions: ["answerNow", "stop"],
  };
}

/** What is said once, when the reasoning is found to go in circles. */
export function circlingWords(since: number): string {
  return t("It seems to go in circles since step {0}", since);
}

function doneNotice(record: Readonly<RunRecord>, finish: string): Notice | undefined {
  const answered = record.answer.trim() !== "";
  const thought = record.steps.length > 0;
  if (finish === "length") return limitNotice(record, answered);
  if (finish === "content_filter") {
    return {
      tone: "warning",
      title: t("The provider's filter ended the answer"),
      texts: [kept(record)],
      actions: ["askAgain"],
    };
  }
  if (answered) return undefined;
  const title = thought ? t("The model ended without an answer") : t("The model sent nothing");
  return { tone: "warning", title, texts: [kept(record)], actions: [...answerActions(record), "askAgain"] };
}

function limitNotice(record: Readonly<RunRecord>, answered: boolean): Notice {
  const title = answered ? t("The answer ends at the token limit") : t("The budget ran out while thinking");
  const text = answered
    ? t("What came is kept. A higher limit (maxTokens) leaves room for the rest.")
    : t("No answer was begun; the reasoning is kept. A higher limit (maxTokens) leaves room for an answer.");
  const actions: ViewAction[] = [
    ...answerActions(record),
    ...resumeActions(record),
    "raiseLimit",
    "askAgain",
  ];
  return { tone: "warning", title, texts: [text], actions };
}

function answerActions(record: Readonly<RunRecord>): ViewAction[] {
  return canAnswerNow(record) ? ["answerNow"] : [];
}

function resumeActions(record: Readonly<RunRecord>): ViewAction[] {
  return canResume(record) ? ["resume"] : [];
}

function stoppedNotice(record: Readonly<RunRecord>): Notice | undefined {
  if (!canResume(record)) {
    return { tone: "info", title: t("Stopped"), texts: [t("Nothing had come yet.")], actions: ["askAgain"] };
  }
  const actions: ViewAction[] = ["resume", ...answerActions(record), "askAgain"];
  return { tone: "info", title: kept(record), texts: [], actions };
}

function failureNotice(record: Readonly<RunRecord>, failure: Failure): Notice {
  const { text, actions } = failureCards[failure.kind];
  return {
    tone: record.status.state === "cutOff" ? "warning" : "error",
    title: failureTitle(failure, t),
    texts: [text(failure), kept(record)],
    ...(failure.said ? { said: failure.said } : {}),
    actions: [...resumeActions(record), ...answerActions(record), ...actions],
  };
}

function kept(record: Readonly<RunRecord>): string {
  const steps = record.steps.length;
  if (record.answer.trim()) return t("What came is kept, the answer so far included.");
  if (steps === 1) return t("What came is kept: 1 step.");
  if (steps > 1) return t("What came is kept: {0} steps.", steps);
  return t("Nothing had come yet; your question is kept.");
}
