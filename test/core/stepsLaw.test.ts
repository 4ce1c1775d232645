import assert from "node:assert/strict";
import { test } from "node:test";
import { createSplitter } from "../../src/core/steps/splitter.ts";
import { applyStep } from "../../src/core/steps/splitSteps.ts";
import type { Step, StepChange } from "../../src/core/steps/step.ts";
import { everyCut } from "../support/everyCut.ts";
import { randomCuts } from "../support/randomCuts.ts";
import { changesOf, joined } from "../support/stepChanges.ts";
import { traces } from "../support/traces.ts";

function stepsOf(changes: readonly StepChange[]): Step[] {
  const steps: Step[] = [];
  for (const change of changes) applyStep(steps, change);
  return steps;
}

for (const [name, text] of Object.entries(traces)) {
  test(`${name}: however it is cut, the steps are the same and joined are the input`, () => {
    const whole = joined(changesOf([text]));
    assert.equal(
      stepsOf(whole)
        .map((step) => step.text)
        .join(""),
      text,
    );
    for (const pieces of everyCut(text)) {
      assert.deepEqual(joined(changesOf(pieces)), whole, JSON.stringify(pieces.slice(0, 2)));
    }
  });

  test(`${name}: random cuts change nothing`, () => {
    const whole = joined(changesOf([text]));
    for (let seed = 1; seed <= 40; seed++) {
      const pieces = randomCuts(text, seed);
      assert.deepEqual(joined(changesOf(pieces)), whole, `seed ${seed}: ${JSON.stringify(pieces)}`);
    }
  });

  test(`${name}: a closed step is never touched and a carry is never more than the step has`, () => {
    for (const pieces of [[text], text.split(""), randomCuts(text, 7)]) checkOrder(changesOf(pieces));
  });
}

/** Walks the changes as a reader would and fails at the first that may not be. */
function checkOrder(changes: readonly StepChange[]): void {
  const lengths: number[] = [];
  const closed = new Set<number>();
  let carriedFrom = 0;
  for (const change of changes) {
    const at = JSON.stringify(change);
    assert.ok(!closed.has(change.step), `after its close: ${at}`);
    if (change.op === "openStep") {
      assert.equal(change.step, lengths.length + 1, at);
      assert.equal(carriedFrom, 0, `opened before the one before was closed: ${at}`);
      const before = lengths.at(-1) ?? 0;
      assert.ok(change.carry >= 0 && (lengths.length === 0 ? change.carry === 0 : change.carry < before), at);
      if (lengths.length > 0) {
        lengths[lengths.length - 1] = before - change.carry;
        carriedFrom = lengths.length;
      }
      lengths.push(change.carry);
    } else if (change.op === "closeStep") {
      if (carriedFrom > 0) assert.equal(change.step, carriedFrom, `another step was to be closed: ${at}`);
      carriedFrom = 0;
      closed.add(change.step);
    } else {
      assert.equal(change.step, lengths.length, `only the open step grows and is named: ${at}`);
      if (change.op === "growStep") lengths[lengths.length - 1] = (lengths.at(-1) ?? 0) + change.text.length;
    }
  }
  assert.equal(closed.size, lengths.length, "every step is closed in the end");
}

test("text shows at once: after each push all that came stands in the steps", () => {
  for (const [name, text] of Object.entries(traces)) {
    const steps: Step[] = [];
    const splitter = createSplitter({ tell: (change) => applyStep(steps, change) });
    let come = "";
    for (const piece of randomCuts(text, 3)) {
      come += piece;
      splitter.push(piece);
      assert.equal(steps.map((step) => step.text).join(""), come, name);
    }
  }
});

test("nothing gives no steps, and white space is not lost", () => {
  assert.deepEqual(changesOf([]), []);
  assert.deepEqual(changesOf([""]), []);
  const steps = stepsOf(changesOf(["\n ", " \r", "\n\n"]));
  assert.deepEqual(
    steps.map((step) => step.text),
    ["\n  \r\n\n"],
  );
});

test("a title changes only with a nameStep, and the close says the last one", () => {
  for (const [name, text] of Object.entries(traces)) {
    const said = new Map<number, string>();
    for (const change of changesOf(text.split(""))) {
      if (change.op === "growStep") continue;
      const now = `${change.title} (${change.kind})`;
      if (change.op === "nameStep") assert.notEqual(now, said.get(change.step), `${name}: said again`);
      if (change.op === "closeStep") assert.equal(now, said.get(change.step), name);
      said.set(change.step, now);
    }
  }
});

test("what is emitted grows with the text and no faster", () => {
  const trace = Object.values(traces).join("\n\n");
  for (const times of [1, 4, 16]) {
    const text = Array.from({ length: times }, () => trace).join("\n\n");
    let emitted = 0;
    let moved = 0;
    for (const change of changesOf(text.split(""))) {
      if (change.op === "growStep") emitted += change.text.length;
      else emitted += change.title.length + 20;
      if (change.op === "openStep") moved += change.carry;
    }
    assert.ok(emitted < 2 * text.length, `${times} times: ${emitted} for ${text.length}`);
    assert.ok(moved < text.length, `${times} times: ${moved} moved of ${text.length}`);
  }
});

test("a wall of text without line ends is cut where the thought turns", () => {
  const loop = "The loop adds each number to the sum and goes on to the next one until none is left. ";
  const empty = "With no numbers at all the bound is below zero, so nothing runs and zero comes back. ";
  const strings = "Adding a string would join them, and the caller reads its values out of a form field. ";
  const text = [
    loop.repeat(5),
    "But wait, let me check what happens when there are no numbers. ",
    empty.repeat(5),
    "Now, what about numbers that come in as strings? ",
    strings.repeat(5),
  ].join("");
  const heads = stepsOf(changesOf([text])).map((step) => step.text.slice(0, 8));
  assert.deepEqual(heads, ["The loop", "But wait", "Now, wha"]);
});
