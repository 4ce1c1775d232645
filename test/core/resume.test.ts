import assert from "node:assert/strict";
import { test } from "node:test";
import { requestFor, resumption, turnsOf } from "../../src/core/ask/conversation.ts";
import type { Endpoint } from "../../src/core/ask/endpoint.ts";
import { journalLines, readJournal } from "../../src/core/run/journal.ts";
import { canResume } from "../../src/core/run/canResume.ts";
import { createRun } from "../../src/core/run/run.ts";
import type { RunRecord } from "../../src/core/run/runRecord.ts";
import { splitSteps } from "../../src/core/steps/splitSteps.ts";
import { runHead } from "../support/runHead.ts";

const head = runHead();

const thought = [
  "Okay, I need to find out why the loop stops early. Let me read it from the top, line by line.",
  "First, the bound. It says `i < n - 1`, so the last element is never looked at by this loop.",
  "Wait, is that on purpose? Let me check the caller. It passes the length, not the last index.",
  "So the bound is wrong by one. Let me verify with a list of one element: the body never runs.",
].join("\n\n");

/** A run that came this far and was then stopped, a second for each paragraph. */
function cutAt(length: number, answer = ""): RunRecord {
  let now = 0;
  const run = createRun(head, () => now);
  run.begin();
  for (const text of thought.slice(0, length).split(/(?<=\n\n)/)) {
    now += 1000;
    run.accept({ type: "reasoning", text });
  }
  now += 500;
  if (answer) run.accept({ type: "answer", text: answer });
  run.stop();
  return run.record;
}

const texts = (record: Readonly<RunRecord>) => record.steps.map(({ text }) => text);

test("a run that goes on in the same text has the steps of an uncut one, wherever it was cut", () => {
  for (let at = 1; at < thought.length; at += 7) {
    const unfinished = cutAt(at);
    const run = createRun({ ...head, id: "2", resumed: "continued" }, () => 0, unfinished);
    run.begin();
    run.accept({ type: "reasoning", text: thought.slice(at) });
    run.accept({ type: "answer", text: "Off by one." });
    assert.deepEqual(
      texts(run.record),
      splitSteps(thought).map(({ text }) => text),
      `cut at ${at}`,
    );
  }
});

test("what came before keeps its steps and times, and nothing counts as begun until something comes", () => {
  const unfinished = cutAt(thought.length - 20);
  let now = 50_000;
  const run = createRun({ ...head, id: "2", resumed: "askedAgain" }, () => now, unfinished);
  const changes = run.begin();
  assert.equal(run.record.status.state, "waiting");
  assert.deepEqual(texts(run.record), texts(unfinished));
  assert.deepEqual(
    run.record.steps.map(({ openedAt }) => openedAt),
    unfinished.steps.map(({ openedAt }) => openedAt),
  );
  assert.equal(run.elapsed(), unfinished.statusAt);
  now += 1000;
  changes.push(...run.accept({ type: "reasoning", text: "Let me go on from there." }));
  assert.equal(run.record.steps.at(-1)?.openedAt, unfinished.statusAt + 1000);
  assert.equal(run.record.steps.length, unfinished.steps.length + 1, "new thoughts are steps of their own");
  changes.push(...run.accept({ type: "answer", text: "Yes." }), ...run.stop());
  assert.deepEqual(readJournal(journalLines(changes)), run.record);
});

test("a new attempt that fails at once leaves the begun answer in sight", () => {
  const run = createRun({ ...head, resumed: "askedAgain" }, () => 0, cutAt(thought.length, "Off "));
  run.begin();
  run.fail({ kind: "overloaded" });
  assert.equal(run.record.answer, "Off ");
  assert.ok(canResume(run.record));
});

test("only what was cut and kept something can be taken up", () => {
  const cut = cutAt(thought.length);
  assert.ok(canResume(cut));
  assert.ok(canResume({ ...cut, status: { state: "done", finish: "length" } }));
  assert.ok(!canResume({ ...cut, status: { state: "done", finish: "stop" } }));
  assert.ok(!canResume({ ...cut, status: { state: "thinking" } }));
  assert.ok(!canResume({ ...cut, steps: [], answer: " " }));
});

test("an answer that was begun goes on in the same text, or is given anew", () => {
  for (const [resumed, answer] of [
    ["continued", "Off by one."],
    ["askedAgain", "by one."],
  ] as const) {
    const run = createRun({ ...head, resumed }, () => 0, cutAt(thought.length, "Off "));
    run.begin();
    run.accept({ type: "answer", text: "by one." });
    assert.equal(run.record.answer, answer, resumed);
  }
});

const deepSeek: Endpoint = {
  name: "DeepSeek",
  baseUrl: "https://api.deepseek.com",
  model: "deepseek-flash",
  api: "chat",
};
const plain: Endpoint = { ...deepSeek, name: "Mine", baseUrl: "https://models.example.com/v1" };

test("where the endpoint can, the request continues the text; elsewhere it quotes it", () => {
  const record = cutAt(200);
  const continued = resumption(deepSeek, record, "en");
  assert.equal(continued.resumed, "continued");
  assert.equal(continued.request.baseUrl, "https://api.deepseek.com/beta");
  const other = resumption({ ...deepSeek, model: "deepseek-v4-pro" }, record, "en");
  assert.equal(other.resumed, "askedAgain", "thoughts of one model are not another's");
  const again = resumption(plain, record, "en");
  assert.equal(again.resumed, "askedAgain");
  assert.equal(again.request.baseUrl, plain.baseUrl);
  for (const { request } of [continued, again]) {
    const messages = request.body["messages"];
    assert.ok(JSON.stringify(messages).includes(JSON.stringify(thought.slice(0, 190)).slice(1, -1)));
  }
});

test("a conversation grows by a turn a question and is sent in order", () => {
  const record = cutAt(200, "Off by one.");
  const earlier = turnsOf({ ...record, head: { ...head, sent: "And why?", earlier: turnsOf(record) } });
  assert.deepEqual(
    earlier.map(({ question }) => question),
    ["Why?", "And why?"],
  );
  const { body } = requestFor(plain, { sent: "Then what?", earlier, language: "en" });
  const messages = body["messages"];
  assert.ok(Array.isArray(messages));
  assert.deepEqual(messages.map(({ role, content }) => [role, content]).slice(1), [
    ["user", "Why?"],
    ["assistant", "Off by one."],
    ["user", "And why?"],
    ["assistant", "Off by one."],
    ["user", "Then what?"],
  ]);
});
