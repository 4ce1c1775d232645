import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { traces } from "../support/traces.ts";

const folder = mkdtempSync(join(tmpdir(), "steps-"));
after(() => rmSync(folder, { recursive: true }));

function steps(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const script = join(import.meta.dirname, "../../scripts/steps.ts");
  return spawnSync(process.execPath, [script, ...args], { encoding: "utf8" });
}

function fileOf(text: string): string {
  const file = join(folder, "rows.jsonl");
  writeFileSync(file, text);
  return file;
}

test("each line gives its id and segments that cover the reasoning in UTF-16 units", () => {
  const rows = Object.entries(traces).map(([id, reasoning]) => ({ id, reasoning }));
  const { stdout, status } = steps(fileOf(rows.map((row) => JSON.stringify(row)).join("\n")));
  assert.equal(status, 0);
  const lines = stdout.trimEnd().split("\n");
  assert.equal(lines.length, rows.length);
  for (const [index, { id, reasoning }] of rows.entries()) {
    const said = JSON.parse(lines[index] ?? "");
    assert.equal(said.id, id);
    let end = 0;
    for (const segment of said.segments) {
      assert.equal(segment.start, end);
      assert.ok(segment.end > segment.start && segment.label && segment.title, JSON.stringify(segment));
      end = segment.end;
    }
    assert.equal(end, reasoning.length);
  }
});

test("a bad line is named with its number", () => {
  const { status, stderr } = steps(fileOf('{"id": 1, "reasoning": "So."}\n{"id": 2,'));
  assert.equal(status, 1);
  assert.match(stderr, /rows\.jsonl:2 is not JSON/);
  assert.match(steps(fileOf('{"id": 1}')).stderr, /rows\.jsonl:1 has no/);
  assert.match(steps(fileOf('{"id": 1, "reasoning": 2}')).stderr, /not a text/);
});

test("without a file it says how to call it, with one that is not there it says so", () => {
  assert.equal(steps().status, 2);
  assert.match(steps().stderr, /Usage/);
  const { status, stderr } = steps(join(folder, "nowhere.jsonl"));
  assert.equal(status, 1);
  assert.match(stderr, /nowhere\.jsonl/);
});
