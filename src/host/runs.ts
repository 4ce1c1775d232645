import { env, EventEmitter, type Event, type LogOutputChannel } from "vscode";
import type { CodeContext } from "../core/ask/codeContext.ts";
import type { Endpoint } from "../core/ask/endpoint.ts";
import type { Intent } from "../core/ask/intent.ts";
import { requestFor, resumption } from "../core/ask/conversation.ts";
import type { EarlierTurn } from "../core/ask/history.ts";
import { questionOf, userMessage } from "../core/ask/messages.ts";
import type { Outgoing } from "../core/ask/requestBody.ts";
import { shownRequest } from "../core/ask/requestText.ts";
import type { Change } from "../core/run/change.ts";
import { createOutbox } from "../core/run/outbox.ts";
import { createRun, type Run } from "../core/run/run.ts";
import { replayRecord, type RunRecord } from "../core/run/runRecord.ts";
import { isOver } from "../core/run/runStatus.ts";
import type { Endpoints } from "./endpoints.ts";
import { needsKey, type Keys } from "./keys.ts";
import { askedIn, headOf, type AskedHead } from "./runHead.ts";
import type { RunStore } from "./runStore.ts";
import { startTurn, type Turn } from "./turn.ts";

/** What a reader asks; `endpoint` asks another one than the active. */
export interface Question {
  intent: Intent;
  question: string;
  context?: CodeContext;
  endpoint?: Endpoint;
  /** The conversation that this question follows. */
  earlier?: EarlierTurn[];
}

/** A run to look at, going on or over. `elapsed` is in milliseconds since it began. */
export interface ShownRun {
  readonly record: Readonly<RunRecord>;
  elapsed(): number;
  replay(): Change[];
}

export interface RunNews {
  changes: Change[];
  reset: boolean;
  elapsed: number;
}

/** The run that the viewers show, and the turn that feeds it. */
export interface Runs {
  /** Changes of the shown run, batched; `reset` when another run takes its place. */
  readonly onChanges: Event<RunNews>;
  /** The run going on or the last one; after a reload the newest one on disk. */
  shown(): Promise<ShownRun | undefined>;
  /** The run begun in this session, if any. */
  going(): ShownRun | undefined;
  isRunning(): boolean;
  ask(question: Question): Promise<void>;
  /** Takes up a run that was stopped or cut, as the endpoint can; without one, the active. */
  resume(unfinished: Readonly<RunRecord>, endpoint?: Endpoint): Promise<void>;
  stop(): void;
  /** Posts what waits for the next frame, so that a replay made now repeats nothing. */
  flush(): void;
  dispose(): Promise<void>;
}

interface Composed {
  head: AskedHead;
  request: Outgoing;
  unfinished?: Readonly<RunRecord>;
}

const frame = 16;
const journalInterval = 200;

export function createRuns({
  endpoints,
  keys,
  store,
  log,
  over,
}: {
  endpoints: Endpoints;
  keys: Keys;
  store: RunStore;
  log: LogOutputChannel;
  /** Told once of each run that is over. */
  over: (record: Readonly<RunRecord>) => void;
}): Runs {
  const emitter = new EventEmitter<RunNews>();
  let run: Run | undefined;
  let turn: Turn | undefined;
  let saved: Promise<ShownRun | undefined> | undefined;

  const view = createOutbox({
    post: (changes) =>
      emitter.fire({ changes, reset: changes[0]?.op === "begin", elapsed: run?.elapsed() ?? 0 }),
    interval: frame,
    schedule,
  });
  const journal = createOutbox({
    post: (changes) => run && store.append(run.record.head.id, changes),
    interval: journalInterval,
    schedule,
  });
  const changed = (changes: Change[]) => {
    view.add(changes);
    journal.add(changes);
    if (!run || changes.length === 0 || !isOver(run.record.status)) return;
    journal.flush();
    log.info(endOf(run.record));
    over(run.record);
  };

  const isRunning = () => run !== undefined && !isOver(run.record.status);

  const flush = () => {
    view.flush();
    journal.flush();
  };

  const begin = async (endpoint: Endpoint, compose: (reached: Endpoint) => Composed) => {
    const [key, reached] = await Promise.all([keys.find(endpoint), endpoints.reach(endpoint)]);
    const { head, request, unfinished } = compose(reached);
    const mustHaveKey = needsKey(endpoint);
    const goesOut = !mustHaveKey || key !== undefined;
    turn?.stop();
    flush();
    // Before the turn starts, since its first changes belong to this run's journal.
    run = createRun(
      {
        ...headOf(endpoint),
        ...head,
        ...(goesOut ? { request: shownRequest(endpoint, request, key !== undefined) } : {}),
      },
      () => performance.now(),
      unfinished,
    );
    turn = startTurn({
      run,
      endpoint: reached,
      request,
      mustHaveKey,
      ...(key === undefined ? {} : { key }),
      changed,
    });
  };

  return {
    onChanges: emitter.event,
    shown: () => (run ? Promise.resolve(run) : (saved ??= store.newest().then(asShown))),
    going: () => run,
    isRunning,
    async ask({ endpoint = endpoints.active(), ...question }) {
      const sent = userMessage(questionOf(question.intent, question.question), question.context);
      const { earlier = [] } = question;
      await begin(endpoint, (reached) => ({
        head: { ...question, sent },
        request: requestFor(reached, { sent, earlier, language: env.language }),
      }));
    },
    async resume(unfinished, endpoint = endpoints.active()) {
      const { head } = unfinished;
      await begin(endpoint, (reached) => {
        const { request, resumed } = resumption(reached, unfinished, env.language);
        return { head: { ...askedIn(head), sent: head.sent, resumed }, request, unfinished };
      });
    },
    stop: () => turn?.stop(),
    flush: () => view.flush(),
    async dispose() {
      turn?.interrupt();
      flush();
      view.dispose();
      journal.dispose();
      emitter.dispose();
      await store.settled();
    },
  };
}

/** One line for the log: facts only, nothing that was asked or answered. */
function endOf({ head, status, statusAt, steps }: RunRecord): string {
  const fault =
    "failure" in status && status.failure ? ` ${status.failure.kind} ${status.failure.status ?? ""}` : "";
  return `Run ${head.id} at ${head.endpoint}: ${status.state}${fault}, ${steps.length} steps, ${statusAt} ms`;
}

function asShown(record: RunRecord | undefined): ShownRun | undefined {
  return record && { record, elapsed: () => record.statusAt, replay: () => replayRecord(record) };
}

function schedule(task: () => void, milliseconds: number): () => void {
  const timer = setTimeout(task, milliseconds);
  return () => clearTimeout(timer);
}
