/** Milliseconds after which it is done anyhow. */
const longest = 300;

/** Runs a task when there is time, or else a moment later: Chromium may call a page idle never, though it has time. */
export function whenIdle(task: (idle: IdleDeadline) => void): void {
  requestIdleCallback(task, { timeout: longest });
}
