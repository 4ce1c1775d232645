import { createRun } from "../../src/core/run/run.ts";
import type { RunRecord } from "../../src/core/run/runRecord.ts";
import type { Part } from "../../src/core/wire/part.ts";
import { runHead } from "./runHead.ts";

/** What a run makes of reasoning that comes in these pieces, all at once. */
export function readRun(pieces: readonly string[]): Readonly<RunRecord> {
  return readParts(pieces.map((text) => ({ type: "reasoning", text })));
}

export function readParts(parts: readonly Part[]): Readonly<RunRecord> {
  const run = createRun(runHead(), () => 0);
  run.begin();
  for (const part of parts) run.accept(part);
  run.accept({ type: "finish", reason: "stop" });
  run.end();
  return run.record;
}
