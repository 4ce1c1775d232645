import { createRun } from "../src/core/run/run.ts";
import { createSplitter } from "../src/core/steps/splitter.ts";
import { runHead } from "../test/support/runHead.ts";
import { variedTrace } from "./variedTrace.ts";

// node --expose-gc scripts/bench.ts: how fast a long trace is split as it streams in, alone and in a run.

const traceUnits = 10_000_000;
const chunkUnits = 4;
/** Chunks are made so many units at a time, as they come from the wire: just before they are read. */
const blockUnits = 1 << 16;
const rounds = 3;

interface Measured {
  /** Megabytes (UTF-16 units) a second of the thread's own time: other programs do not count. */
  speed: number;
  /** Megabytes by which the heap is larger at the end. */
  growth: number;
}

async function writeTrace(): Promise<string> {
  let trace = "";
  for await (const paragraph of variedTrace(1)) {
    trace += paragraph;
    if (trace.length >= traceUnits) return trace.slice(0, traceUnits);
  }
  return trace;
}

/** English comes in strings of one byte a unit, as JSON gives them, though the trace has other scripts too. */
function chunksOf(block: string): string[] {
  const chunks: string[] = [];
  for (let at = 0; at < block.length; at += chunkUnits) {
    const chunk = block.slice(at, at + chunkUnits);
    const bytes = Buffer.from(chunk, "latin1");
    const narrow = bytes.toString("latin1");
    chunks.push(narrow === chunk ? narrow : chunk);
  }
  return chunks;
}

function measure(trace: string, push: (chunk: string) => unknown): Measured {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  let spent = 0;
  for (let at = 0; at < trace.length; at += blockUnits) {
    const chunks = chunksOf(trace.slice(at, at + blockUnits));
    const began = process.threadCpuUsage();
    for (const chunk of chunks) push(chunk);
    const { user, system } = process.threadCpuUsage(began);
    spent += user + system;
  }
  globalThis.gc?.();
  return { speed: trace.length / spent, growth: (process.memoryUsage().heapUsed - before) / 1e6 };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}

function report(name: string, once: () => Measured): void {
  once();
  const measured = Array.from({ length: rounds }, once);
  const speed = median(measured.map((round) => round.speed));
  const growth = median(measured.map((round) => round.growth));
  console.log(`${name}: ${speed.toFixed(1)} MB/s, heap ${growth >= 0 ? "+" : ""}${growth.toFixed(1)} MB`);
}

const trace = await writeTrace();
console.log(`A trace of ${traceUnits / 1e6} MB in chunks of ${chunkUnits} units, median of ${rounds}:`);
report("steps", () => {
  const splitter = createSplitter({ tell: () => {} });
  return measure(trace, (chunk) => splitter.push(chunk));
});
report("steps in a run, which keeps their text", () => {
  const run = createRun(runHead(), () => 0);
  return measure(trace, (chunk) => run.accept({ type: "reasoning", text: chunk }));
});
