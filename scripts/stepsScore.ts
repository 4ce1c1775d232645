import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { splitSteps } from "../src/core/steps/splitSteps.ts";
import type { GoldTrace } from "./stepsGold.ts";
import { fieldOf, heldOut, missingGold, readGold, scorer } from "./stepsGold.ts";

const columns = [
  ["F±1", ["tol1", "F"]],
  ["lenient", ["len1"]],
  ["kappa", ["kappa"]],
  ["WindowDiff", ["wd"]],
  ["ratio", ["ratio"]],
  ["kinds", ["labSeg"]],
] as const;

/** Cuts the traces and has the scorer compare them with the hand-made steps. */
function scoresOf(traces: readonly GoldTrace[], folder: string): string[] {
  const [gold, mine] = [join(folder, "gold.jsonl"), join(folder, "mine.jsonl")];
  writeFileSync(gold, traces.map(({ line }) => line).join("\n"));
  writeFileSync(mine, traces.map(cutLine).join("\n"));
  const args = [scorer, "--gold", gold, "--pred", mine, "--set", "own", "--json"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (status !== 0) throw new Error(stderr);
  const said: unknown = JSON.parse(stdout);
  const scores: unknown = typeof said === "object" && said !== null ? Object.values(said)[0] : undefined;
  return columns.map(([, path]) => numberAt(scores, path).toFixed(3));
}

function cutLine({ id, reasoning }: GoldTrace): string {
  let end = 0;
  const segments = splitSteps(reasoning).map(({ text, kind }) => {
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

function printScores(): void {
  const traces = readGold();
  const held = heldOut(traces);
  const groups: (readonly [string, GoldTrace[]])[] = [
    ["all", traces],
    ["read", traces.filter(({ id }) => !held.has(id))],
    ["held out", traces.filter(({ id }) => held.has(id))],
    ...Object.entries(Object.groupBy(traces, fieldOf)).map(([field, rows]) => [field, rows ?? []] as const),
  ];
  const folder = mkdtempSync(join(tmpdir(), "steps-"));
  try {
    const rows = groups.map(([name, some]) => [name, String(some.length), ...scoresOf(some, folder)]);
    const heads = ["", "traces", ...columns.map(([head]) => head)];
    for (const row of [heads, ...rows])
      console.log(
        row
          .map((cell) => cell.padEnd(11))
          .join("")
          .trimEnd(),
      );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const missing = missingGold();
if (missing === undefined) printScores();
else console.log(`Nothing to score: the hand-marked traces are not here (${missing}).`);
