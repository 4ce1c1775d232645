import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type { StepKind } from "../src/core/steps/step.ts";
import { splitSteps } from "../src/core/steps/splitSteps.ts";

/** One step of a trace; offsets are UTF-16 units of the reasoning. */
interface Segment {
  start: number;
  end: number;
  label: StepKind;
  title: string;
}

function segmentsOf(reasoning: string): Segment[] {
  let start = 0;
  return splitSteps(reasoning).map(({ text, kind, title }) => {
    const end = start + text.length;
    const segment = { start, end, label: kind, title };
    start = end;
    return segment;
  });
}

function readRow(line: string, where: string): { id: unknown; reasoning: string } {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    throw new Error(`${where} is not JSON.`);
  }
  if (typeof row !== "object" || row === null || !("id" in row) || !("reasoning" in row)) {
    throw new Error(`${where} has no "id" or no "reasoning".`);
  }
  if (typeof row.reasoning !== "string") throw new Error(`${where}: "reasoning" is not a text.`);
  return { id: row.id, reasoning: row.reasoning };
}

/** Prints {id, segments} for each JSON line {id, reasoning} of a file. */
async function printSteps(file: string): Promise<void> {
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number++;
    if (line.trim() === "") continue;
    const { id, reasoning } = readRow(line, `${file}:${number}`);
    process.stdout.write(`${JSON.stringify({ id, segments: segmentsOf(reasoning) })}\n`);
  }
}

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error("Usage: npm run -s steps -- FILE   (JSON lines with an id and a reasoning)");
  process.exitCode = 2;
} else {
  await printSteps(file).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
}
