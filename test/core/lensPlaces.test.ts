import assert from "node:assert/strict";
import { test } from "node:test";
import { lensPlaces } from "../../src/core/code/lensPlaces.ts";

const about = (step: number, startLine: number, endLine = startLine) => ({ step, startLine, endLine });
const functions = [
  { startLine: 10, endLine: 30 },
  { startLine: 15, endLine: 20 },
  { startLine: 40, endLine: 50 },
];

test("steps are gathered by the innermost function, and by the line outside of any, each once and in order", () => {
  const steps = [
    about(7, 12),
    about(2, 30),
    about(2, 11),
    about(3, 15),
    about(1, 20, 25),
    about(4, 35),
    about(4, 9, 12),
  ];
  assert.deepEqual(lensPlaces(steps, functions), [
    { line: 9, steps: [4] },
    { line: 10, steps: [2, 7] },
    { line: 15, steps: [1, 3] },
    { line: 35, steps: [4] },
  ]);
});

test("where no step speaks of the code there is nothing to count", () => {
  assert.deepEqual(lensPlaces([], functions), []);
});
