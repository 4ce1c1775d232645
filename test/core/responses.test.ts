import assert from "node:assert/strict";
import { test } from "node:test";
import { createRun } from "../../src/core/run/run.ts";
import { decode, gather } from "../../src/core/wire/decode.ts";
import { createResponsesReader } from "../../src/core/wire/responsesReader.ts";
import { runHead } from "../support/runHead.ts";

type Json = Record<string, unknown>;

const part = { type: "response.reasoning_summary_part.added" };
const summary = (delta: string): Json => ({ type: "response.reasoning_summary_text.delta", delta });
const raw = (delta: string): Json => ({ type: "response.reasoning_text.delta", delta });
const answer = (delta: string): Json => ({ type: "response.output_text.delta", delta });
const completed = (response: Json = {}): Json => ({
  type: "response.completed",
  response: { object: "response", status: "completed", ...response },
});

function said(events: Json[]) {
  const reader = createResponsesReader();
  return gather([...events.flatMap((event) => reader.read(event)), ...reader.end()]);
}

function recordOf(events: Json[]) {
  const run = createRun(runHead(), () => 0);
  const reader = createResponsesReader();
  for (const each of [...events.flatMap((event) => reader.read(event)), ...reader.end()]) run.accept(each);
  run.end();
  return run.record;
}

test("each part of a summary is a step with its heading as the title", () => {
  const {
    steps,
    answer: text,
    status,
  } = recordOf([
    part,
    summary("**Reading"),
    summary(" the code**\n\nIt adds two numbers."),
    part,
    summary("**Checking the sum**"),
    summary("\n\nWait, but it may be too large."),
    answer("It is fine."),
    completed(),
  ]);
  assert.deepEqual(
    steps.map(({ title }) => title),
    ["Reading the code", "Checking the sum"],
  );
  assert.equal(
    steps.map((step) => step.text).join(""),
    "**Reading the code**\n\nIt adds two numbers.**Checking the sum**\n\nWait, but it may be too large.",
  );
  assert.deepEqual([text, status], ["It is fine.", { state: "done", finish: "completed" }]);
});

test("raw reasoning of open models is reasoning, and tags in the answer are read too", () => {
  assert.deepEqual(said([raw("Hm, "), raw("so."), answer("Yes.")]).reasoning, "Hm, so.");
  const { reasoning, answer: text } = said([answer("<thi"), answer("nk>Hm.</think>"), answer("Yes.")]);
  assert.deepEqual([reasoning, text], ["Hm.", "Yes."]);
});

test("encrypted reasoning has a count and no text", () => {
  const item = { type: "reasoning", encrypted_content: "Z2liYmVyaXNo", summary: [] };
  const usage = { input_tokens: 9, output_tokens: 70, output_tokens_details: { reasoning_tokens: 64 } };
  const events = [
    { type: "response.output_item.added", item },
    { type: "response.output_item.done", item },
    answer("Yes."),
    completed({ usage, output: [item] }),
  ];
  const { steps, usage: reported, status } = recordOf(events);
  assert.deepEqual(steps, []);
  assert.equal(reported?.reasoningTokens, 64);
  assert.equal(status.state, "done");
});

test("an answer cut by the budget ends as the chat API says it, other reasons in their own words", () => {
  const incomplete = (reason: string) => ({
    type: "response.incomplete",
    response: { status: "incomplete", incomplete_details: { reason } },
  });
  assert.equal(said([raw("Hm"), incomplete("max_output_tokens")]).finishReason, "length");
  assert.equal(said([raw("Hm"), incomplete("content_filter")]).finishReason, "content_filter");
  assert.equal(said([raw("Hm"), incomplete("constructor")]).finishReason, "constructor");
});

test("a response that failed is not done, whether the event says so or an error event", () => {
  const failed = {
    type: "response.failed",
    response: { status: "failed", error: { message: "Out of order." } },
  };
  for (const event of [failed, { type: "error", message: "Out of order." }]) {
    const { status, steps } = recordOf([raw("Let me think."), event]);
    assert.equal(status.state, "cutOff", JSON.stringify(event));
    assert.equal(steps[0]?.text, "Let me think.");
    assert.equal(decode(JSON.stringify(event)).error, "Out of order.");
  }
});

const whole = {
  object: "response",
  status: "completed",
  output: [
    {
      type: "reasoning",
      summary: [
        { type: "summary_text", text: "First." },
        { type: "summary_text", text: "Second." },
      ],
    },
    { type: "function_call", name: "look", arguments: '{"x":1}' },
    {
      type: "message",
      content: [
        { type: "output_text", text: "Yes." },
        { type: "refusal", refusal: " But no." },
      ],
    },
  ],
  usage: { input_tokens: 1, output_tokens: 2 },
};

test("a whole response says what a streamed one says", () => {
  const streamed = said([
    part,
    summary("First."),
    part,
    summary("Second."),
    { type: "response.output_item.added", output_index: 1, item: { type: "function_call", name: "look" } },
    { type: "response.function_call_arguments.delta", output_index: 1, delta: '{"x"' },
    { type: "response.function_call_arguments.delta", output_index: 1, delta: ":1}" },
    answer("Yes."),
    { type: "response.refusal.delta", delta: " But no." },
    completed(whole),
  ]);
  const { error, ...decoded } = decode(JSON.stringify(whole));
  assert.deepEqual(decoded, streamed);
  assert.equal(error, null);
  assert.equal(recordOf([whole]).steps.length, 2);
});

test("what was not streamed is taken from the response at the end, and nothing twice", () => {
  const { reasoning, answer: text } = said([answer("Yes."), completed(whole)]);
  assert.deepEqual([reasoning, text], ["First.Second.", "Yes."]);
  assert.deepEqual(said([completed(whole)]), said([whole]));
  assert.equal(said([part, summary("Short."), completed(whole)]).reasoning, "Short.");
});
