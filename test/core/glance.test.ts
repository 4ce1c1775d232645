import assert from "node:assert/strict";
import { test } from "node:test";
import type { Change } from "../../src/core/run/change.ts";
import { glanceOf } from "../../src/core/run/glance.ts";
import { journalLines, readJournal } from "../../src/core/run/journal.ts";
import { readGlance } from "../../src/core/run/readGlance.ts";
import { createRun, type Run } from "../../src/core/run/run.ts";
import { runHead } from "../support/runHead.ts";

const code = {
  scope: "selection",
  uri: "file:///a/range.ts",
  path: "src/range.ts",
  languageId: "typescript",
  startLine: 12,
  endLine: 40,
  text: 'const a = "[{,\\"";\n',
  before: "",
  after: "",
  diagnostics: [],
} as const;
const request = { url: "https://example.com", headers: [], body: { messages: ["{[,"] } };
const head = runHead({
  question: 'Why "a, b"?\n{["',
  context: { ...code, diagnostics: [] },
  effort: "high",
  request,
});

/** Runs with every kind of end, each the text of its journal. */
function journalOf(live: (run: Run) => Change[][]): string {
  let now = 0;
  const run = createRun(head, () => (now += 7));
  return journalLines([run.begin(), ...live(run)].flat());
}

const thought =
  "First I look at the loop. It runs too far.\n\nBut wait, the end is exclusive.\n\nSo it is right.\n\n";
const think = (run: Run) => [thought, thought].map((text) => run.accept({ type: "reasoning", text }));
const finish = (run: Run) => [run.accept({ type: "finish", reason: "stop" }), run.end()];
const usage = (completionTokens: number): Parameters<Run["accept"]>[0] => ({
  type: "usage",
  usage: { completionTokens },
});
const journals = {
  done: journalOf((run) => [
    ...think(run),
    run.accept({ type: "answer", text: "All is well." }),
    run.accept(usage(70)),
    ...finish(run),
    run.remark({ op: "retitle", titles: [[1, "The loop"]] }),
    run.remark({ op: "judge", step: 1, verdict: "right" }),
  ]),
  answeredNow: journalOf((run) => [
    ...think(run),
    run.accept(usage(50)),
    run.answerNow({ how: "answerAskedAgain", request }),
    run.accept({ type: "answer", text: "All is well." }),
    run.accept(usage(20)),
    ...finish(run),
  ]),
  stopped: journalOf((run) => [...think(run), run.stop()]),
  failed: journalOf((run) => [run.fail({ kind: "network" })]),
  interrupted: journalOf((run) => think(run)),
};

test("a journal cut anywhere says at a glance what the whole run says", () => {
  for (const [name, journal] of Object.entries(journals)) {
    for (let length = 0; length <= journal.length; length++) {
      const cut = journal.slice(0, length);
      const record = readJournal(cut);
      assert.deepEqual(readGlance(cut), record && glanceOf(record), `${name}: ${cut}`);
    }
  }
});

test("its end alone says the same, or leaves out what it does not reach", () => {
  for (const [name, journal] of Object.entries(journals)) {
    const whole = readGlance(journal) ?? assert.fail(name);
    const lastStep = journal.lastIndexOf("\n", journal.lastIndexOf('Step","step":')) + 1;
    for (let from = 1; from < Math.max(2, lastStep); from++) {
      const {
        steps = whole.steps,
        took = whole.took,
        ...end
      } = readGlance(journal.slice(from), journal.slice(0, 2000)) ?? assert.fail(name);
      assert.deepEqual({ ...end, steps, took }, whole, `${name}: ${from}`);
    }
  }
});

test("what the end does not reach is not said", () => {
  const end = journals.done.slice(journals.done.indexOf('{"op":"growAnswer"') - 1);
  const { steps, tokens } = readGlance(end, journals.done) ?? assert.fail();
  assert.deepEqual({ steps, tokens }, { steps: undefined, tokens: 70 });
});

test("a first line that is cut says what stands before the cut, or there is no run", () => {
  const whole = readGlance(journals.done) ?? assert.fail();
  const first = journals.done.slice(0, journals.done.indexOf("\n"));
  let read = 0;
  for (let length = 0; length <= first.length; length++) {
    const glance = readGlance(journals.done, first.slice(0, length));
    if (!glance) continue;
    read++;
    const { question, effort, code: place } = glance;
    assert.deepEqual({ ...whole, question, effort, code: place }, { ...glance, effort, code: place });
    assert.ok(question === "" || question === head.question, question);
    assert.ok(place === undefined || place.path === code.path);
  }
  assert.ok(read > 100, `${read} of ${first.length}`);
});

test("what is no journal is no run", () => {
  const [, second = ""] = journals.done.split("\n");
  const begin = journals.done.slice(0, journals.done.indexOf("\n"));
  for (const text of [
    "",
    "\n",
    "null",
    "[]",
    '{"op":"begin"}',
    second,
    "{".repeat(9999),
    '{"op":"begin","run":[]}',
  ])
    for (const start of [undefined, text])
      assert.equal(readGlance(text, start), undefined, text.slice(0, 40));
  for (const [field, value] of [
    ["id", 3],
    ["startedAt", null],
    ["intent", "harm"],
    ["model", {}],
  ] as const) {
    const { run, ...rest } = JSON.parse(begin);
    const line = JSON.stringify({ ...rest, run: { ...run, [field]: value } });
    assert.equal(readGlance(`${line}\n`), undefined, field);
  }
});
