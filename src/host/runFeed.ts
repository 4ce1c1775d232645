import type { Change } from "../core/run/change.ts";
import { createOutbox } from "../core/run/outbox.ts";

/** Carries a run's changes to the viewers and to its journal, each batched at its own pace. */
interface RunFeed {
  add(changes: Change[]): void;
  /** Posts at once what waits for the view. */
  flushView(): void;
  /** Posts and writes at once all that waits. */
  flush(): void;
  dispose(): void;
}

/** Shorter than a frame: what comes while one is drawn should not wait for the one after the next. */
const viewInterval = 4;
const journalInterval = 200;

export function createRunFeed(to: {
  view: (changes: Change[]) => void;
  journal: (changes: Change[]) => void;
}): RunFeed {
  const view = createOutbox({ post: to.view, interval: viewInterval, schedule });
  const journal = createOutbox({ post: to.journal, interval: journalInterval, schedule });
  return {
    add(changes) {
      view.add(changes);
      journal.add(changes);
    },
    flushView: () => view.flush(),
    flush() {
      view.flush();
      journal.flush();
    },
    dispose() {
      view.dispose();
      journal.dispose();
    },
  };
}

function schedule(task: () => void, milliseconds: number): () => void {
  const timer = setTimeout(task, milliseconds);
  return () => clearTimeout(timer);
}
