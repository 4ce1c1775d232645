import assert from "node:assert/strict";
import { test } from "node:test";
import { askAgainWithThoughts, continuation } from "../../src/core/ask/continuation.ts";
import { endpointOf, type Endpoint } from "../../src/core/ask/endpoint.ts";
import { buildMessages } from "../../src/core/ask/messages.ts";
import { presets } from "../../src/core/ask/presets.ts";
import { outgoing } from "../../src/core/ask/requestBody.ts";

const messages = buildMessages("Why?", "en");
const begun = { reasoning: "The loop ends at n.", answer: "Because the loop " };
const thinking = { reasoning: "The loop ends", answer: "" };
const nothing = { reasoning: "", answer: "" };
const at = (name: string, more: Partial<Endpoint> = {}): Endpoint => {
  const preset = presets.find((each) => each.name === name);
  assert.ok(preset, name);
  return { ...endpointOf(preset), model: "m", ...more };
};

test("DeepSeek goes on with an answer and with thoughts, at /beta", () => {
  const endpoint = at("DeepSeek");
  for (const unfinished of [begun, thinking]) {
    const request = continuation(endpoint, messages, unfinished);
    assert.deepEqual(request, {
      baseUrl: "https://api.deepseek.com/beta",
      path: "/chat/completions",
      body: outgoing(endpoint, [
        ...messages,
        {
          role: "assistant",
          content: unfinished.answer,
          reasoning_content: unfinished.reasoning,
          prefix: true,
        },
      ]).body,
    });
  }
  for (const baseUrl of [
    "https://api.deepseek.com/",
    "https://api.deepseek.com/v1",
    "https://api.deepseek.com/beta/",
  ])
    assert.equal(
      continuation(at("DeepSeek", { baseUrl }), messages, begun)?.baseUrl,
      "https://api.deepseek.com/beta",
      baseUrl,
    );
  const unthinking = continuation(at("DeepSeek", { effort: "none" }), messages, { ...begun, reasoning: "" });
  assert.ok(!JSON.stringify(unthinking).includes("reasoning_content"));
});

test("the other ways, each in its server's words", () => {
  const rows: [string, object, object][] = [
    ["Mistral", { content: begun.answer, prefix: true }, { reasoning_effort: "none" }],
    ["Moonshot Kimi", { content: begun.answer, reasoning_content: begun.reasoning, partial: true }, {}],
    [
      "vLLM",
      { content: begun.answer, reasoning_content: begun.reasoning },
      { continue_final_message: true, add_generation_prompt: false },
    ],
    [
      "llama.cpp",
      { content: begun.answer },
      { chat_template_kwargs: { enable_thinking: false, thinking: false } },
    ],
  ];
  for (const [name, last, fields] of rows) {
    const request = continuation(at(name), messages, begun);
    assert.equal(request?.baseUrl, at(name).baseUrl);
    const sent = request.body.messages;
    assert.ok(Array.isArray(sent));
    assert.deepEqual(sent.slice(0, -1), messages, name);
    assert.deepEqual(sent.at(-1), { role: "assistant", ...last }, name);
    for (const [field, value] of Object.entries(fields)) assert.deepEqual(request.body[field], value, name);
    assert.equal(continuation(at(name), messages, thinking), undefined, `${name} cannot go on with thoughts`);
  }
});

test("there is no continuation where the provider has none, in the Responses API, or of nothing", () => {
  for (const preset of presets) {
    assert.equal(continuation(at(preset.name), messages, nothing), undefined, preset.name);
    assert.equal(continuation(at(preset.name, { api: "responses" }), messages, begun), undefined);
    assert.equal(continuation(at(preset.name), messages, begun) !== undefined, preset.prefix !== undefined);
  }
  assert.equal(continuation(at("vLLM", { baseUrl: "https://example.com/v1" }), messages, begun), undefined);
});

test("asking again quotes what was thought and written, marked, after the question as it was", () => {
  const again = askAgainWithThoughts(messages, begun);
  assert.deepEqual(again[0], messages[0]);
  const [, question] = again;
  assert.equal(again.length, 2);
  assert.ok(question);
  assert.ok(question.content.startsWith("Why?\n\n"));
  for (const part of ["cut off", "Your reasoning", begun.reasoning, "of the answer", begun.answer])
    assert.ok(question.content.includes(part), `${part}: ${question.content}`);
  assert.ok(!askAgainWithThoughts(messages, thinking)[1]?.content.includes("of the answer"));
  assert.deepEqual(askAgainWithThoughts(messages, nothing), messages);
});

test("thoughts that hold fences stay inside their own", () => {
  const [, question] = askAgainWithThoughts(messages, { reasoning: "a\n````\nb\n```", answer: "" });
  assert.match(question?.content ?? "", /^`{5}\na\n````\nb\n```\n`{5}$/m);
});
