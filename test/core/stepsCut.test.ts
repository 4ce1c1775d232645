import assert from "node:assert/strict";
import { test } from "node:test";
import { splitSteps } from "../../src/core/steps/splitSteps.ts";
import { traces } from "../support/traces.ts";

/** The first words of each step. */
function heads(text: string): string[] {
  return splitSteps(text).map((step) => step.text.trim().split(/\s+/).slice(0, 3).join(" "));
}

test("a case of symbols alone opens a step like any other, and a row of equations does not", () => {
  const rows = ["x = 1", "y = 2", "x + y = 3"].join("\n\n");
  const even =
    "With that the sums of both rows are even where y is odd, and odd where y is even, so there are as many of the one as there are of the other. ";
  const odd =
    "With that only the last column can change, every pair needs its own count and none of those found before can be taken over here. ";
  const text = [
    "Let me go through the cases.",
    "Case 1: x = 0.",
    even.repeat(3),
    rows,
    "Case 2: x = 1.",
    odd.repeat(3),
    rows,
  ];
  assert.deepEqual(heads(text.join("\n\n")), ["Let me go", "Case 2: x"]);
});

test("code stays with the line that introduces it, fenced or not, blank lines or not", () => {
  assert.deepEqual(heads(traces["fencedCode"] ?? ""), ["Let me write", "Now, let me"]);
  assert.deepEqual(heads(traces["bareCode"] ?? ""), ["So the code", "Wait, but what"]);
});

test("a derivation is one step, the check after it another, the final answer a third", () => {
  assert.deepEqual(heads(traces["maths"] ?? ""), [
    "We need the",
    "Let me verify",
    "**Final Answer** \\boxed{n^2}",
  ]);
});

test("headings cut at once", () => {
  assert.deepEqual(heads(traces["headings"] ?? ""), [
    "**Reading the request**",
    "**Going through the",
    "## Checking an",
  ]);
});

test("a heading that runs on from the sentence before it opens its step too", () => {
  assert.deepEqual(
    splitSteps(traces["summaries"] ?? "").map((step) => step.title),
    ["Looking at the loop", "Planning the fix"],
  );
});

test("a heading opens its step before anything follows it", () => {
  const text = `${"The user wants to know what the expression matches, part by part. ".repeat(3)}\n\n## Checking it\n`;
  assert.equal(splitSteps(text).at(-1)?.title, "Checking it");
});

test("bullets, numbered lines and table rows open no step", () => {
  const intro =
    "The reader gives back the rows of the table as they stand in the file, with their cells trimmed. ".repeat(
      3,
    );
  for (const rows of [
    "- one\n\n- two\n\n- three",
    "1. one\n\n2. two\n\n3. three",
    "| a | b |\n\n| 1 | 2 |\n\n| 3 | 4 |",
  ]) {
    assert.equal(splitSteps(`${intro}\n\n${rows}`).length, 1, rows);
  }
});

test("a fence that is never closed does not swallow the rest", () => {
  const code = "const a = 1;\n".repeat(1_500);
  const talk =
    "But wait, let me check what the second argument is good for. It is read once and then thrown away. ".repeat(
      6,
    );
  assert.ok(splitSteps(`Let me write it.\n\n\`\`\`js\n${code}\n\n${talk}\n\n${talk}`).length > 1);
});

test("blank lines before a step stay with the step before it, line ends as they came", () => {
  const steps = splitSteps(traces["windowsLines"] ?? "");
  assert.ok(steps.length > 1);
  for (const step of steps.slice(0, -1)) assert.match(step.text, /\r\n\r\n$/);
});

test("a step of many words takes the next paragraph that may open one", () => {
  const plain =
    "The table holds a row for each order and the row says when it was sent and by whom it was taken. ";
  const text = Array.from({ length: 40 }, (_, row) => `${plain.repeat(2)}It is row ${row}.`).join("\n\n");
  for (const step of splitSteps(text)) assert.ok(step.text.split(/\s+/).length < 500, step.title);
});
