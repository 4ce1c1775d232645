import assert from "node:assert/strict";
import { test } from "node:test";
import { readWords } from "../../src/core/steps/words.ts";
import { everyCut } from "../support/everyCut.ts";
import { tapeOf } from "../support/tapeOf.ts";
import { traces } from "../support/traces.ts";

for (const [name, text] of Object.entries(traces)) {
  test(`${name}: the tape has the words of the text, however it is cut`, () => {
    const words = [...readWords(text).all];
    for (const pieces of everyCut(text)) {
      const tape = tapeOf(pieces);
      assert.deepEqual([...tape.words.subarray(0, tape.count)], words, JSON.stringify(pieces.slice(0, 2)));
    }
  });
}

test("of a step without an end the tape keeps the first words and the last", () => {
  const words = Array.from({ length: 60_000 }, (_, index) => `w${index}`);
  const tape = tapeOf([words.join(" ")]);
  const [first = 0, last = 0] = readWords("w0 w59999").all;
  assert.equal(tape.words[0], first);
  assert.equal(tape.words[tape.count - 1], last);
  assert.ok(tape.count <= tape.words.length);
  assert.equal(tape.countTo(tape.received - 1), tape.count - 1);
});
