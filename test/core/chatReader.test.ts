import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { createChatReader, type ChunkReader } from "../../src/core/wire/chatReader.ts";
import { createResponsesReader } from "../../src/core/wire/responsesReader.ts";
import type { Part, Usage } from "../../src/core/wire/part.ts";

const recordings = new URL("../../../shared/recordings/", import.meta.url);

function delta(fields: Record<string, unknown>, rest: Record<string, unknown> = {}) {
  return { choices: [{ index: 0, delta: fields, finish_reason: null, ...rest }] };
}

test("a chunk gives its delta before its finish reason, and usage from the same chunk", () => {
  const read = createChatReader();
  const parts = read({
    ...delta({ content: "end", reasoning_content: null }, { finish_reason: "stop" }),
    usage: { prompt_tokens: 3, completion_tokens: 9, completion_tokens_details: { reasoning_tokens: 5 } },
  });
  assert.deepEqual(parts, [
    { type: "answer", text: "end" },
    { type: "finish", reason: "stop" },
    { type: "usage", usage: { promptTokens: 3, completionTokens: 9, reasoningTokens: 5 } },
  ]);
});

test("the same text under two names counts once", () => {
  const read = createChatReader();
  assert.deepEqual(read(delta({ reasoning: "a", reasoning_content: "a" })), [
    { type: "reasoning", text: "a" },
  ]);
  assert.deepEqual(read(delta({ reasoning: "a", reasoning_content: "" })), [
    { type: "reasoning", text: "a" },
  ]);
});

test("a fixed dialect reads its own field only", () => {
  const read = createChatReader("reasoning");
  assert.deepEqual(read(delta({ reasoning_content: "no" })), []);
  assert.deepEqual(read(delta({ reasoning: "yes" })), [{ type: "reasoning", text: "yes" }]);
});

test("chunks of no known shape say nothing", () => {
  const strange = [
    null,
    1,
    "x",
    [],
    {},
    { choices: 3 },
    { choices: [null] },
    { choices: [{ delta: 5 }] },
    delta({ content: 7, reasoning_content: {} }),
    { usage: "many" },
    { usage: { prompt_tokens: -1, completion_tokens: 0.5 } },
  ];
  for (const chunk of strange) assert.deepEqual(createChatReader()(chunk), [], JSON.stringify(chunk));
  for (const chunk of strange) assert.deepEqual(createResponsesReader()(chunk), [], JSON.stringify(chunk));
});

/** Recordings whose reasoning stands in a field of its own, which is what this reader knows. */
const readable: Record<string, () => ChunkReader> = {
  "deepseek-reasoner-10.jsonl": createChatReader,
  "deepseek-reasoner-r1-8.sse": createChatReader,
  "deepseek-v4-flash-2.sse": createChatReader,
  "deepseek-v4-flash-4-length.sse": createChatReader,
  "deepseek-v4-flash-5-nothinking.sse": createChatReader,
  "dashscope-qwen-1.jsonl": createChatReader,
  "groq-gpt-oss-120b-1.sse": createChatReader,
  "kimi-for-coding-1.sse": createChatReader,
  "llamacpp-qwen3-1.sse": createChatReader,
  "ollama-qwen3-1.sse": createChatReader,
  "openrouter-glm-4_6-1.sse": createChatReader,
  "zai-glm-4_5-1.sse": createChatReader,
  "xai-grok-3-mini-1.sse": createChatReader,
  "deepseek-responses-v4-flash-1.sse": createResponsesReader,
};

function chunksOf(name: string): unknown[] {
  const lines = readFileSync(new URL(name, recordings), "utf8").split(/\r?\n/);
  const json = name.endsWith(".sse")
    ? lines.filter((line) => line.startsWith("data:")).map((line) => line.slice(5))
    : lines;
  return json
    .map((line) => line.trim())
    .filter((line) => line.startsWith("{"))
    .map((line): unknown => JSON.parse(line));
}

function digest(parts: Part[], type: "reasoning" | "answer"): { length: number; sha256: string } {
  const text = parts
    .map((part) => (part.type === type ? part.text : ""))
    .join("")
    .trim();
  return { length: text.length, sha256: createHash("sha256").update(text).digest("hex") };
}

function lastUsage(parts: Part[]): Usage {
  return Object.assign({}, ...parts.map((part) => (part.type === "usage" ? part.usage : {})));
}

test(
  "real recordings decode to the expected texts",
  { skip: existsSync(recordings) ? false : "the recordings are not beside this checkout" },
  () => {
    const expected = JSON.parse(readFileSync(new URL("expected.json", recordings), "utf8"));
    for (const [name, createReader] of Object.entries(readable)) {
      const read = createReader();
      const parts = chunksOf(name).flatMap((chunk) => read(chunk));
      const want = expected[name];
      assert.deepEqual(
        digest(parts, "reasoning"),
        { length: want.reasoning_chars, sha256: want.reasoning_sha256 },
        name,
      );
      assert.deepEqual(
        digest(parts, "answer"),
        { length: want.answer_chars, sha256: want.answer_sha256 },
        name,
      );
      if (want.reasoning_tokens) assert.equal(lastUsage(parts).reasoningTokens, want.reasoning_tokens, name);
    }
  },
);
