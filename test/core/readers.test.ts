import assert from "node:assert/strict";
import { test } from "node:test";
import { createChatReader } from "../../src/core/wire/chatReader.ts";
import { gather } from "../../src/core/wire/decode.ts";
import { dialects } from "../../src/core/wire/dialects.ts";
import type { ChunkReader } from "../../src/core/wire/part.ts";

type Json = Record<string, unknown>;

const chunk = (delta: Json, rest: Json = {}): Json => ({ choices: [{ index: 0, delta, ...rest }] });

function said(chunks: unknown[], reader: ChunkReader = createChatReader()) {
  return gather([...chunks.flatMap((each) => reader.read(each)), ...reader.end()]);
}

function texts(chunks: unknown[], reader?: ChunkReader): [reasoning: string, answer: string] {
  const { reasoning, answer } = said(chunks, reader);
  return [reasoning, answer];
}

/** The delta of each row of the table that says this. */
const saying: Record<string, (text: string) => Json> = {
  reasoning_content: (text) => ({ reasoning_content: text }),
  reasoning: (text) => ({ reasoning: text }),
  thinking: (text) => ({ thinking: text }),
  reasoning_details: (text) => ({ reasoning_details: [{ type: "reasoning.text", text }] }),
  starts_inside: (text) => ({ content: text }),
};

test("every row of the table is walked", () => {
  assert.deepEqual(
    Object.keys(saying),
    dialects.map(({ name }) => name),
  );
});

for (const { name, startsInside } of dialects) {
  const say = saying[name] ?? (() => ({}));
  const end = startsInside ? "</think>Yes." : "Yes.";

  test(`${name}: thought and answer come apart, with the dialect fixed and without`, () => {
    const chunks = [say("One, "), say("two."), { content: end }].map((delta) => chunk(delta));
    for (const reader of [createChatReader(), createChatReader(name)])
      assert.deepEqual(texts(chunks, reader), ["One, two.", "Yes."]);
  });

  test(`${name}: null, empty and absent say nothing`, () => {
    const nothing = Object.fromEntries(Object.keys(say("")).map((key) => [key, null]));
    const chunks = [nothing, say(""), {}, { content: "" }, { content: null }].map((delta) => chunk(delta));
    assert.deepEqual(said(chunks), said([]));
  });
}

test("a list of Mistral's holds thinking and text, and plain text follows", () => {
  const thinking = (...pieces: string[]) => ({
    type: "thinking",
    thinking: pieces.map((text) => ({ type: "text", text })),
  });
  const chunks = [
    chunk({ content: "" }),
    chunk({ content: [thinking("First", ", then")] }),
    chunk({ content: [thinking(" last."), { type: "text", text: "So " }] }),
    chunk({ content: "it is." }),
  ];
  assert.deepEqual(texts(chunks), ["First, then last.", "So it is."]);
});

test("objects with a text are texts", () => {
  assert.deepEqual(
    texts([chunk({ reasoning_content: { text: "Hm" } }), chunk({ content: { text: "So" } })]),
    ["Hm", "So"],
  );
});

test("Gemini's flagged thoughts lose their opening tag, its answers the closing one, each time", () => {
  const flagged = (content: string) => chunk({ content, extra_content: { google: { thought: true } } });
  const turn = [
    flagged("<thought>Let me"),
    flagged(" see."),
    chunk({ content: "</thought>It is" }),
    chunk({ content: " so." }),
  ];
  assert.deepEqual(texts(turn), ["Let me see.", "It is so."]);
  assert.deepEqual(texts([...turn, ...turn]), ["Let me see.Let me see.", "It is so.It is so."]);
  assert.deepEqual(texts([flagged("<thought>All in one.</thought>Yes.")]), ["All in one.", "Yes."]);
});

test("details: texts and summaries are read, encrypted ones and signatures are not", () => {
  const details = [
    { type: "reasoning.summary", summary: "In short. ", index: 0 },
    { type: "reasoning.text", text: "At length.", signature: "c2ln" },
    { type: "reasoning.encrypted", data: "Z2liYmVyaXNo" },
    { type: "reasoning.text", signature: "c2ln" },
  ];
  assert.deepEqual(texts([chunk({ reasoning_details: details, reasoning: null })]), [
    "In short. At length.",
    "",
  ]);
});

test("the same text under any two names counts once", () => {
  const names = ["reasoning_content", "reasoning", "thinking", "reasoning_details"] as const;
  for (const one of names)
    for (const other of names.filter((name) => name !== one)) {
      const delta = { ...saying[one]?.("twice"), ...saying[other]?.("twice") };
      assert.deepEqual(texts([chunk(delta)]), ["twice", ""], `${one}, ${other}`);
    }
});

test("usage is read wherever it stands, and the last one counts, not the sum", () => {
  const usage = (tokens: number) => ({ prompt_tokens: 2, completion_tokens: tokens });
  const places: ((tokens: number) => Json)[] = [
    (tokens) => ({ ...chunk({ content: "a" }), usage: usage(tokens) }),
    (tokens) => ({ choices: [], usage: usage(tokens) }),
    (tokens) => chunk({ content: "a" }, { usage: usage(tokens) }),
    (tokens) => ({ ...chunk({}), x_groq: { usage: usage(tokens) } }),
    (tokens) => ({ ...chunk({}, { usage: usage(tokens) }), usage: {} }),
    (tokens) => ({ ...chunk({}, { usage: usage(tokens) }), usage: null }),
  ];
  for (const [at, place] of places.entries())
    assert.deepEqual(
      said([place(3), place(5), place(9)]).usage,
      { promptTokens: 2, completionTokens: 9 },
      `${at}`,
    );
});

test("a count that the last usage lacks stays, zero and more than the completion are kept as reported", () => {
  const detailed = { completion_tokens: 2, completion_tokens_details: { reasoning_tokens: 340 } };
  const chunks = [detailed, { prompt_tokens: 7 }].map((usage) => ({ choices: [], usage }));
  assert.deepEqual(said(chunks).usage, { promptTokens: 7, completionTokens: 2, reasoningTokens: 340 });
  assert.deepEqual(said([{ usage: { reasoning_tokens: 0 } }]).usage, { reasoningTokens: 0 });
});

test("a finish reason twice is one, empty or missing is none, and text beside or after it is kept", () => {
  const finish = (reason: unknown, content = "") => chunk({ content }, { finish_reason: reason });
  assert.equal(said([finish("stop"), finish("stop")]).finishReason, "stop");
  assert.equal(said([finish("stop"), finish(null), finish(""), chunk({})]).finishReason, "stop");
  for (const none of ["", null, undefined, 7]) assert.equal(said([finish(none, "a")]).finishReason, null);
  assert.deepEqual(texts([finish("stop", "the "), chunk({ content: "end" })]), ["", "the end"]);
});

test("thinking after the answer has begun, and between tool calls, is thinking", () => {
  const call = (index: number, name: string, piece: string) =>
    chunk({ tool_calls: [{ index, function: { ...(name ? { name } : {}), arguments: piece } }] });
  const { reasoning, answer, toolCalls } = said([
    chunk({ content: "\n" }),
    chunk({ reasoning: "a" }),
    call(0, "look", '{"x"'),
    call(0, "", ":1}"),
    chunk({ reasoning: "b" }),
    chunk({ content: "Text" }),
    chunk({ reasoning: "c" }),
    call(1, "find", "{}"),
    chunk({ content: " on." }),
  ]);
  assert.deepEqual([reasoning, answer], ["abc", "\nText on."]);
  assert.deepEqual(toolCalls, [
    { name: "look", arguments: '{"x":1}' },
    { name: "find", arguments: "{}" },
  ]);
});

test("of several answers the first is followed to its end", () => {
  const choice = (index: number, content: string) => ({ choices: [{ index, delta: { content } }] });
  assert.deepEqual(texts([choice(0, "a"), choice(1, "x"), choice(0, "b"), choice(2, "y")]), ["", "ab"]);
  assert.deepEqual(
    texts([{ choices: [{ delta: { content: "no " } }, { delta: { content: "x" } }] }, choice(0, "index")]),
    ["", "no index"],
  );
});

test("a refusal is the answer", () => {
  assert.deepEqual(texts([chunk({ content: null, refusal: "I can" }), chunk({ refusal: "not." })]), [
    "",
    "I cannot.",
  ]);
});

test("a tag split over chunks between lists, texts and fields of reasoning loses nothing", () => {
  const chunks = [
    chunk({ content: "<th" }),
    chunk({ content: [{ type: "text", text: "ink>a</thi" }] }),
    chunk({ content: "nk>b <" }),
  ];
  assert.deepEqual(texts(chunks), ["a", "b <"]);
});
