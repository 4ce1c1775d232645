import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { missingGold, readGold, scorer } from "../../scripts/stepsGold.ts";
import { splitSteps } from "../../src/core/steps/splitSteps.ts";

const missing = missingGold();
const skip = missing === undefined ? false : `the hand-marked traces are not here (${missing})`;

/** What the scorer's figures must stay between: reached, less .01. Lenient forgives soft and `also` places. */
const limits = [
  { figure: "lenient F±1", key: "len1", least: 0.894, most: 1 },
  { figure: "kappa", key: "kappa", least: 0.7, most: 1 },
  { figure: "WindowDiff", key: "wd", least: 0, most: 0.193 },
  { figure: "kinds", key: "labSeg", least: 0.654, most: 1 },
  { figure: "steps per hand-made step", key: "ratio", least: 0.9, most: 1.15 },
] as const;
/** In a trace of so many words no step may be a larger part than this. */
const longTraceWords = 600;
const largestShare = 0.4;

function run(script: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  assert.equal(status, 0, stderr);
  return stdout;
}

function numberAt(from: unknown, key: string): number {
  assert.ok(typeof from === "object" && from !== null && key in from, `the scorer says nothing of ${key}`);
  const value: unknown = Reflect.get(from, key);
  assert.ok(typeof value === "number", key);
  return value;
}

test("on the hand-marked traces the steps are where a reader cut, and of the kind it said", { skip }, (t) => {
  const folder = mkdtempSync(join(tmpdir(), "steps-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const gold = join(folder, "gold.jsonl");
  const mine = join(folder, "mine.jsonl");
  writeFileSync(
    gold,
    readGold()
      .map(({ line }) => line)
      .join("\n"),
  );
  writeFileSync(mine, run(join(import.meta.dirname, "../../scripts/steps.ts"), gold));
  const said: unknown = JSON.parse(run(scorer, "--gold", gold, "--pred", mine, "--set", "own", "--json"));
  const score: unknown = typeof said === "object" && said !== null ? Object.values(said)[0] : undefined;
  for (const { figure, key, least, most } of limits) {
    const value = numberAt(score, key);
    t.diagnostic(`${figure} ${value.toFixed(3)}`);
    assert.ok(value >= least && value <= most, `${figure} ${value}`);
  }
});

test("no step is the better part of a long trace", { skip }, () => {
  for (const { id, reasoning } of readGold()) {
    if (reasoning.split(/\s+/).length < longTraceWords) continue;
    for (const { title, text } of splitSteps(reasoning)) {
      assert.ok(text.length <= largestShare * reasoning.length, `${id}: ${title}`);
    }
  }
});
