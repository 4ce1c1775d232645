import assert from "node:assert/strict";
import { test } from "node:test";
import { languages } from "../../src/core/steps/languages.ts";
import { doubts, openingOf, type Turning } from "../../src/core/steps/turns.ts";
import { tapeOf } from "../support/tapeOf.ts";

function turningsOf(text: string): Turning[] {
  const tape = tapeOf([text]);
  return openingOf(tape, tape.count);
}

for (const turn of languages.flatMap(({ turns }) => turns)) {
  test(`"${turn.example}" turns by "${turn.phrase.slice(0, 40)}" (${turn.turn})`, () => {
    const found = turningsOf(turn.example).map((turning) => turning.turn);
    assert.ok(
      found.includes(turn),
      `read instead: ${found.map(({ phrase }) => phrase).join(" + ") || "nothing"}`,
    );
  });
}

test("a step doubts when it questions what was found, not when it confirms it or goes on", () => {
  const rows: readonly [questions: boolean, text: string][] = [
    [true, "Wait, the second row was counted twice."],
    [true, "Hmm. But wait, the bound is included."],
    [true, "That makes 12 in all. But is that right?"],
    [true, "Hmm, that contradicts the first result."],
    [true, "Wait, maybe I made a mistake in the sum."],
    [true, "等等，这里少算了一个。"],
    [true, "总和是九。真的是这样吗？"],
    [false, "Let me check: 2 + 2 = 4, correct."],
    [false, "Let me double-check the sum. 3 + 4 is 7, so it holds."],
    [false, "Alternatively, sort the keys. But that contradicts the comment."],
    [false, "Wait, what about an empty list?"],
    [false, "Wait, another idea: sort the keys first."],
    [false, "The user has to wait until the lock is free."],
    [false, "But the input is sorted already."],
    [false, "检查一下：二加二等于四，没错。"],
  ];
  for (const [questions, text] of rows) assert.equal(doubts(turningsOf(text)), questions, text);
});
