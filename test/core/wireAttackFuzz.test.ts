import assert from "node:assert/strict";
import { test } from "node:test";
import { createChatReader } from "../../src/core/wire/chatReader.ts";
import { decode } from "../../src/core/wire/decode.ts";
import {
  createAnthropicReader,
  createCohereReader,
  createOllamaReader,
} from "../../src/core/wire/nativeReaders.ts";
import type { ChunkReader, Part } from "../../src/core/wire/part.ts";
import { createResponsesReader } from "../../src/core/wire/responsesReader.ts";

const readers: Record<string, () => ChunkReader> = {
  chat: createChatReader,
  "starts inside": () => createChatReader("starts_inside"),
  responses: createResponsesReader,
  ollama: createOllamaReader,
  anthropic: createAnthropicReader,
  cohere: createCohereReader,
};

const seeds = [
  {
    choices: [
      { index: 0, delta: { reasoning_content: "a", content: "<think>b</think>c" }, finish_reason: "stop" },
    ],
  },
  {
    choices: [
      {
        delta: {
          content: [
            { type: "thinking", thinking: [{ text: "a" }] },
            { type: "text", text: "b" },
          ],
        },
      },
    ],
  },
  { choices: [{ delta: { tool_calls: [{ index: 0, function: { name: "f" } }] }, usage: { total: 1 } }] },
  { choices: [{ delta: { content: "<thought>a</thought>", extra_content: { google: { thought: true } } } }] },
  {
    choices: [{ delta: { reasoning_details: [{ type: "reasoning.text", text: "a" }] } }],
    x_groq: { usage: { completion_tokens: 1 } },
  },
  { type: "response.output_item.added", output_index: 1, item: { type: "function_call", name: "f" } },
  {
    type: "response.completed",
    response: {
      status: "completed",
      output: [{ type: "message", content: [{ text: "a" }] }],
      incomplete_details: { reason: "x" },
    },
  },
  {
    message: { thinking: "a", content: "b", tool_calls: [{ function: { arguments: { x: 1 } } }] },
    done: true,
    done_reason: "stop",
    eval_count: 1,
  },
  { type: "content_block_start", index: 0, content_block: { type: "tool_use", name: "f", input: { x: 1 } } },
  { type: "content_block_delta", index: 0, delta: { type: "input_json_delta", partial_json: "{" } },
  {
    type: "message",
    content: [{ type: "text", text: "a" }],
    stop_reason: "end",
    usage: { output_tokens: 1 },
  },
  { type: "content-delta", delta: { message: { content: { thinking: "a" } } } },
  { type: "message-end", delta: { finish_reason: "x", usage: { tokens: { input_tokens: 1 } } } },
].map((seed) => JSON.stringify(seed));

/** What a mutation puts in the place of a value. */
const strange = [
  "null",
  "-1",
  "1e999",
  '""',
  '"</think>"',
  "[]",
  "{}",
  "[[]]",
  '{"text":7}',
  '["a"]',
  "true",
  '"constructor"',
  '"__proto__"',
  "0.5",
];

function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** Puts something strange where a value, a key or any text stood. */
function mutate(json: string, random: (below: number) => number): string {
  const places = [...json.matchAll(/"(?:[^"\\]|\\.)*"|\b\d+\b|\{[^{}]*\}|\[[^[\]]*\]/g)];
  const place = places[random(places.length)];
  if (!place) return json;
  const end = place.index + place[0].length;
  return json.slice(0, place.index) + (strange[random(strange.length)] ?? "") + json.slice(end);
}

function checkParts(parts: Part[], input: string): void {
  for (const part of parts) {
    if (part.type === "reasoning" || part.type === "answer") assert.equal(typeof part.text, "string", input);
    if (part.type === "finish") assert.equal(typeof part.reason, "string", input);
    if (part.type === "toolCall")
      assert.deepEqual(
        [typeof part.name, typeof part.arguments, typeof part.index],
        ["string", "string", "number"],
        input,
      );
    if (part.type === "usage")
      for (const count of Object.values(part.usage)) assert.ok(Number.isSafeInteger(count), input);
  }
}

test("no reader throws at chunks that went wrong, and all it says is well formed", () => {
  const random = randomFrom(11);
  for (let round = 0; round < 3000; round++) {
    let json = seeds[random(seeds.length)] ?? "";
    for (let times = random(4); times >= 0; times--) json = mutate(json, random);
    for (const [name, open] of Object.entries(readers)) {
      let chunk: unknown;
      try {
        chunk = JSON.parse(json);
      } catch {
        continue;
      }
      const reader = open();
      checkParts([...reader.read(chunk), ...reader.read(chunk), ...reader.end()], `${name}: ${json}`);
    }
    const decoded = decode(random(2) ? `data: ${json}\n\n` : json);
    assert.deepEqual([typeof decoded.reasoning, typeof decoded.answer], ["string", "string"], json);
  }
});

test("decode takes any bytes", () => {
  const random = randomFrom(5);
  const shreds = [
    "data:",
    "error:",
    "event: ",
    "\n",
    "\r\n",
    "\r",
    "{",
    "}",
    "[",
    "]",
    '"',
    ":",
    ",",
    "\\",
    "\uFEFF",
    "\u2028",
    "\ud800",
    "\0",
    "7",
    "choices",
    "[DONE]",
    ...seeds,
  ];
  for (let round = 0; round < 3000; round++) {
    const body = Array.from({ length: 1 + random(12) }, () => shreds[random(shreds.length)]).join("");
    const decoded = decode(body);
    assert.deepEqual(
      [typeof decoded.reasoning, typeof decoded.answer],
      ["string", "string"],
      JSON.stringify(body),
    );
  }
});

test("values nested a hundred thousand deep break no reader", () => {
  const deep = (open: string, inner: string, close: string) =>
    open.repeat(100_000) + inner + close.repeat(100_000);
  const lists = deep("[", '"a"', "]");
  const objects = deep('{"text":', '"a"', "}");
  for (const value of [lists, objects])
    for (const seed of [
      `{"choices":[{"delta":{"content":${value},"reasoning_content":${value},"tool_calls":[{"function":{"arguments":{"x":${value}}}}]}}]}`,
      `{"error":{"x":${value}}}`,
      `{"type":"content_block_start","content_block":{"type":"tool_use","input":{"x":${value}}}}`,
      `{"type":"response.completed","response":{"output":${value},"usage":${value}}}`,
      `{"message":{"content":${value}},"done":true}`,
      value,
    ]) {
      const { reasoning, answer } = decode(seed);
      assert.deepEqual([typeof reasoning, typeof answer], ["string", "string"]);
    }
});
