import assert from "node:assert/strict";
import { test } from "node:test";
import { decode, gather } from "../../src/core/wire/decode.ts";
import {
  createAnthropicReader,
  createCohereReader,
  createOllamaReader,
} from "../../src/core/wire/nativeReaders.ts";
import type { ChunkReader } from "../../src/core/wire/part.ts";

type Json = Record<string, unknown>;

function said(chunks: unknown[], reader: ChunkReader) {
  return gather([...chunks.flatMap((each) => reader.read(each)), ...reader.end()]);
}

test("whole completions say what streams say: chat, Anthropic, Ollama", () => {
  const usage = { input_tokens: 3, output_tokens: 4 };
  const wholes = [
    {
      choices: [
        { message: { role: "assistant", reasoning_content: "Hm.", content: "Yes." }, finish_reason: "end" },
      ],
      usage,
    },
    { choices: [{ message: { content: "<think>Hm.</think>Yes." }, finish_reason: "end" }], usage },
    {
      type: "message",
      content: [
        { type: "thinking", thinking: "Hm.", signature: "c2ln" },
        { type: "redacted_thinking", data: "eA" },
        { type: "text", text: "Yes." },
      ],
      stop_reason: "end",
      usage,
    },
    {
      message: { thinking: "Hm.", content: "Yes." },
      done: true,
      done_reason: "end",
      prompt_eval_count: 3,
      eval_count: 4,
    },
    {
      message: { content: "<think>Hm.</think>Yes." },
      done: true,
      done_reason: "end",
      prompt_eval_count: 3,
      eval_count: 4,
    },
  ];
  for (const whole of wholes)
    for (const body of [JSON.stringify(whole), JSON.stringify(whole, null, 2)])
      assert.deepEqual(decode(body), {
        reasoning: "Hm.",
        answer: "Yes.",
        finishReason: "end",
        usage: { promptTokens: 3, completionTokens: 4 },
        toolCalls: [],
        error: null,
      });
});

test("Anthropic's and Cohere's streams: thinking, text, tool, end", () => {
  const block = (index: number, delta: Json) => ({ type: "content_block_delta", index, delta });
  const anthropic = said(
    [
      { type: "message_start", message: { usage: { input_tokens: 5 } } },
      { type: "content_block_start", index: 0, content_block: { type: "thinking", thinking: "" } },
      block(0, { type: "thinking_delta", thinking: "Hm" }),
      block(0, { type: "signature_delta", signature: "c2ln" }),
      block(1, { type: "text_delta", text: "So" }),
      { type: "content_block_start", index: 2, content_block: { type: "tool_use", name: "look", input: {} } },
      block(2, { type: "input_json_delta", partial_json: "{}" }),
      { type: "ping" },
      { type: "message_delta", delta: { stop_reason: "tool_use" }, usage: { output_tokens: 9 } },
    ],
    createAnthropicReader(),
  );
  const expected = {
    reasoning: "Hm",
    answer: "So",
    finishReason: "tool_use",
    usage: { promptTokens: 5, completionTokens: 9 },
  };
  assert.deepEqual(anthropic, { ...expected, toolCalls: [{ name: "look", arguments: "{}" }] });
  const content = (text: Json) => ({ type: "content-delta", delta: { message: { content: text } } });
  const end = { finish_reason: "tool_use", usage: { tokens: { input_tokens: 5, output_tokens: 9 } } };
  const cohere = [content({ thinking: "Hm" }), content({ text: "So" }), { type: "message-end", delta: end }];
  assert.deepEqual(said(cohere, createCohereReader()), { ...expected, toolCalls: [] });
});

test("Ollama's lines: thought, answer, and the counts of the last", () => {
  const line = (message: Json, rest: Json = {}) => ({ message, done: false, ...rest });
  const lines = [
    line({ thinking: "Hm" }),
    line({ content: "So" }),
    line({ content: "" }, { done: true, done_reason: "stop", eval_count: 2 }),
  ];
  const { reasoning, answer, finishReason, usage } = said(lines, createOllamaReader());
  assert.deepEqual([reasoning, answer, finishReason, usage], ["Hm", "So", "stop", { completionTokens: 2 }]);
});
