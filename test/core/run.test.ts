import assert from "node:assert/strict";
import { test } from "node:test";
import type { Change } from "../../src/core/run/change.ts";
import { addCoalesced } from "../../src/core/run/coalesce.ts";
import { journalLines, readJournal } from "../../src/core/run/journal.ts";
import { createRun, type Run } from "../../src/core/run/run.ts";
import { applyChange, newRecord, replayRecord, type RunRecord } from "../../src/core/run/runRecord.ts";
import type { Part } from "../../src/core/wire/part.ts";
import { everyCut } from "../support/everyCut.ts";
import { runHead } from "../support/runHead.ts";

const head = runHead({ intent: "findBugs", question: "" });

const thought = [
  "Okay, I need to find the bug in this function. Let me read it slowly, one line after the other.",
  "First, the loop runs from 0 to n. The array has n elements, so the last index is n - 1.",
  "Wait, but the condition is `i <= n`. That reads one past the end.\n\nSo that is the bug.",
  "Let me check the empty array too. With n = 0 the loop runs once and reads undefined.",
].join("\n\n");

function fold(changes: Change[]): RunRecord {
  const record = newRecord(head);
  for (const change of changes) applyChange(record, change);
  return record;
}

function ticking(step: number): () => number {
  let now = 1000;
  return () => (now += step);
}

function feed(run: Run, parts: Part[]): Change[] {
  return [...run.begin(), ...parts.flatMap((part) => run.accept(part))];
}

const reasoning = (text: string): Part => ({ type: "reasoning", text });
const answer = (text: string): Part => ({ type: "answer", text });

test("what the run says adds up to its own record, for every cut of the reasoning", () => {
  for (const pieces of everyCut(thought)) {
    const run = createRun(head, ticking(1));
    const changes = feed(run, [
      ...pieces.map(reasoning),
      answer("One bug."),
      { type: "finish", reason: "stop" },
    ]);
    changes.push(...run.end());
    const shown = fold(changes);
    assert.deepEqual(shown, run.record, JSON.stringify(pieces));
    assert.equal(shown.steps.map((step) => step.text).join(""), thought, JSON.stringify(pieces));
  }
});

test("a replay, a coalesced batch and a journal read again are the same run", () => {
  const run = createRun(head, ticking(7));
  const usage: Part = { type: "usage", usage: { promptTokens: 10, reasoningTokens: 40 } };
  const changes = feed(run, [
    ...thought.split(/(?<= )/).map(reasoning),
    answer("One bug."),
    usage,
    { type: "finish", reason: "stop" },
  ]);
  changes.push(...run.end());
  const batch: Change[] = [];
  for (const change of changes) addCoalesced(batch, change);
  assert.deepEqual(fold(run.replay()), run.record);
  assert.deepEqual(fold(batch), run.record);
  assert.deepEqual(readJournal(journalLines(changes)), run.record);
  assert.deepEqual(readJournal(journalLines(replayRecord(run.record))), run.record);
  assert.ok(batch.length < changes.length / 4, `${batch.length} of ${changes.length} changes are left`);
});

test("a journal cut anywhere is read as an interrupted run with all whole lines kept", () => {
  const run = createRun(head, ticking(3));
  const changes = feed(run, thought.split(/(?<= )/).map(reasoning));
  const journal = journalLines(changes);
  const firstLine = journal.indexOf("\n") + 1;
  for (let cut = firstLine; cut < journal.length; cut += 97) {
    const record = readJournal(journal.slice(0, cut));
    assert.ok(record, `cut at ${cut}`);
    assert.ok("failure" in record.status && record.status.failure?.kind === "interrupted", `cut at ${cut}`);
    const text = record.steps.map((step) => step.text).join("");
    assert.ok(thought.startsWith(text), `cut at ${cut}: ${text.slice(-40)}`);
    assert.ok(
      record.steps.every((step) => step.closedAt !== undefined),
      `cut at ${cut}`,
    );
  }
  assert.equal(readJournal(journal.slice(0, firstLine - 2)), undefined);
});

test("lines that are no change are passed over, whatever they hold", () => {
  const run = createRun(head, ticking(1));
  const changes = feed(run, [
    reasoning("A thought."),
    answer("An answer."),
    { type: "finish", reason: "stop" },
  ]);
  changes.push(...run.end());
  const strange = [
    "null",
    "[]",
    "7",
    '{"op":"growStep"}',
    '{"op":"toString"}',
    '{"op":"status","at":1,"status":{"state":"odd"}}',
    "{",
  ];
  const lines = journalLines(changes).split("\n");
  const mixed = lines.flatMap((line, index) => [line, strange[index % strange.length] ?? ""]).join("\n");
  assert.deepEqual(readJournal(mixed), run.record);
  for (const line of strange) assert.equal(readJournal(line), undefined, line);
});

test("a lone line feed before the thought is no answer", () => {
  const run = createRun(head, ticking(1));
  feed(run, [answer("\n"), reasoning("First thought.")]);
  assert.equal(run.record.status.state, "thinking");
  run.accept(answer("Yes."));
  assert.equal(run.record.status.state, "answering");
  assert.equal(run.record.answer, "\nYes.");
});

test("thinking that resumes after the answer goes on in new steps", () => {
  const run = createRun(head, ticking(1));
  const changes = feed(run, [
    reasoning("First thought."),
    answer("Hello."),
    reasoning("Second thought."),
    answer(" Bye."),
  ]);
  assert.deepEqual(
    run.record.steps.map(({ text }) => text),
    ["First thought.", "Second thought."],
  );
  assert.ok(run.record.steps.every((step) => step.closedAt !== undefined));
  assert.equal(run.record.answer, "Hello. Bye.");
  assert.deepEqual(fold(changes), run.record);
});

test("a single step lasts from its first text to the answer, also when thinking resumes", () => {
  let now = 0;
  const run = createRun(head, () => now);
  run.begin();
  for (const text of ["One", " thought."]) {
    for (const part of [reasoning(text), reasoning(text)]) {
      now += 1000;
      run.accept(part);
    }
    now += 1000;
    run.accept(answer("Hello."));
  }
  const times = run.record.steps.map(({ openedAt, closedAt }) => [openedAt, closedAt]);
  assert.deepEqual(times, [
    [1000, 3000],
    [4000, 6000],
  ]);
});

test("how a run ends follows from what came", () => {
  const ends: [Part[], (run: Run) => Change[], string][] = [
    [[answer("a"), { type: "finish", reason: "stop" }], (run) => run.end(), "done"],
    [[reasoning("t"), { type: "finish", reason: "length" }], (run) => run.end(), "done"],
    [[reasoning("t")], (run) => run.end(), "cutOff"],
    [
      [reasoning("t"), { type: "finish", reason: "insufficient_system_resource" }],
      (run) => run.end(),
      "cutOff",
    ],
    [[], (run) => run.end(), "failed"],
    [[], (run) => run.fail({ kind: "unauthorized", status: 401 }), "failed"],
    [[answer("a")], (run) => run.fail({ kind: "dropped" }), "cutOff"],
    [[reasoning("t")], (run) => run.stop(), "stopped"],
  ];
  for (const [parts, end, state] of ends) {
    const run = createRun(head, ticking(1));
    feed(run, parts);
    end(run);
    assert.equal(run.record.status.state, state, JSON.stringify(parts));
    const kept = structuredClone(run.record);
    const late = [...run.accept(answer("late")), ...run.end(), ...run.stop(), ...run.fail({ kind: "other" })];
    assert.deepEqual(late, [], `a run that is over changes no more: ${state}`);
    assert.deepEqual(run.record, kept);
  }
});

test("steps follow one another in time, and a moved paragraph takes its time along", () => {
  let now = 0;
  const run = createRun(head, () => now);
  run.begin();
  const paragraphs = thought.split(/(?<=\n\n)/);
  for (const piece of paragraphs) {
    now += 1000;
    run.accept(reasoning(piece));
  }
  now += 1000;
  run.accept(answer("Done."));
  const { steps } = run.record;
  assert.ok(steps.length >= 2, `${steps.length} steps`);
  steps.forEach((step, index) => {
    const next = steps[index + 1];
    assert.equal(step.closedAt, next ? next.openedAt : now);
    const paragraphsBefore = steps.slice(0, index).flatMap(({ text }) => text.match(/\n\n/g) ?? []).length;
    assert.equal(step.openedAt, (paragraphsBefore + 1) * 1000, step.text);
  });
});

test("titles by a model stand beside the step's own, in journal and replay, until they are taken away", () => {
  const run = createRun(head, () => 0);
  const changes = run.begin();
  changes.push(
    ...run.accept({ type: "reasoning", text: "First I read the loop, line by line, to its end." }),
  );
  changes.push(...run.stop());
  const own = run.record.steps[0]?.title;
  changes.push(
    ...run.remark({
      op: "retitle",
      titles: [
        [1, "By the model"],
        [9, "For no step"],
      ],
    }),
  );
  assert.deepEqual([run.record.steps[0]?.title, run.record.steps[0]?.modelTitle], [own, "By the model"]);
  assert.deepEqual(readJournal(journalLines(changes)), run.record);
  assert.deepEqual(readJournal(journalLines(run.replay())), run.record);
  changes.push(...run.remark({ op: "retitle", titles: [] }));
  assert.equal(run.record.steps[0]?.modelTitle, undefined);
  assert.deepEqual(readJournal(journalLines(changes)), run.record);
});
