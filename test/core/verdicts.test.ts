import assert from "node:assert/strict";
import { test } from "node:test";
import type { Change, Remark } from "../../src/core/run/change.ts";
import { journalLines, readJournal } from "../../src/core/run/journal.ts";
import { createRun } from "../../src/core/run/run.ts";
import { runMarkdown } from "../../src/core/run/runMarkdown.ts";
import { applyChange, newRecord, type RunRecord } from "../../src/core/run/runRecord.ts";
import { verdicts, type Judgement, type Verdict } from "../../src/core/run/verdict.ts";
import { isToHost } from "../../src/protocol.ts";
import { runHead } from "../support/runHead.ts";

const head = runHead();
const paragraphs = [
  "Okay, I need to find out why the loop stops early. Let me read it from the top, line by line.\n\n",
  "Let me think about what the caller wants first. It hands over a list of names and their number.\n\n",
  "First, the bound. It says `i < n - 1`, so the last element is never looked at by this loop.\n\n",
  "Wait, is that on purpose? Let me check the caller. It passes the length, not the last index.\n\n",
  "So the bound is wrong by one. Let me verify with a list of one element: the body never runs.",
];

const judge = (step: number, verdict: Judgement): Remark => ({ op: "judge", step, verdict });

function fold(changes: Change[]): RunRecord {
  const record = newRecord(head);
  for (const change of changes) applyChange(record, change);
  return record;
}

const held = ({ steps }: Readonly<RunRecord>) => steps.map(({ verdict }) => verdict);

/** A run that has thought all this; `end` is what then happens to it. */
function thought(end: "going on" | "stopped") {
  const run = createRun(head, () => 0);
  const changes = run.begin();
  for (const text of paragraphs) changes.push(...run.accept({ type: "reasoning", text }));
  if (end === "stopped") changes.push(...run.stop());
  return { run, changes };
}

for (const end of ["going on", "stopped"] as const) {
  test(`the last verdict on a step holds, in journal, replay and batch: a run ${end}`, () => {
    const { run, changes } = thought(end);
    const count = run.record.steps.length;
    assert.ok(count >= 2, `${count} steps`);
    const last = new Map<number, Verdict | undefined>();
    const all: Judgement[] = [...verdicts, "none"];
    for (let said = 0; said < 40; said++) {
      const step = 1 + ((said * 7) % count);
      const verdict = all[(said * 5 + 1) % all.length] ?? "none";
      changes.push(...run.remark(judge(step, verdict)));
      last.set(step, verdict === "none" ? undefined : verdict);
      const expected = run.record.steps.map((_, index) => last.get(index + 1));
      assert.deepEqual(held(run.record), expected, `after ${said}`);
      assert.deepEqual(held(fold(changes)), expected);
      assert.deepEqual(held(fold(run.replay())), expected);
      assert.deepEqual(held(readJournal(journalLines(changes)) ?? newRecord(head)), expected);
    }
    assert.deepEqual(fold(run.replay()), run.record);
  });
}

test("a verdict on no step, and one that is none, change nothing", () => {
  const { run, changes } = thought("stopped");
  const before = structuredClone(run.record);
  for (const step of [0, -1, 99, 1.5]) run.remark(judge(step, "wrong"));
  assert.deepEqual(run.record, before);
  const lines = ['{"op":"judge","step":1}', '{"op":"judge","step":1,"verdict":"fine"}', '{"op":"judge"}'];
  assert.deepEqual(readJournal(`${journalLines(changes)}${lines.join("\n")}`), before);
});

test("a run that takes up another one keeps the verdicts on the steps that are the same", () => {
  const { run } = thought("stopped");
  run.remark(judge(1, "right"));
  run.remark(judge(2, "wrong"));
  for (const resumed of ["continued", "askedAgain"] as const) {
    const next = createRun({ ...head, resumed }, () => 0, run.record);
    const changes = next.begin();
    assert.deepEqual(held(next.record).slice(0, 2), ["right", "wrong"], resumed);
    assert.deepEqual(fold(changes).steps, next.record.steps, resumed);
  }
  const [first, ...rest] = run.record.steps;
  assert.ok(first);
  // As if the rules that cut had changed since: what was step 1 is now two.
  const other = { ...run.record, steps: [{ ...first, text: first.text + (rest[0]?.text ?? "") }] };
  const next = createRun({ ...head, resumed: "continued" }, () => 0, other);
  next.begin();
  assert.deepEqual(
    held(next.record).filter((verdict) => verdict !== undefined),
    [],
  );
});

test("a run as Markdown says the verdict beside the title", () => {
  const { run } = thought("stopped");
  run.remark(judge(1, "wrong"));
  run.remark(judge(2, "unsure"));
  const text = runMarkdown(run.record, (sentence) => sentence);
  const titles = text.match(/^### .*$/gm) ?? [];
  assert.match(titles[0] ?? "", /^### 1\. .*, judged wrong\)$/);
  assert.match(titles[1] ?? "", /^### 2\. .*, judged unsure\)$/);
  assert.ok(
    titles.slice(2).every((title) => !title.includes("judged")),
    titles.join("\n"),
  );
});

test("the host takes only verdicts that there are, on a step by its number", () => {
  for (const verdict of [...verdicts, "none"])
    assert.ok(isToHost({ type: "judge", step: 3, verdict }), verdict);
  for (const [step, verdict] of [
    [1.5, "wrong"],
    ["3", "wrong"],
    [3, "toString"],
    [3, undefined],
  ])
    assert.equal(isToHost({ type: "judge", step, verdict }), false, `${step} ${verdict}`);
});
