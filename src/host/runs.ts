import { env, EventEmitter, type Event, type LogOutputChannel } from "vscode";
import { answerRequest } from "../core/ask/answerNow.ts";
import type { Endpoint } from "../core/ask/endpoint.ts";
import { shownRequest } from "../core/ask/requestText.ts";
import { canAnswerNow } from "../core/run/canAnswerNow.ts";
import type { Change, Remark } from "../core/run/change.ts";
import { createRun, type Run } from "../core/run/run.ts";
import type { RunRecord } from "../core/run/runRecord.ts";
import { isOver } from "../core/run/runStatus.ts";
import type { Endpoints } from "./endpoints.ts";
import { needsKey, type Keys } from "./keys.ts";
import { createRunFeed } from "./runFeed.ts";
import { headOf } from "./runHead.ts";
import { composeQuestion, composeTakeUp, type Composed, type Question, type TakeUp } from "./runRequests.ts";
import type { RunStore } from "./runStore.ts";
import { asShown, createStage, type LastShown, type ShownRun } from "./stage.ts";
import { startTurn, type Turn } from "./turn.ts";

export interface RunNews {
  changes: Change[];
  reset: boolean;
  elapsed: number;
}

/** The run that goes on, with the turn that feeds it, and the run that the viewers show: that one or an earlier one. */
export interface Runs {
  /** Changes of the shown run, batched; `reset` when another run, or none, takes its place. */
  readonly onChanges: Event<RunNews>;
  /** Changes of the run begun last in this session, shown or not. */
  readonly onGoing: Event<Change[]>;
  /** The run that the viewers show; after a reload the one they showed before. */
  shown(): Promise<ShownRun | undefined>;
  /** The same, as far as it is known without waiting. */
  shownNow(): ShownRun | undefined;
  /** The run begun last in this session, if any. */
  going(): ShownRun | undefined;
  /** Shows a run of the journals, or the one that goes on, which this never stops; false where it cannot be read. */
  show(id: string): Promise<boolean>;
  isRunning(): boolean;
  ask(question: Question): Promise<void>;
  /** Takes up a run that was stopped or cut, as the endpoint can; without one, the active. */
  takeUp(unfinished: Readonly<RunRecord>, how: TakeUp, endpoint?: Endpoint): Promise<void>;
  /** Breaks off the thinking that is shown and has the same run answer from it; false where none goes on. */
  answerNow(): boolean;
  /** Adds to a run what is said of it, now or when it is over. */
  remark(about: Readonly<RunRecord>, said: Remark): Promise<void>;
  stop(): void;
  /** Shows no run, unless the one that is shown goes on. */
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
  lastShown,
  log,
  over,
}: {
  endpoints: Endpoints;
  keys: Keys;
  store: RunStore;
  lastShown: LastShown;
  log: LogOutputChannel;
  /** Told once of each run that is over. */
  over: (record: Readonly<RunRecord>) => void;
}): Runs {
  const emitter = new EventEmitter<RunNews>();
  const going = new EventEmitter<Change[]>();
  const stage = createStage(store, lastShown);
  let run: Run | undefined;
  let turn: Turn | undefined;
  let way: Way | undefined;

  const feed = createRunFeed({
    view(changes) {
      if (run && isShown())
        emitter.fire({ changes, reset: changes[0]?.op === "begin", elapsed: run.elapsed() });
      going.fire(changes);
    },
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
  const isShown = () => stage.now() === run;
  const find = async (id: string) => {
    if (run?.record.head.id === id) return run;
    const record = await store.read(id);
    return record && asShown(record);
  };

  const begin = async (endpoint: Endpoint, compose: (reached: Endpoint) => Composed) => {
    const [key, reached] = await Promise.all([keys.find(endpoint), endpoints.reach(endpoint)]);
    const { head, request, unfinished } = compose(reached);
    const mustHaveKey = needsKey(endpoint);
    const goesOut = !mustHaveKey || key !== undefined;
    turn?.stop();
    feed.flush();
    way = { endpoint, reached, ...(key === undefined ? {} : { key }) };
    // Before the turn starts, since its first changes belong to this run's journal. Long texts come last in the head,
    // so that a list need not read them.
    run = createRun(
      {
        ...headOf(endpoint),
        ...head,
        ...(goesOut ? { request: shownRequest(endpoint, request, key !== undefined) } : {}),
      },
      () => performance.now(),
      unfinished,
    );
    stage.put(run);
    turn = startTurn({ ...turnOn(way), run, request, changed });
  };

  return {
    onChanges: emitter.event,
    onGoing: going.event,
    shown: stage.shown,
    shownNow: stage.now,
    going: () => run,
    async show(id) {
      if (stage.now()?.record.head.id === id) return true;
      const found = await stage.seek(() => find(id));
      if (!found || found === "overtaken") return found !== undefined;
      // What waits for the next frame is in the replay too.
      feed.flushView();
      stage.put(found);
      emitter.fire({ changes: found.replay(), reset: true, elapsed: found.elapsed() });
      return true;
    },
    isRunning,
    ask: ({ endpoint = endpoints.active(), ...question }) =>
      begin(endpoint, (reached) => composeQuestion(reached, question)),
    takeUp: (unfinished, how, endpoint = endpoints.active()) =>
      begin(endpoint, (reached) => composeTakeUp(reached, unfinished, how)),
    answerNow() {
      if (!run || !way || !isShown() || !isRunning() || !canAnswerNow(run.record)) return false;
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
      const shown = await stage.shown();
      if (shown?.record.head.id !== id) return;
      emitter.fire({ changes: shown.remark(said), reset: false, elapsed: shown.elapsed() });
    },
    stop: () => turn?.stop(),
    clear() {
      if (isShown() && isRunning()) return;
      stage.put(undefined);
      emitter.fire({ changes: [], reset: true, elapsed: 0 });
    },
    flush: () => feed.flushView(),
    async dispose() {
      turn?.interrupt();
      feed.flush();
      feed.dispose();
      emitter.dispose();
      going.dispose();
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
