import type { RunHead } from "../../src/core/run/change.ts";
import { createRun } from "../../src/core/run/run.ts";
import type { RunRecord } from "../../src/core/run/runRecord.ts";

const head: RunHead = {
  id: "20261123T101500123Z-1a2b3c4d",
  intent: "findBugs",
  question: "",
  sent: "Find the bugs in this code.",
  endpoint: "DeepSeek",
  model: "deepseek-flash",
  sample: false,
  startedAt: "2026-11-23T10:15:00.123Z",
};

/** What a run makes of reasoning that comes in these pieces, all at once. */
export function readRun(pieces: readonly string[]): Readonly<RunRecord> {
  const run = createRun(head, () => 0);
  run.begin();
  for (const text of pieces) run.accept({ type: "reasoning", text });
  run.accept({ type: "finish", reason: "stop" });
  run.end();
  return run.record;
}
