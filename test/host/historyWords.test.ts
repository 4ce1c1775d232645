import assert from "node:assert/strict";
import { test } from "node:test";
import { glanceOf, type RunGlance } from "../../src/core/run/glance.ts";
import { newRecord } from "../../src/core/run/runRecord.ts";
import { rowWords } from "../../src/host/historyWords.ts";
import { runHead } from "../support/runHead.ts";

const t = (sentence: string, ...values: (string | number)[]) =>
  sentence.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)]));
const began = new Date(runHead().startedAt);
const after = (seconds: number) => ({ t, language: "en", now: new Date(began.getTime() + seconds * 1000) });
const row = (more: Partial<RunGlance>, seconds = 0) =>
  rowWords({ ...glanceOf(newRecord(runHead())), ...more }, after(seconds));

test("a row says what was asked, where and when, and its tooltip how it ended", () => {
  const words = row(
    {
      intent: "findBugs",
      code: { path: "src/a/range.ts", startLine: 12, endLine: 40 },
      status: { state: "cutOff", failure: { kind: "dropped" } },
      took: 38_400,
      steps: 14,
      tokens: 4210,
      effort: "high",
    },
    300,
  );
  assert.equal(words.label, "Find bugs");
  assert.equal(words.description, "range.ts:12–40 · 5 min. ago");
  assert.deepEqual(words.tooltip.split("\n").slice(0, -1), [
    "Find bugs",
    "src/a/range.ts:12–40",
    "Cut off · 0:38 · 14 steps · 4,210 tokens",
    "The connection broke off",
    "deepseek-flash · DeepSeek · high",
  ]);
});

test("what is not known is not said", () => {
  const { took: _, steps: __, ...unknown } = glanceOf(newRecord(runHead()));
  const words = rowWords({ ...unknown, sample: true, status: { state: "stopped" } }, after(0));
  assert.deepEqual(words.tooltip.split("\n").slice(0, -1), [
    "Why?",
    "Stopped",
    "Sample: a recorded trace, no model",
  ]);
});

test("time is told in its largest unit, never ahead", () => {
  const told = { [-60]: "now", 59: "now", 60: "1 min. ago", 3599: "59 min. ago", 7200: "2 hr. ago" };
  for (const [seconds, words] of Object.entries(told))
    assert.equal(row({}, Number(seconds)).description, words, seconds);
  assert.equal(row({}, 86_400 * 1.5).description, "yesterday");
  assert.equal(row({}, 86_400 * 400).description, "last yr.");
});

test("a row is one short line, whatever was asked", () => {
  const { label, tooltip } = row({ question: `\u202eWhy\n\u2028 \u0007so?  ${"long ".repeat(500)}` });
  assert.ok(label.startsWith("Why so? long long"), label);
  assert.ok(label.length <= 120 && tooltip.length < 900);
  assert.doesNotMatch(label, /[\p{Cc}\u2028\u202e]/u);
});
