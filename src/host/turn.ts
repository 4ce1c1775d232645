import type { Endpoint } from "../core/ask/endpoint.ts";
import type { Outgoing } from "../core/ask/requestBody.ts";
import type { Change } from "../core/run/change.ts";
import type { Failure, FailureKind } from "../core/run/failure.ts";
import type { Run } from "../core/run/run.ts";
import { limits as usualLimits, type Limits } from "./limits.ts";
import { streamParts } from "./model.ts";
import { ModelError } from "./modelError.ts";

/** One request on its way, its retries and its end. */
export interface Turn {
  readonly run: Run;
  /** The reader's stop: what came is kept. */
  stop(): void;
  /** The window goes away: what came is kept and called interrupted. */
  interrupt(): void;
  /** Another request of the same run takes this one's place: nothing more of it is heard. */
  leave(): void;
  /** Resolves when the request is over, whatever its end; never rejects. */
  readonly over: Promise<void>;
}

interface TurnOptions {
  run: Run;
  endpoint: Endpoint;
  /** Without a key nothing is sent and the run fails at once, saying so. */
  mustHaveKey: boolean;
  key?: string;
  request: Outgoing;
  /** The run has begun with an earlier request. */
  goesOn?: true;
  changed: (changes: Change[]) => void;
  limits?: Limits;
}

/**
 * Asks and feeds the run until it is over. Before anything has come, a request that failed in passing is sent
 * again after a while; every wait shows and can be stopped. Once something has come nothing is repeated.
 */
export function startTurn({ limits = usualLimits, ...turn }: TurnOptions): Turn {
  const { run, changed } = turn;
  const abort = new AbortController();
  const { signal } = abort;

  /** What a request says after it was left may be in flight still. */
  const hear = (tell: () => Change[]) => {
    if (!signal.aborted) changed(tell());
  };

  const attempt = async () => {
    if (turn.mustHaveKey && turn.key === undefined) throw new ModelError({ kind: "noKey" });
    const onQueued = () => hear(() => run.wait({ state: "waiting", queued: true }));
    for await (const part of streamParts({ ...turn, signal, onQueued, limits })) {
      hear(() => run.accept(part));
    }
    hear(() => run.end());
  };

  const askUntilOver = async (tried: number): Promise<void> => {
    try {
      await attempt();
    } catch (error) {
      if (signal.aborted) return;
      const failure: Failure =
        error instanceof ModelError ? error.failure : { kind: "other", said: String(error) };
      const seconds = run.record.status.state === "waiting" ? pauseAfter(failure, tried, limits) : undefined;
      if (seconds === undefined) return hear(() => run.fail(failure));
      hear(() => run.wait({ state: "waiting", retryInSeconds: Math.ceil(seconds), failure }));
      await pause(seconds * 1000, signal);
      if (!signal.aborted) await askUntilOver(tried + 1);
    }
  };

  const leave = (changes: Change[]) => {
    changed(changes);
    abort.abort();
  };

  if (!turn.goesOn) changed(run.begin());
  return {
    run,
    stop: () => leave(run.stop()),
    leave: () => leave([]),
    interrupt: () => leave(run.fail({ kind: "interrupted" })),
    over: askUntilOver(0),
  };
}

/** Faults that a second try may not meet; DeepSeek names 429, 500 and 503 (api-docs.deepseek.com, error codes). */
const passing: readonly FailureKind[] = [
  "rateLimit",
  "overloaded",
  "server",
  "requestTimeout",
  "conflict",
  "network",
];

/** Seconds to wait before asking again by itself; undefined when that is not for us to do. */
function pauseAfter({ kind, seconds }: Failure, tried: number, limits: Limits): number | undefined {
  if (tried >= limits.retries || !passing.includes(kind)) return undefined;
  const wait = seconds ?? (limits.backoff / 1000) * 2 ** tried;
  return wait <= limits.longestPause ? wait : undefined;
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
