import assert from "node:assert/strict";
import { test } from "node:test";
import { stepKinds } from "../../src/core/steps/step.ts";
import { StepSpans } from "../../src/webview/steps/stepSpans.ts";

const stepsOf = (lengths: readonly number[], closed = lengths.length) =>
  lengths.map((length, index) => ({
    kind: stepKinds[index % stepKinds.length] ?? ("frame" as const),
    text: "x".repeat(length),
    ...(index < closed && { closedAt: index }),
    ...(index === 5 && { doubts: true as const }),
  }));

/** Numbers that look random and are the same each time. */
const lengthsOf = (count: number, seed: number) =>
  Array.from({ length: count }, (_, index) => ((index + 1) * seed * 7919) % 541);

test("the spans are the steps, each once and in order, never more than there is room for", () => {
  for (const count of [0, 1, 2, 30, 31, 32, 33, 200, 2000]) {
    for (const seed of [1, 2, 3]) {
      const lengths = lengthsOf(count, seed);
      const spans = new StepSpans(32);
      spans.read(stepsOf(lengths));
      const seen = spans.spans.flatMap(({ from, to }) =>
        Array.from({ length: to - from + 1 }, (_, index) => from + index),
      );
      assert.deepEqual(
        seen,
        lengths.map((_, index) => index + 1),
        `${count} steps, seed ${seed}`,
      );
      assert.ok(spans.spans.length <= 32);
      if (count <= 32) assert.equal(spans.spans.length, count, "no step is joined while there is room");
      else assert.ok(spans.spans.length > 10, `${count} steps make ${spans.spans.length} spans`);
      for (const span of spans.spans) {
        const own = lengths.slice(span.from - 1, span.to).map((length) => Math.max(1, length));
        assert.equal(
          span.length,
          own.reduce((sum, length) => sum + length, 0),
        );
        assert.equal(span.doubts, span.from <= 6 && span.to >= 6);
      }
    }
  }
});

test("reading step by step, with text that moves to the next step, says which spans changed", () => {
  const lengths = lengthsOf(300, 5);
  const spans = new StepSpans(32);
  let before: string[] = [];
  for (let count = 1; count <= lengths.length; count++) {
    // The open step still has what will be its successor's.
    const now = lengths.slice(0, count).map((length, index) => (index === count - 1 ? length + 40 : length));
    const first = spans.read(stepsOf(now, count - 1));
    const shown = spans.spans.map((span) => JSON.stringify(span));
    assert.deepEqual(shown.slice(0, first), before.slice(0, first), `at step ${count}`);
    assert.equal(
      spans.spans.reduce((sum, { length }) => sum + length, 0),
      now.reduce((sum, length) => sum + Math.max(1, length), 0),
    );
    before = shown;
  }
});

test("a span has the kind of most of its text", () => {
  const spans = new StepSpans(2);
  const of = (kind: "plan" | "check", length: number) => ({ kind, text: "x".repeat(length), closedAt: 1 });
  spans.read([of("plan", 5), of("check", 9), of("plan", 6), of("check", 100)]);
  const joined = spans.spans.map(({ from, to, kind }) => [from, to, kind]);
  assert.deepEqual(joined, [[1, 4, "check"]]);
});
