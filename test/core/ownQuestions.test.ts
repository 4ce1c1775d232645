import assert from "node:assert/strict";
import { test } from "node:test";
import { questionsToPick, withQuestion } from "../../src/core/ask/ownQuestions.ts";

test("the last asked question comes first, each once, and the oldest are forgotten", () => {
  let own: string[] = [];
  for (const question of ["a", "b", "c", "a"]) own = withQuestion(own, question);
  assert.deepEqual(own, ["a", "c", "b"]);
  for (let asked = 0; asked < 50; asked++) own = withQuestion(own, `Question ${asked}`);
  assert.deepEqual([own[0], own.at(-1), own.length], ["Question 49", "Question 30", 20]);
});

test("what is typed comes before the earlier ones, unless it is one of them", () => {
  const earlier = ["Why?", "Is it right?"];
  assert.deepEqual(questionsToPick(earlier, ""), earlier);
  assert.deepEqual(questionsToPick(earlier, "  "), earlier);
  assert.deepEqual(questionsToPick(earlier, " Wh "), ["Wh", ...earlier]);
  assert.deepEqual(questionsToPick(earlier, " Why? "), earlier);
});
