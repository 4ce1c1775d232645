import { setTimeout as delay } from "node:timers/promises";

/** Where time and chance come from. `now` is milliseconds, monotonic; `random` is from 0 up to 1. */
export interface Clock {
  now(): number;
  /** Rejects as soon as the signal fires and leaves no timer behind. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  random(): number;
}

export const realClock: Clock = {
  now: () => performance.now(),
  sleep: (ms, signal) => delay(ms, undefined, { signal }),
  random: () => Math.random(),
};

/**
 * A wait that keeps the pace over many short waits: timers are no finer than a millisecond, so what one
 * wait oversleeps the next ones give back. A speed that is not above zero counts as 1.
 */
export function createPace(clock: Clock, speed: number, signal: AbortSignal): (ms: number) => Promise<void> {
  const factor = speed > 0 ? speed : 1;
  let due = clock.now();
  return async (ms) => {
    // After a stall (a slow reader, a suspended machine) the stream goes on calmly instead of rushing.
    due = Math.max(due, clock.now() - 50) + ms / factor;
    const early = due - clock.now();
    if (early >= 1) await clock.sleep(early, signal);
  };
}
