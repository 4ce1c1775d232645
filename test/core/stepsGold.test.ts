import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

const shared = join(import.meta.dirname, "../../../shared/steps");
const files = ["dev.jsonl", "dev2.jsonl", "dev3.jsonl"].map((name) => join(shared, "gold", name));
const missing = [join(shared, "segscore.mjs"), ...files].find((path) => !existsSync(path));
const skip = missing === undefined ? false : `the hand-marked traces are not here (${missing})`;

/** Reached with these rules, less .01. F±1 is lenient: soft and `also` places are forgiven. */
const floors = { lenient: 0.87, kappa: 0.66, kinds: 0.65, fewestSteps: 0.9, mostSteps: 1.15 };

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
  writeFileSync(gold, files.map((file) => readFileSync(file, "utf8").trimEnd()).join("\n"));
  writeFileSync(mine, run(join(import.meta.dirname, "../../scripts/steps.ts"), gold));
  const said: unknown = JSON.parse(
    run(join(shared, "segscore.mjs"), "--gold", gold, "--pred", mine, "--set", "own", "--json"),
  );
  const score: unknown = typeof said === "object" && said !== null ? Object.values(said)[0] : undefined;
  const [lenient, kappa] = [numberAt(score, "len1"), numberAt(score, "kappa")];
  const [kinds, ratio] = [numberAt(score, "labSeg"), numberAt(score, "ratio")];
  t.diagnostic(
    `lenient F±1 ${lenient.toFixed(3)}, kappa ${kappa.toFixed(3)}, kinds ${kinds.toFixed(3)}, steps per step ${ratio.toFixed(2)}`,
  );
  assert.ok(lenient >= floors.lenient, `lenient F±1 ${lenient}`);
  assert.ok(kappa >= floors.kappa, `kappa ${kappa}`);
  assert.ok(kinds >= floors.kinds, `kinds ${kinds}`);
  assert.ok(ratio >= floors.fewestSteps && ratio <= floors.mostSteps, `steps per hand-made step ${ratio}`);
});
