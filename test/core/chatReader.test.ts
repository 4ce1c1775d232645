import assert from "node:assert/strict";
import { test } from "node:test";
import { createChatReader } from "../../src/core/wire/chatReader.ts";
import { createResponsesReader } from "../../src/core/wire/responsesReader.ts";

function delta(fields: Record<string, unknown>, rest: Record<string, unknown> = {}) {
  return { choices: [{ index: 0, delta: fields, finish_reason: null, ...rest }] };
}

test("a chunk gives its delta before its finish reason, and usage from the same chunk", () => {
  const { read } = createChatReader();
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
  const { read } = createChatReader();
  assert.deepEqual(read(delta({ reasoning: "a", reasoning_content: "a" })), [
    { type: "reasoning", text: "a" },
  ]);
  assert.deepEqual(read(delta({ reasoning: "a", reasoning_content: "" })), [
    { type: "reasoning", text: "a" },
  ]);
});

test("a thought that comes as a field and tagged in the content counts once, and the answer follows", () => {
  const { read, end } = createChatReader();
  const pieces = ["Let me", " see <", " x."];
  const parts = [
    ...pieces.flatMap((text, index) =>
      read(delta({ reasoning_content: text, content: index === 0 ? `<think>${text}` : text })),
    ),
    ...read(delta({ content: "</think>" })),
    ...read(delta({ content: "Yes." })),
    ...end(),
  ];
  const textOf = (type: string) =>
    parts.map((part) => (part.type === type && "text" in part ? part.text : "")).join("");
  assert.deepEqual([textOf("reasoning"), textOf("answer")], ["Let me see < x.", "Yes."]);
});

test("a fixed dialect reads its own field only", () => {
  const { read } = createChatReader("reasoning");
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
  for (const chunk of strange) assert.deepEqual(createChatReader().read(chunk), [], JSON.stringify(chunk));
  for (const chunk of strange)
    assert.deepEqual(createResponsesReader().read(chunk), [], JSON.stringify(chunk));
});
