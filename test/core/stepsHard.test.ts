import assert from "node:assert/strict";
import { test } from "node:test";
import { splitSteps } from "../../src/core/steps/splitSteps.ts";
import { hardCases } from "../support/hardCases.ts";
import { hardDrafts } from "../support/hardDrafts.ts";
import { hardTraces } from "../support/hardTraces.ts";

/** No step may be a larger part of a long trace than this. */
const largestShare = 0.4;
const headLength = 10;

function headOf(text: string): string {
  const words = text
    .replace(/^[\s#/]+/, "")
    .trim()
    .split(/\s+/);
  return words.length < 3 || /^[㐀-鿿]/u.test(text)
    ? text.trim().slice(0, headLength)
    : words.slice(0, 3).join(" ");
}

for (const { name, text, heads } of [...hardCases, ...hardDrafts]) {
  test(name, () =>
    assert.deepEqual(
      splitSteps(text).map((step) => headOf(step.text)),
      heads,
    ),
  );
}

for (const [name, text] of Object.entries(hardTraces)) {
  test(`${name}: no step is the better part of it`, () => {
    const steps = splitSteps(text);
    assert.ok(steps.length >= 2, `${steps.length} steps`);
    for (const step of steps) {
      assert.ok(
        step.text.length <= largestShare * text.length,
        `${step.text.length} of ${text.length}: ${step.title}`,
      );
    }
  });
}

test("in a language without a table only paragraphs open steps", () => {
  for (const name of ["german", "french", "russian", "japanese"]) {
    const steps = splitSteps(hardTraces[name] ?? "");
    for (const step of steps.slice(0, -1)) assert.match(step.text, /\n\n$/, `${name}: ${step.title}`);
  }
});

test("thought in tables or JSON is cut at the sentences between them", () => {
  for (const { title, text } of splitSteps(hardTraces["table"] ?? ""))
    assert.match(text, /^Let me lay out/, title);
  for (const { title, text } of splitSteps(hardTraces["json"] ?? ""))
    assert.match(text, /^Now the reply/, title);
});
