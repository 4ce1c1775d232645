import assert from "node:assert/strict";
import { test } from "node:test";
import { reasoningMarkdown, runMarkdown } from "../../src/core/run/runMarkdown.ts";
import { applyChange, newRecord, type RunRecord } from "../../src/core/run/runRecord.ts";
import type { Change } from "../../src/core/run/change.ts";
import { head, sampleAnswer, sampleSteps, wholeRun } from "../webview/sampleRun.ts";

const inEnglish = (sentence: string, ...values: (string | number)[]) =>
  sentence.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)]));

function recordOf(changes: readonly Change[]): RunRecord {
  const [begin, ...rest] = changes;
  const record = newRecord(begin?.op === "begin" ? begin.run : head);
  for (const change of rest) applyChange(record, change);
  return record;
}

test("a run as Markdown has model, date, question with its code, answer, and every step in full", () => {
  const text = runMarkdown(recordOf(wholeRun()), inEnglish);
  const parts = [
    "- deepseek-flash · DeepSeek · high\n- 2026-11-23 10:00 UTC\n- 0:52 · 2140 tokens\n",
    `## Question\n\n${head.sent}\n`,
    `## Answer\n\n${sampleAnswer.trim()}\n`,
    "## Reasoning\n\n_The model's own account, not a proof._\n",
    ...sampleSteps.flatMap(({ title, text: said }, index) => [`### ${index + 1}. ${title} (`, said.trim()]),
  ];
  let at = 0;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    assert.ok(found >= at, part);
    at = found + part.length;
  }
  assert.match(text, /^### 5\. Is the end inclusive\? \(Check, 3 s\)$/m);
});

test("what is not there leaves no empty heading, and how a run ended is said", () => {
  const stopped: Change[] = [
    {
      op: "begin",
      version: 1,
      run: { ...head, earlier: [{ question: "Earlier?", reasoning: "", answer: "Yes." }] },
    },
    { op: "openStep", step: 1, title: "Thinking", kind: "plan", carry: 0, at: 0 },
    { op: "growStep", step: 1, text: "Begun\n" },
    { op: "status", status: { state: "stopped" }, at: 65_000 },
  ];
  const text = runMarkdown(recordOf(stopped), inEnglish);
  assert.deepEqual(text.match(/^#+ .*$/gm), [
    "## Question",
    "## Answer",
    "## Question",
    "## Reasoning",
    "### 1. Thinking (Plan)",
  ]);
  assert.match(text, /- 1:05\n- Stopped\n/);
  assert.ok(text.indexOf("Earlier?") < text.indexOf("Yes."));
  assert.equal(reasoningMarkdown(recordOf(stopped), inEnglish), "## 1. Thinking (Plan)\n\nBegun\n");
});
