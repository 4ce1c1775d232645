/** The time of the run shown, agreeing with the host's, and a beat a second while it goes on. */
export interface Clock {
  /** Milliseconds since the run began. */
  elapsed(): number;
  /** Sets the clock to the host's time. */
  set(elapsed: number): void;
  start(): void;
  stop(): void;
}

/** `now` is a monotonic clock in milliseconds; `beat` is called at the turn of each second. */
export function createClock(now: () => number, beat: () => void): Clock {
  let began = now();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const elapsed = () => Math.max(0, now() - began);
  const next = () => {
    timer = setTimeout(
      () => {
        beat();
        next();
      },
      1000 - (elapsed() % 1000),
    );
  };

  return {
    elapsed,
    set(milliseconds) {
      began = now() - milliseconds;
    },
    start() {
      if (timer === undefined) next();
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
