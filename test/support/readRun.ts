import { createRun } from "../../src/core/run/run.ts";
import type { RunRecord } from "../../src/core/run/runRecord.ts";
import { runHead } from "./runHead.ts";

/** What a run makes of reasoning that comes in these pieces, all at once. */
export function readRun(pieces: readonly string[]): Readonly<RunRecord> {
  const run = createRun(runHead(), () => 0);
  run.begin();
  for (const text of pieces) run.accept({ type: "reasoning", text });
  run.accept({ type: "finish", reason: "stop" });
  run.end();
  return run.record;
}
