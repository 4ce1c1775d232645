import assert from "node:assert/strict";
import path from "node:path";
import { test } from "node:test";
import type { RunRecord } from "../../src/core/run/runRecord.ts";
import { readTraces } from "../../src/demo/trace.ts";
import { everyCut } from "../support/everyCut.ts";
import { randomCuts } from "../support/randomCuts.ts";
import { readParts, readRun as read } from "../support/readRun.ts";
import { longTrace, verbatimLoop } from "../support/longTraces.ts";

/** The number of the step that says this for the first or the last time. */
function stepOf({ steps }: Readonly<RunRecord>, words: string, which: "first" | "last" = "first"): number {
  const has = ({ text }: { text: string }) => text.includes(words);
  return (which === "first" ? steps.findIndex(has) : steps.findLastIndex(has)) + 1;
}

test("a long thought shows what it doubts, gives up and says again", () => {
  const record = read([longTrace]);
  const numbered = record.steps.map((step, index) => ({ ...step, number: index + 1 }));
  const doubts = numbered.filter((step) => step.doubts).map(({ number }) => number);
  assert.deepEqual(doubts, [stepOf(record, "Wait, but is f(2)")]);
  const givenUp = record.steps.flatMap(({ givesUp }) => record.steps[(givesUp ?? 0) - 1]?.text ?? []);
  assert.equal(givenUp.length, 1);
  assert.match(givenUp.join(""), /bad paths/);
  const repeats = numbered.flatMap(({ number, repeats: again }) => (again ? [[number, again]] : []));
  const said = "So with f(n) for the number";
  assert.deepEqual(repeats, [[stepOf(record, said, "last"), stepOf(record, said)]]);
  assert.equal(record.circlingSince, undefined);
});

test("a thought of one step is marked as any other is", () => {
  const text =
    "Wait, but the bound is included here, so the loop runs once more than the list has rows, and the sum of all that it reads is one row too large in the end, whatever the caller puts into the list before it asks.";
  const { steps } = readParts([
    { type: "reasoning", text: "Let me look at the loop." },
    { type: "section" },
    { type: "reasoning", text },
    { type: "section" },
    { type: "reasoning", text },
  ]);
  assert.deepEqual(
    steps.map(({ doubts, repeats }) => ({ doubts, repeats })),
    [
      { doubts: undefined, repeats: undefined },
      { doubts: true, repeats: undefined },
      { doubts: true, repeats: 2 },
    ],
  );
});

test("a sample trace shows a doubt, a suspicion that is dropped, and phases", async () => {
  const traces = await readTraces(path.join(import.meta.dirname, "../../media/sample/traces"));
  const { steps, phases } = read([traces.find(({ name }) => name === "range-find-bugs.md")?.reasoning ?? ""]);
  const drops = steps.find(({ givesUp }) => givesUp !== undefined);
  assert.ok(drops?.doubts);
  assert.match(steps[(drops.givesUp ?? 0) - 1]?.text ?? "", /My first suspicion/);
  assert.ok(phases.length >= 3 && phases.length <= 7, JSON.stringify(phases));
});

for (const [name, text] of Object.entries({ longTrace, loop: verbatimLoop(2_500) })) {
  test(`${name}: however it is cut, marks, phases and circling are the same`, () => {
    const whole = read([text]);
    const cuts = [...everyCut(text)].filter((_, index) => index % 61 === 0);
    for (let seed = 1; seed <= 30; seed++) cuts.push(randomCuts(text, seed));
    for (const pieces of [...cuts, text.split("")]) {
      assert.deepEqual(read(pieces), whole, JSON.stringify(pieces.slice(0, 2)));
    }
  });
}

const circles: Record<string, string> = {
  word: "no ",
  line: "Let me check the reader again.\n",
  sentences:
    "Wait, maybe the key has its old name. No, the reader asks for both. But the user says it is lost. ",
  paragraph:
    "But wait, the lock is taken before the file is read, so two readers cannot meet there. Let me look at the writer. " +
    "It takes the same lock and lets go of it after the rename, so a reader never sees half a file. " +
    "Then the value cannot be lost there, and yet the user says that it is lost after the restart.\n\n",
  chinese: "等等，也许键还用着旧的名字。不对，读取时两个名字都会查。可是用户说重启以后就丢了。",
  code: "  if (value === undefined) {\n    return fallback(value);\n  }\n",
  silence: "\n",
};
const circleUnits = 2_100;

for (const [name, circle] of Object.entries(circles)) {
  test(`going round (${name}) is noticed soon`, () => {
    const before = longTrace.slice(0, 2_000);
    const text = `${before}\n\n${circle.repeat(Math.ceil(circleUnits / circle.length)).slice(0, circleUnits)}`;
    const record = read([text]);
    assert.ok(record.circlingSince !== undefined, "not noticed");
    // The last paragraph may have moved down into a step of its own afterwards.
    const began = stepOf(record, before.slice(-20)) - 1;
    assert.ok(record.circlingSince >= began, `since ${record.circlingSince}, not ${began}`);
    assert.equal(read([before]).circlingSince, undefined, "noticed before it began");
  });
}
