import { performance } from "node:perf_hooks";
import { createSplitter } from "../src/core/steps/splitter.ts";

const traceUnits = 10_000_000;
const chunkUnits = 4;
const runs = 5;

/** Paragraphs as they come in traces: prose that turns, a list, code, a formula, a line without an end. */
const paragraphs = [
  "Okay, so I need to find out why the sum of this list is wrong. The user says the last number is missing.",
  "First, let me look at the loop. It starts at zero and runs while the index is less than the length minus one. That means the last number is never added, which would explain what the user sees.",
  "But wait, what if the list is empty? Then the bound is minus one and nothing runs, so the sum stays zero.",
  "So the code would look like this:\n\nfunction total(numbers) {\n  let result = 0;\n  for (const number of numbers) {\n    result += number;\n  }\n  return result;\n}",
  "The k-th odd number is 2k - 1, so\n\n\\[\nS = \\sum_{k=1}^{n} (2k - 1)\n\\]\n\nS = n^2",
  "- read the file\n- split it into lines\n- count the words of each line",
  "Alternatively, a for-of loop would have no bound that can be wrong, and the code gets shorter too. I think that is the better fix.",
  "好的，先看循环的写法。它从零开始，到长度减一为止，所以最后一个数字不会被加进去。",
];

function writeTrace(): string {
  const block = `${paragraphs.join("\n\n")}\n\n`;
  return block.repeat(Math.ceil(traceUnits / block.length)).slice(0, traceUnits);
}

function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  for (let at = 0; at < text.length; at += chunkUnits) chunks.push(text.slice(at, at + chunkUnits));
  return chunks;
}

/** Splits once; gives megabytes (UTF-16 units) a second and by how many megabytes the heap has grown at the end. */
function splitOnce(chunks: readonly string[]): { speed: number; growth: number } {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const splitter = createSplitter();
  const started = performance.now();
  for (const chunk of chunks) splitter.push(chunk);
  const seconds = (performance.now() - started) / 1000;
  globalThis.gc?.();
  const growth = (process.memoryUsage().heapUsed - before) / 1e6;
  splitter.end();
  return { speed: traceUnits / 1e6 / seconds, growth };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}

const chunks = chunksOf(writeTrace());
splitOnce(chunks);
const measured = Array.from({ length: runs }, () => splitOnce(chunks));
const speed = median(measured.map((run) => run.speed));
const growth = median(measured.map((run) => run.growth));
console.log(
  `steps: ${speed.toFixed(1)} MB/s, heap ${growth >= 0 ? "+" : ""}${growth.toFixed(1)} MB after a trace of ${traceUnits / 1e6} MB (${runs} runs, median)`,
);
