import type { Part } from "../wire/part.ts";
import type { AnswerNow, Change, Remark, RunHead, RunStatus } from "./change.ts";
import type { Failure } from "./failure.ts";
import { isOver } from "./runStatus.ts";
import { applyChange, judgementsOn, newRecord, replayRecord, type RunRecord } from "./runRecord.ts";
import { tokensOf } from "./spent.ts";
import { createThoughts } from "./thoughts.ts";

/**
 * One question to a model and all that came of it. Every method returns what changed, to be added to
 * outbox and journal; a run that is over changes no more and returns nothing.
 */
export interface Run {
  readonly record: Readonly<RunRecord>;
  /** Milliseconds since the run began, standing still once it is over. */
  elapsed(): number;
  begin(): Change[];
  accept(part: Part): Change[];
  /** The thinking is broken off; what comes from now on is the answer to another request, unless it thinks again. */
  answerNow(asked: Pick<AnswerNow, "how" | "request">): Change[];
  /** Says why nothing comes yet. */
  wait(status: Extract<RunStatus, { state: "waiting" }>): Change[];
  /** The stream ended by itself: done when the server gave a finish reason, otherwise cut off. */
  end(): Change[];
  stop(): Change[];
  fail(failure: Failure): Change[];
  /** Takes what is said of it, also when it is over. */
  remark(said: Remark): Change[];
  replay(): Change[];
}

// These reasons report a fault of the server in place of an error (wire.md A4 and B1, DeepSeek and GLM).
const faultyFinishes = new Set(["insufficient_system_resource", "aborted", "network_error", "error"]);

/**
 * Starts a run; `now` is a monotonic clock in milliseconds. One that takes up an `unfinished` run begins with
 * its steps, at their times, and where the model goes on in the same text (`head.resumed`) with its answer too.
 */
export function createRun(head: RunHead, now: () => number, unfinished?: Readonly<RunRecord>): Run {
  const beganAt = now() - (unfinished?.statusAt ?? 0);
  const record = newRecord(head);
  let finish: string | undefined;

  /** The answer shown is of the earlier attempt. */
  let outdated = false;
  /** The time of what is told again from an earlier run. */
  let toldAt: number | undefined;

  const elapsed = () => toldAt ?? (isOver(record.status) ? record.statusAt : Math.round(now() - beganAt));

  const note = (changes: Change[]): Change[] => {
    for (const change of changes) applyChange(record, change);
    return changes;
  };

  const thoughts = createThoughts({ record, note: (change) => applyChange(record, change), elapsed });

  const enter = (state: "thinking" | "answering"): Change[] =>
    record.status.state === state ? [] : note([{ op: "status", status: { state }, at: elapsed() }]);

  const think = (text: string): Change[] =>
    record.status.state === "thinking" ? thoughts.push(text) : [...enter("thinking"), ...thoughts.push(text)];

  const answer = (text: string): Change[] => {
    const grown = note([{ op: "growAnswer", text }]);
    // GLM sends a lone line feed as content before it thinks; white space is no answer yet.
    if (record.status.state !== "answering" && !record.answer.trim()) return grown;
    return [...thoughts.close(), ...enter("answering"), ...grown];
  };

  const relabel = (): Change[] => {
    const text = record.answer;
    return [...note([{ op: "clearAnswer" }]), ...think(text)];
  };

  const dropOutdated = (): Change[] => {
    if (!outdated) return [];
    outdated = false;
    return note([{ op: "clearAnswer" }]);
  };

  const tellAgain = ({ steps, answer: begun, statusAt }: Readonly<RunRecord>): Change[] => {
    const changes = steps.flatMap(({ text, openedAt }) => {
      toldAt = openedAt;
      return think(text);
    });
    toldAt = statusAt;
    // Cut otherwise than then, a step is another one.
    const isSame = (step: number) => record.steps[step - 1]?.text === steps[step - 1]?.text;
    changes.push(...note(judgementsOn(steps).filter(({ step }) => isSame(step))));
    if (head.resumed === "continued") changes.push(...(begun ? answer(begun) : []));
    else {
      // Kept in sight until the new one comes, and for good when none does.
      changes.push(...thoughts.close(), ...(begun ? note([{ op: "growAnswer", text: begun }]) : []));
      outdated = begun !== "";
    }
    // Nothing of the new request has come yet.
    changes.push(...note([{ op: "status", status: { state: "waiting" }, at: statusAt }]));
    toldAt = undefined;
    return changes;
  };

  const finishAs = (status: RunStatus): Change[] =>
    isOver(record.status) ? [] : [...thoughts.close(), ...note([{ op: "status", status, at: elapsed() }])];

  const fail = (failure: Failure): Change[] => {
    const kept = record.steps.length > 0 || record.answer.length > 0;
    return finishAs({ state: kept ? "cutOff" : "failed", failure });
  };

  return {
    record,
    elapsed,
    begin: () => [
      { op: "begin", version: 1, run: head },
      ...(unfinished ? tellAgain(unfinished) : note([{ op: "status", status: record.status, at: 0 }])),
    ],
    accept(part) {
      if (isOver(record.status)) return [];
      switch (part.type) {
        case "reasoning":
          if (part.text === "") return [];
          return outdated ? [...dropOutdated(), ...think(part.text)] : think(part.text);
        case "answer":
          return part.text ? [...dropOutdated(), ...answer(part.text)] : [];
        case "section":
          return thoughts.close();
        case "relabel":
          return relabel();
        case "toolCall":
          return [];
        case "usage":
          return note([{ op: "usage", usage: { ...record.usage, ...part.usage } }]);
        case "finish":
          // An end without a reason says less than a reason that came before it.
          finish ??= part.reason;
          if (part.reason) finish = part.reason;
          return [];
      }
    },
    answerNow(asked) {
      if (isOver(record.status)) return [];
      finish = undefined;
      const closed = thoughts.close();
      const broken = { after: record.steps.length, paid: tokensOf(record) };
      const status: RunStatus = { state: "waiting" };
      return [
        ...closed,
        ...note([
          { op: "answerNow", ...asked, ...broken },
          { op: "status", status, at: elapsed() },
        ]),
      ];
    },
    wait: (status) =>
      record.status.state === "waiting" ? note([{ op: "status", status, at: elapsed() }]) : [],
    end() {
      const answered = record.answer.trim() !== "";
      if (finish === undefined || (finish === "" && !answered)) return fail({ kind: "dropped" });
      if (faultyFinishes.has(finish)) return fail({ kind: "server", said: finish });
      return finishAs({ state: "done", finish });
    },
    stop: () => finishAs({ state: "stopped" }),
    fail,
    remark: (said) => note([said]),
    replay: () => replayRecord(record),
  };
}
