import type { Endpoint } from "../core/ask/endpoint.ts";
import type { ChatMessage } from "../core/ask/messages.ts";
import type { Change } from "../core/run/change.ts";
import type { Failure } from "../core/run/failure.ts";
import type { Run } from "../core/run/run.ts";
import { streamParts } from "./model.ts";
import { ModelError } from "./modelError.ts";

/** One question on its way: the request, its retries and its end. */
export interface Turn {
  readonly run: Run;
  /** The reader's stop: what came is kept. */
  stop(): void;
  /** The window goes away: what came is kept and called interrupted. */
  interrupt(): void;
  /** Resolves when the run is over, whatever its end; never rejects. */
  readonly over: Promise<void>;
}

const retries = 2;
// Longer waits are the reader's to decide.
const longestWaitSeconds = 60;

/**
 * Asks and feeds the run until it is over. Before anything has come, a busy server is asked again after the
 * time it names; every wait shows and can be stopped.
 */
export function startTurn(turn: {
  run: Run;
  endpoint: Endpoint;
  /** Without a key nothing is sent and the run fails at once, saying so. */
  mustHaveKey: boolean;
  key?: string;
  messages: ChatMessage[];
  changed: (changes: Change[]) => void;
}): Turn {
  const { run, changed } = turn;
  const abort = new AbortController();
  const { signal } = abort;

  const attempt = async () => {
    if (turn.mustHaveKey && turn.key === undefined) throw new ModelError({ kind: "noKey" });
    const onQueued = () => changed(run.wait({ state: "waiting", queued: true }));
    for await (const part of streamParts({ ...turn, signal, onQueued })) changed(run.accept(part));
    changed(run.end());
  };

  const askUntilOver = async (left: number): Promise<void> => {
    try {
      await attempt();
    } catch (error) {
      const failure: Failure =
        error instanceof ModelError ? error.failure : { kind: "other", said: String(error) };
      const wait = left > 0 && run.record.status.state === "waiting" ? retryAfter(failure) : undefined;
      if (wait === undefined) return changed(run.fail(failure));
      changed(run.wait({ state: "waiting", retryInSeconds: wait, failure }));
      await pause(wait * 1000, signal);
      if (!signal.aborted) await askUntilOver(left - 1);
    }
  };

  const leave = (changes: Change[]) => {
    changed(changes);
    abort.abort();
  };

  changed(run.begin());
  return {
    run,
    stop: () => leave(run.stop()),
    interrupt: () => leave(run.fail({ kind: "interrupted" })),
    over: askUntilOver(retries),
  };
}

/** Seconds to wait before asking again by itself; undefined when that is not for us to do. */
function retryAfter({ kind, seconds }: Failure): number | undefined {
  if (kind !== "rateLimit" || seconds === undefined) return undefined;
  return seconds <= longestWaitSeconds ? seconds : undefined;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    resolve();
  });
  return promise;
}
