import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Candidate } from "../src/core/steps/evidence.ts";
import type { Splitting } from "../src/core/steps/splitter.ts";
import { createSplitter } from "../src/core/steps/splitter.ts";
import { applyStep } from "../src/core/steps/splitSteps.ts";
import type { Step } from "../src/core/steps/step.ts";
import type { GoldTrace } from "./stepsGold.ts";
import { scorer } from "./stepsGold.ts";

/** How much speaks for a cut; above 0 it is made. */
export type Judge = (candidate: Candidate) => number;

/** What cuts a trace and tells its kinds; the splitter's own where nothing is named. */
export type Model = Pick<Splitting, "judge" | "kinds">;

const figures = [
  ["F±1", ["tol1", "F"]],
  ["lenient", ["len1"]],
  ["kappa", ["kappa"]],
  ["WindowDiff", ["wd"]],
  ["ratio", ["ratio"]],
  ["kinds", ["labSeg"]],
] as const;

export const figureNames = figures.map(([name]) => name);

/** Cuts each trace with its model and has the scorer compare the steps with the hand-made ones. */
export function figuresOf(
  traces: readonly GoldTrace[],
  modelOf?: (trace: GoldTrace) => Model | undefined,
): number[] {
  const folder = mkdtempSync(join(tmpdir(), "steps-"));
  try {
    const [gold, mine] = [join(folder, "gold.jsonl"), join(folder, "mine.jsonl")];
    writeFileSync(gold, traces.map(({ line }) => line).join("\n"));
    writeFileSync(mine, traces.map((trace) => cutLine(trace, modelOf?.(trace))).join("\n"));
    const args = [scorer, "--gold", gold, "--pred", mine, "--set", "own", "--json"];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    const said: unknown = JSON.parse(stdout);
    const scores: unknown = typeof said === "object" && said !== null ? Object.values(said)[0] : undefined;
    return figures.map(([, path]) => numberAt(scores, path));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Prints rows of figures under their names. */
export function printFigures(rows: readonly (readonly [string, number, readonly number[]])[]): void {
  const cells = rows.map(([name, traces, values]) => [
    name,
    String(traces),
    ...values.map((value) => value.toFixed(3)),
  ]);
  for (const row of [["", "traces", ...figureNames], ...cells]) {
    const [name = "", ...rest] = row;
    console.log(`${name.padEnd(28)}${rest.map((cell) => cell.padEnd(11)).join("")}`.trimEnd());
  }
}

function cutLine({ id, reasoning }: GoldTrace, model: Model | undefined): string {
  const steps: Step[] = [];
  const splitter = createSplitter({ tell: (change) => applyStep(steps, change), ...model });
  splitter.push(reasoning);
  splitter.end();
  let end = 0;
  const segments = steps.map(({ text, kind }) => {
    const start = end;
    end += text.length;
    return { start, end, label: kind };
  });
  return JSON.stringify({ id, segments });
}

function numberAt(from: unknown, path: readonly string[]): number {
  const value = path.reduce(valueAt, from);
  if (typeof value !== "number") throw new Error(`The scorer says nothing of ${path.join(".")}.`);
  return value;
}

function valueAt(from: unknown, key: string): unknown {
  return typeof from === "object" && from !== null
    ? Object.entries(from).find(([name]) => name === key)?.[1]
    : undefined;
}
