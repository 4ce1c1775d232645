import type { Change } from "../../src/core/run/change.ts";
import { createOutbox } from "../../src/core/run/outbox.ts";
import { createRun } from "../../src/core/run/run.ts";
import type { ToView } from "../../src/protocol.ts";
import { runHead } from "../../test/support/runHead.ts";
import { tapeReader, type TapeKind } from "./tape.ts";

/** How the host's thread is started: `interval` milliseconds between posts, 0 posts every change by itself. */
export interface HostStart {
  tape: SharedArrayBuffer;
  interval: number;
}

const head = runHead({
  endpoint: "Bench",
  model: "bench-reasoner",
  effort: "high",
  price: { input: 0.3, output: 1.2 },
});

const now = () => performance.now();

/** The extension host's part of the work, in a thread of its own as VS Code has it: never returns. */
function serve({ tape, interval }: HostStart): never {
  const { next, wait } = tapeReader(tape);
  let due: { at: number; task: () => void } | undefined;
  let run = createRun(head, now);

  const post = (changes: Change[]) => {
    const reset = changes[0]?.op === "begin";
    const message: ToView = { type: "changes", reset, changes, elapsed: run.elapsed() };
    postMessage(message);
  };
  const outbox = createOutbox({
    post,
    interval,
    schedule(task, milliseconds) {
      due = { at: now() + milliseconds, task };
      return () => (due = undefined);
    },
  });
  const tell = (changes: Change[]) => {
    if (interval > 0) outbox.add(changes);
    else for (const change of changes) post([change]);
  };

  const end = (): Change[] => [...run.accept({ type: "finish", reason: "stop" }), ...run.end()];
  const keep = (text: string) => {
    const [reasoning = "", answer = ""] = text.split("\0");
    run = createRun(head, now);
    run.begin();
    run.accept({ type: "reasoning", text: reasoning });
    run.accept({ type: "answer", text: answer });
    end();
    postMessage("kept");
  };
  const take: Record<TapeKind, (text: string) => void> = {
    reasoning: (text) => tell(run.accept({ type: "reasoning", text })),
    answer: (text) => tell(run.accept({ type: "answer", text })),
    end: () => tell(end()),
    keep,
    show: () => post(run.replay()),
  };

  tell(run.begin());
  for (;;) {
    const record = next();
    if (record) take[record.kind](record.text);
    if (due && now() >= due.at) {
      const { task } = due;
      due = undefined;
      task();
    }
    if (!record) wait(due ? Math.max(0, due.at - now()) : Infinity);
  }
}

addEventListener("message", ({ data }: MessageEvent<HostStart>) => serve(data), { once: true });
