import assert from "node:assert/strict";
import { test } from "node:test";
import { caseAgainst } from "../../src/core/ask/caseAgainst.ts";
import { questionOf } from "../../src/core/ask/messages.ts";
import { canArgue } from "../../src/core/run/canArgue.ts";
import type { RunStatus } from "../../src/core/run/change.ts";
import { newRecord, type StepRecord } from "../../src/core/run/runRecord.ts";
import { runHead } from "../support/runHead.ts";

const step = (title: string, more: Partial<StepRecord> = {}): StepRecord => ({
  title,
  kind: "check",
  text: `The text of ${title}.\n\n`,
  openedAt: 0,
  closedAt: 1,
  ...more,
});

test("a case against names every step, and first those that the reader judged, as they begin", () => {
  const text = caseAgainst({
    steps: [
      step("Read the loop", { verdict: "right" }),
      step("The bound is right", { verdict: "unsure" }),
      step("Local words", { modelTitle: "The list cannot be empty", verdict: "wrong" }),
      step("So it is fine"),
    ],
  });
  const order = [
    "Make the case against your last answer",
    "by number and title",
    "I have judged these steps wrong",
    "3. The list cannot be empty\n\n```\nThe text of Local words.\n```",
    "I am unsure of these steps:\n\n2. The bound is right\n\n```\nThe text of The bound is right.\n```",
    "The steps of your reasoning:\n\n1. Read the loop\n2. The bound is right\n3. The list cannot be empty\n4. So it is fine",
  ];
  let at = -1;
  for (const part of order) {
    const found = text.indexOf(part, at + 1);
    assert.ok(found > at, `${part}\n\nis not where it should be in\n\n${text}`);
    at = found;
  }
  assert.ok(text.endsWith("4. So it is fine"));
  assert.ok(!text.includes("Local words\n"), "the title is the one that the reader sees");
});

test("without a verdict nothing is said of one, and without reasoning nothing of steps", () => {
  const unjudged = caseAgainst({ steps: [step("Read the loop")] });
  assert.doesNotMatch(unjudged, /judged|unsure of these/);
  const bare = caseAgainst({ steps: [] });
  assert.doesNotMatch(bare, /\bsteps?\b|undefined/);
  assert.match(bare, /Make the case against your last answer/);
});

test("long reasoning is cut to what is needed, and its fences do not end the quote", () => {
  const many = caseAgainst({ steps: Array.from({ length: 1234 }, (_, index) => step(`Step ${index + 1}`)) });
  assert.match(many, /\n200\. Step 200\n… and 1034 more\.$/);
  const wrong = caseAgainst({
    steps: Array.from({ length: 300 }, (_, index) =>
      step(`Step ${index + 1}`, { verdict: "wrong", text: "x".repeat(9000) }),
    ),
  });
  assert.ok(wrong.length < 20_000, `${wrong.length}`);
  const quoted = caseAgainst({
    steps: [step("Long", { verdict: "wrong", text: `\`\`\`ts\nrun();\n\`\`\`\n${"𝔸".repeat(2000)}` })],
  });
  assert.match(quoted, /\n````\n```ts\nrun\(\);\n```\n/);
  assert.ok(quoted.length < 2000 && quoted.isWellFormed(), `${quoted.length}`);
});

test("the question goes out as it was composed, also when it is asked again", () => {
  const question = caseAgainst({ steps: [step("Read the loop")] });
  assert.equal(questionOf("caseAgainst", question), question);
});

test("one may argue against an answer that is over, however it ended, and that a model wrote", () => {
  const ends: [RunStatus, boolean][] = [
    [{ state: "done", finish: "stop" }, true],
    [{ state: "stopped" }, true],
    [{ state: "cutOff", failure: { kind: "dropped" } }, true],
    [{ state: "answering" }, false],
    [{ state: "thinking" }, false],
  ];
  for (const [status, may] of ends) {
    const record = { ...newRecord(runHead()), status, answer: "Yes." };
    assert.equal(canArgue(record), may, status.state);
    assert.equal(canArgue({ ...record, answer: " \n" }), false, "there is no answer");
    assert.equal(canArgue({ ...record, head: runHead({ sample: true }) }), false, "no model answered");
  }
});
