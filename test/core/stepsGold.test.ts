import assert from "node:assert/strict";
import { test } from "node:test";
import { figureNames, figuresOf } from "../../scripts/stepsFigures.ts";
import { fieldOf, missingGold, readGold } from "../../scripts/stepsGold.ts";
import { splitSteps } from "../../src/core/steps/splitSteps.ts";

const missing = missingGold();
const skip = missing === undefined ? false : `the hand-marked traces are not here (${missing})`;

/** What the scorer's figures must stay between: reached, less .01. Lenient forgives soft and `also` places. */
const limits: Readonly<Record<string, readonly [least: number, most: number]>> = {
  "F±1": [0.772, 1],
  lenient: [0.897, 1],
  kappa: [0.709, 1],
  WindowDiff: [0, 0.189],
  kinds: [0.749, 1],
  ratio: [0.9, 1.14],
};
/** No kind of trace may be cut badly for the sake of the others. */
const leastLenient: Readonly<Record<string, number>> = {
  code: 0.91,
  maths: 0.842,
  prose: 0.912,
  Chinese: 0.956,
};
/** In a trace of so many words no step may be a larger part than this. */
const longTraceWords = 600;
const largestShare = 0.4;

function figure(values: readonly number[], name: string): number {
  const value = values[figureNames.findIndex((known) => known === name)];
  assert.ok(value !== undefined, `the scorer says nothing of ${name}`);
  return value;
}

test("on the hand-marked traces the steps are where a reader cut, and of the kind it said", { skip }, (t) => {
  const values = figuresOf(readGold());
  for (const [name, [least, most]] of Object.entries(limits)) {
    const value = figure(values, name);
    t.diagnostic(`${name} ${value.toFixed(3)}`);
    assert.ok(value >= least && value <= most, `${name} ${value}`);
  }
});

test("code, maths, prose and Chinese are each cut well", { skip }, (t) => {
  for (const [field, traces] of Object.entries(Object.groupBy(readGold(), fieldOf))) {
    const value = figure(figuresOf(traces ?? []), "lenient");
    t.diagnostic(`${field} ${value.toFixed(3)}`);
    assert.ok(value >= (leastLenient[field] ?? 1), `${field} ${value}`);
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
