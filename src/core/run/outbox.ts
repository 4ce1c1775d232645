import type { Change } from "./change.ts";
import { addCoalesced } from "./coalesce.ts";

/** Gathers changes and posts them in batches, in order, none twice. */
interface Outbox {
  add(changes: Change[]): void;
  /** Posts at once what waits. */
  flush(): void;
  dispose(): void;
}

/**
 * At most one post in `interval` milliseconds; the first change after a pause goes at once.
 * `schedule` runs a task after so many milliseconds and returns how to cancel it.
 */
export function createOutbox({
  post,
  interval,
  schedule,
}: {
  post: (changes: Change[]) => void;
  interval: number;
  schedule: (task: () => void, milliseconds: number) => () => void;
}): Outbox {
  let batch: Change[] = [];
  let cancel: (() => void) | undefined;

  const send = () => {
    const changes = batch;
    batch = [];
    post(changes);
  };

  const rest = () => {
    cancel = schedule(() => {
      cancel = undefined;
      if (batch.length === 0) return;
      send();
      rest();
    }, interval);
  };

  return {
    add(changes) {
      for (const change of changes) addCoalesced(batch, change);
      if (cancel || batch.length === 0) return;
      send();
      rest();
    },
    flush() {
      if (batch.length > 0) send();
    },
    dispose() {
      cancel?.();
      cancel = undefined;
      batch = [];
    },
  };
}
