import assert from "node:assert/strict";
import { test } from "node:test";
import { answerRequest } from "../../src/core/ask/answerNow.ts";
import { endpointOf, sampleEndpoint, type Endpoint } from "../../src/core/ask/endpoint.ts";
import { presets } from "../../src/core/ask/presets.ts";
import { canAnswerNow } from "../../src/core/run/canAnswerNow.ts";
import type { AnswerNow, Change, RunHead } from "../../src/core/run/change.ts";
import { journalLines, readJournal } from "../../src/core/run/journal.ts";
import { createRun } from "../../src/core/run/run.ts";
import { applyChange, newRecord, replayRecord, type RunRecord } from "../../src/core/run/runRecord.ts";
import { spentOn, tokensOf } from "../../src/core/run/spent.ts";
import { runHead } from "../support/runHead.ts";

const head = runHead({
  sent: "Why does it stop?",
  price: { input: 1, output: 10 },
  request: { url: "https://api.deepseek.com/chat/completions", headers: [], body: { messages: ["Why?"] } },
});
const second: AnswerNow["request"] = {
  url: "https://x.example/v1",
  headers: [],
  body: { messages: ["Now!"] },
};
const paragraphs = [
  "Okay, I need to find out why the loop stops early. Let me read it from the top, line by line.\n\n",
  "First, the bound. It says `i < n - 1`, so the last element is never looked at by this loop.\n\n",
  "Wait, is that on purpose? Let me check the caller. It passes the length, not the la",
];

function thinking(now = () => 0) {
  const run = createRun(head, now);
  const changes: Change[] = run.begin();
  for (const text of paragraphs) changes.push(...run.accept({ type: "reasoning", text }));
  return { run, changes };
}

const deepSeek: Endpoint = {
  name: "DeepSeek",
  baseUrl: "https://api.deepseek.com/v1",
  model: "deepseek-flash",
  api: "chat",
  effort: "high",
};

function messagesIn(body: object): { role: string; content: string; reasoning_content?: string }[] {
  const messages: unknown = "messages" in body ? body.messages : Reflect.get(body, "input");
  assert.ok(Array.isArray(messages));
  return messages;
}

test("where thoughts can begin a message, they are closed and the answer is begun", () => {
  const { run } = thinking();
  for (const [endpoint, base] of [
    [deepSeek, "https://api.deepseek.com/beta"],
    [{ ...sampleEndpoint, baseUrl: "http://127.0.0.1:4711/token" }, "http://127.0.0.1:4711/token/beta"],
  ] as const) {
    const own = { ...run.record, head: { ...head, endpoint: endpoint.name, model: endpoint.model } };
    const { request, how } = answerRequest(endpoint, own, "en");
    assert.equal(how, "answerContinued");
    assert.equal(request.baseUrl, base);
    const last = messagesIn(request.body).at(-1);
    assert.ok(last?.reasoning_content?.startsWith(paragraphs.join("")), last?.reasoning_content);
    assert.match(last?.reasoning_content ?? "", /\n\nI am asked to answer now[^\n]+\.$/);
    assert.deepEqual(
      { ...last, reasoning_content: "" },
      {
        role: "assistant",
        content: "Answer:\n\n",
        reasoning_content: "",
        prefix: true,
      },
    );
  }
});

/** How some servers are told to think as little as they can. */
const leastAt: Record<string, object> = {
  Mistral: { reasoning_effort: "none" },
  OpenAI: { reasoning: { summary: "auto", effort: "none" } },
  OpenRouter: { reasoning: { effort: "none" } },
  "Alibaba DashScope (Qwen)": { enable_thinking: false },
  "Moonshot Kimi": { reasoning_effort: "low" },
  Groq: { reasoning_effort: "low" },
  MiniMax: { thinking: { type: "disabled" } },
  vLLM: { chat_template_kwargs: { enable_thinking: false, thinking: false } },
};

test("everywhere else the thoughts are quoted, and thinking is off or at its least", () => {
  const { run } = thinking();
  for (const preset of presets.filter(({ name }) => name !== "DeepSeek")) {
    const { request, how } = answerRequest(endpointOf(preset), run.record, "en");
    assert.equal(how, "answerAskedAgain", preset.name);
    const asked = messagesIn(request.body).at(-1);
    assert.equal(asked?.role, "user", preset.name);
    assert.ok(asked.content.includes("asked to answer now") && asked.content.includes(paragraphs.join("")));
    const least = leastAt[preset.name];
    for (const [field, value] of Object.entries(least ?? {})) {
      assert.deepEqual(request.body[field], value, `${preset.name}: ${field}`);
    }
  }
  const unknown = { ...deepSeek, name: "Mine", baseUrl: "https://models.example.com/v1" };
  assert.equal(answerRequest(unknown, run.record, "en").request.body["reasoning_effort"], "high");
  const other = answerRequest({ ...deepSeek, model: "deepseek-v4-pro" }, run.record, "en");
  assert.equal(other.how, "answerAskedAgain", "thoughts of one model are not another's");
  assert.deepEqual(other.request.body["thinking"], { type: "disabled" });
});

test("the words that end the thinking are in the language to answer in", () => {
  const { run } = thinking();
  const closing = (more: Partial<RunHead>, language: string) => {
    const { request } = answerRequest(deepSeek, { ...run.record, head: { ...head, ...more } }, language);
    return messagesIn(request.body).at(-1)?.content;
  };
  assert.equal(closing({ question: "为什么？" }, "en"), "回答：\n\n");
  assert.equal(closing({ question: "Why?" }, "zh-cn"), "Answer:\n\n");
  assert.equal(closing({ intent: "findBugs", question: "" }, "zh-cn"), "回答：\n\n");
});

test("the same run goes on: its steps stay, the answer follows, its journal and replay say the same", () => {
  let now = 0;
  const { run, changes } = thinking(() => now);
  now = 9000;
  changes.push(...run.answerNow({ how: "answerAskedAgain", request: second }));
  assert.equal(run.record.status.state, "waiting");
  // To break off decides where the last paragraph belongs, so the number of steps may grow by it.
  const kept = structuredClone(run.record.steps);
  assert.equal(kept.map(({ text }) => text).join(""), paragraphs.join(""));
  assert.deepEqual(new Set(kept.map(({ openedAt }) => openedAt)), new Set([0]));
  assert.equal(kept.at(-1)?.closedAt, 9000);
  now = 10_000;
  changes.push(...run.accept({ type: "reasoning", text: "A last thought all the same." }));
  changes.push(...run.accept({ type: "answer", text: "Off by one." }));
  changes.push(...run.accept({ type: "finish", reason: "stop" }), ...run.end());
  assert.deepEqual(run.record.steps.slice(0, -1), kept, "what it still thinks is a step of its own");
  assert.deepEqual(run.record.status, { state: "done", finish: "stop" });
  assert.deepEqual(readJournal(journalLines(changes)), run.record);
  const replayed = newRecord(head);
  for (const change of replayRecord(run.record)) applyChange(replayed, change);
  assert.deepEqual(replayed, run.record);
});

test("a request for the answer that fails keeps what had come, and may be made again", () => {
  const { run } = thinking();
  run.answerNow({ how: "answerContinued", request: second });
  assert.ok(!canAnswerNow(run.record), "it is on its way");
  run.wait({ state: "waiting", queued: true });
  run.fail({ kind: "overloaded" });
  assert.deepEqual(run.record.status, { state: "cutOff", failure: { kind: "overloaded" } });
  assert.equal(run.record.steps.map(({ text }) => text).join(""), paragraphs.join(""));
  assert.ok(canAnswerNow(run.record));
  assert.deepEqual(
    run.answerNow({ how: "answerContinued", request: second }),
    [],
    "a run that is over stays so",
  );
});

test("an unfinished run that is told to answer has its thoughts closed before anything comes", () => {
  const { run } = thinking();
  run.stop();
  const taken = createRun({ ...head, id: "2", resumed: "answerContinued" }, () => 0, run.record);
  taken.begin();
  assert.ok(taken.record.steps.every(({ closedAt }) => closedAt !== undefined));
  taken.accept({ type: "answer", text: "Yes." });
  assert.equal(taken.record.answer, "Yes.");
});

test("there is an answer to have while it thinks, and where thoughts were left without one", () => {
  const { run } = thinking();
  const record: RunRecord = { ...run.record, answer: "\n" };
  const may: [boolean, Partial<RunRecord>][] = [
    [true, {}],
    [false, { status: { state: "waiting" } }],
    [false, { status: { state: "answering" } }],
    [true, { status: { state: "stopped" } }],
    [true, { status: { state: "done", finish: "length" } }],
    [true, { status: { state: "done", finish: "stop" } }],
    [true, { status: { state: "cutOff", failure: { kind: "dropped" } } }],
    [false, { status: { state: "stopped" }, steps: [] }],
    [false, { answer: "Yes" }],
  ];
  for (const [expected, more] of may) {
    assert.equal(canAnswerNow({ ...record, ...more }), expected, JSON.stringify(more));
  }
});

test("both requests are paid for, the first by estimate; usage of one is not taken for both", () => {
  const { run } = thinking();
  run.accept({ type: "usage", usage: { promptTokens: 100, completionTokens: 50 } });
  run.answerNow({ how: "answerContinued", request: second });
  assert.deepEqual(run.record.answeredNow?.paid, { promptTokens: 100, completionTokens: 50 });
  assert.equal(run.record.usage, undefined);
  run.accept({ type: "answer", text: "Off by one." });
  const estimate = spentOn(run.record) ?? 0;
  assert.ok(estimate > 0.0006 && estimate < 0.001, `${estimate}`);
  run.accept({ type: "usage", usage: { promptTokens: 300, completionTokens: 20 } });
  assert.deepEqual(tokensOf(run.record), { promptTokens: 400, completionTokens: 70 });
  assert.equal(spentOn(run.record), 0.0011);
});

test("what goes out a second time and is thought meanwhile is not counted twice", () => {
  const { run } = thinking();
  run.answerNow({ how: "answerAskedAgain", request: second });
  const first = run.record.answeredNow?.paid;
  run.answerNow({ how: "answerAskedAgain", request: second });
  assert.equal(run.record.answeredNow?.paid.completionTokens, first?.completionTokens);
});
