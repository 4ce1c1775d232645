import { env, EventEmitter, type Event, type LogOutputChannel } from "vscode";
import { answerRequest } from "../core/ask/answerNow.ts";
import type { Endpoint } from "../core/ask/endpoint.ts";
import { shownRequest } from "../core/ask/requestText.ts";
import { canAnswerNow } from "../core/run/canAnswerNow.ts";
import type { Change, Remark } from "../core/run/change.ts";
import { createRun, type Run } from "../core/run/run.ts";
import { applyChange, replayRecord, type RunRecord } from "../core/run/runRecord.ts";
import { isOver } from "../core/run/runStatus.ts";
import type { Endpoints } from "./endpoints.ts";
import { needsKey, type Keys } from "./keys.ts";
import { createRunFeed } from "./runFeed.ts";
import { headOf } from "./runHead.ts";
import { composeQuestion, composeTakeUp, type Composed, type Question, type TakeUp } from "./runRequests.ts";
import type { RunStore } from "./runStore.ts";
import { startTurn, type Turn } from "./turn.ts";

/** A run to look at, going on or over. `elapsed` is in milliseconds since it began. */
export interface ShownRun {
  readonly record: Readonly<RunRecord>;
  elapsed(): number;
  replay(): Change[];
  remark(said: Remark): Change[];
}

interface RunNews {
  changes: Change[];
  reset: boolean;
  elapsed: number;
}

/** The run that the viewers show, and the turn that feeds it. */
export interface Runs {
  /** Changes of the shown run, batched; `reset` when another run, or none, takes its place. */
  readonly onChanges: Event<RunNews>;
  /** The run going on or the last one; after a reload the newest one on disk. */
  shown(): Promise<ShownRun | undefined>;
  /** The run begun in this session, if any. */
  going(): ShownRun | undefined;
  isRunning(): boolean;
  ask(question: Question): Promise<void>;
  /** Takes up a run that was stopped or cut, as the endpoint can; without one, the active. */
  takeUp(unfinished: Readonly<RunRecord>, how: TakeUp, endpoint?: Endpoint): Promise<void>;
  /** Breaks off the thinking that goes on and has the same run answer from it; false when none does. */
  answerNow(): boolean;
  /** Adds to a run what is said of it, now or when it is over. */
  remark(about: Readonly<RunRecord>, said: Remark): Promise<void>;
  stop(): void;
  /** Shows no run, where none goes on. */
  clear(): void;
  /** Posts what waits for the next frame, so that a replay made now repeats nothing. */
  flush(): void;
  dispose(): Promise<void>;
}

/** The way a run's requests go: the endpoint as it was chosen and as it is reached, and its key. */
interface Way {
  endpoint: Endpoint;
  reached: Endpoint;
  key?: string;
}

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
  let way: Way | undefined;
  let saved: Promise<ShownRun | undefined> | undefined;

  const feed = createRunFeed({
    view: (changes) =>
      emitter.fire({ changes, reset: changes[0]?.op === "begin", elapsed: run?.elapsed() ?? 0 }),
    journal: (changes) => run && store.append(run.record.head.id, changes),
  });
  const changed = (changes: Change[]) => {
    feed.add(changes);
    if (!run || changes.length === 0 || !isOver(run.record.status)) return;
    feed.flush();
    log.info(endOf(run.record));
    over(run.record);
  };

  const isRunning = () => run !== undefined && !isOver(run.record.status);

  const begin = async (endpoint: Endpoint, compose: (reached: Endpoint) => Composed) => {
    const [key, reached] = await Promise.all([keys.find(endpoint), endpoints.reach(endpoint)]);
    const { head, request, unfinished } = compose(reached);
    const mustHaveKey = needsKey(endpoint);
    const goesOut = !mustHaveKey || key !== undefined;
    turn?.stop();
    feed.flush();
    way = { endpoint, reached, ...(key === undefined ? {} : { key }) };
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
    turn = startTurn({ ...turnOn(way), run, request, changed });
  };

  return {
    onChanges: emitter.event,
    shown: () => (run ? Promise.resolve(run) : (saved ??= store.newest().then(asShown))),
    going: () => run,
    isRunning,
    ask: ({ endpoint = endpoints.active(), ...question }) =>
      begin(endpoint, (reached) => composeQuestion(reached, question)),
    takeUp: (unfinished, how, endpoint = endpoints.active()) =>
      begin(endpoint, (reached) => composeTakeUp(reached, unfinished, how)),
    answerNow() {
      if (!run || !way || !isRunning() || !canAnswerNow(run.record)) return false;
      const { request, how } = answerRequest(way.reached, run.record, env.language);
      turn?.leave();
      changed(run.answerNow({ how, request: shownRequest(way.endpoint, request, way.key !== undefined) }));
      turn = startTurn({ ...turnOn(way), run, request, changed, goesOn: true });
      return true;
    },
    async remark({ head: { id } }, said) {
      // What it speaks of may still wait to be posted and written.
      if (run?.record.head.id === id) return feed.add(run.remark(said));
      store.append(id, [said]);
      const shown = run ?? (await saved);
      if (shown?.record.head.id !== id) return;
      emitter.fire({ changes: shown.remark(said), reset: false, elapsed: shown.elapsed() });
    },
    stop: () => turn?.stop(),
    clear() {
      if (isRunning()) return;
      feed.flush();
      run = turn = way = undefined;
      saved = Promise.resolve(undefined);
      emitter.fire({ changes: [], reset: true, elapsed: 0 });
    },
    flush: () => feed.flushView(),
    async dispose() {
      turn?.interrupt();
      feed.flush();
      feed.dispose();
      emitter.dispose();
      await store.settled();
    },
  };
}

function turnOn({ endpoint, reached, key }: Way) {
  return { endpoint: reached, mustHaveKey: needsKey(endpoint), ...(key === undefined ? {} : { key }) };
}

/** One line for the log: facts only, nothing that was asked or answered. */
function endOf({ head, status, statusAt, steps }: RunRecord): string {
  const fault =
    "failure" in status && status.failure ? ` ${status.failure.kind} ${status.failure.status ?? ""}` : "";
  return `Run ${head.id} at ${head.endpoint}: ${status.state}${fault}, ${steps.length} steps, ${statusAt} ms`;
}

function asShown(record: RunRecord | undefined): ShownRun | undefined {
  if (!record) return undefined;
  return {
    record,
    elapsed: () => record.statusAt,
    replay: () => replayRecord(record),
    remark(said) {
      applyChange(record, said);
      return [said];
    },
  };
}
