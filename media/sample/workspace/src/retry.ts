export interface RetryOptions {
  /** How often the task is tried at most, the first time included. */
  attempts?: number;
  baseMs?: number;
  capMs?: number;
  /** Says whether an error may go away by itself; by default every error may. */
  isRetryable?: (error: unknown) => boolean;
  signal?: AbortSignal;
}

/** Runs a task until it succeeds, fails for good or has been tried often enough. */
export async function retry<T>(
  task: (attempt: number) => Promise<T>,
  { attempts = 5, baseMs = 200, capMs = 10_000, isRetryable = () => true, signal }: RetryOptions = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    signal?.throwIfAborted();
    try {
      return await task(attempt);
    } catch (error) {
      if (attempt >= attempts || !isRetryable(error)) throw error;
      await sleep(backoff(attempt, baseMs, capMs), signal);
    }
  }
}

/** Milliseconds to wait after a failed attempt (counted from 1). */
export function backoff(attempt: number, baseMs: number, capMs: number): number {
  const ceiling = Math.min(capMs, baseMs * 2 ** (attempt - 1));
  return Math.random() * ceiling;
}

function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const cancel = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", cancel);
      resolve();
    }, ms);
    signal?.addEventListener("abort", cancel, { once: true });
  });
}
