/** A worker of its own keeps the pace: the page's clock would stand still whenever the page does. */
export interface FeedStart {
  from: number;
  to: number;
  /** Chunks a second. */
  rate: number;
}

/** `at` is the absolute time at which the chunk was sent, in milliseconds. */
export interface Fed {
  chunk: number;
  at: number;
}

function feed({ from, to, rate }: FeedStart): void {
  const bell = new Int32Array(new SharedArrayBuffer(4));
  const began = performance.now();
  for (let chunk = from; chunk < to; chunk++) {
    const wait = began + ((chunk - from) * 1000) / rate - performance.now();
    if (wait > 0) Atomics.wait(bell, 0, 0, wait);
    const fed: Fed = { chunk, at: performance.timeOrigin + performance.now() };
    postMessage(fed);
  }
}

addEventListener("message", ({ data }: MessageEvent<FeedStart>) => feed(data));
