import assert from "node:assert/strict";
import { test } from "node:test";
import { endpointOf, readEndpoints, type Endpoint } from "../../src/core/ask/endpoint.ts";
import { presets } from "../../src/core/ask/presets.ts";
import { outgoing } from "../../src/core/ask/requestBody.ts";

const unknown: Endpoint = { name: "Mine", baseUrl: "https://example.com/v1", model: "m", api: "chat" };
const at = (name: string, more: Partial<Endpoint> = {}): Endpoint => {
  const preset = presets.find((each) => each.name === name);
  assert.ok(preset, name);
  return { ...endpointOf(preset), ...more };
};

test("a server that is not known gets what was set and nothing else", () => {
  const bare = { model: "m", messages: [], stream: true, stream_options: { include_usage: true } };
  assert.deepEqual(outgoing(unknown, []).body, bare);
  assert.deepEqual(outgoing({ ...unknown, effort: "high", maxTokens: 5, temperature: 0 }, []).body, {
    ...bare,
    reasoning_effort: "high",
    max_tokens: 5,
    temperature: 0,
  });
});

test("each provider is told an effort, the switch and the limit in its own words", () => {
  const rows: [string, Partial<Endpoint>, Record<string, unknown>][] = [
    ["DeepSeek", { effort: "max" }, { reasoning_effort: "max", thinking: { type: "enabled" } }],
    ["DeepSeek", { effort: "none", temperature: 1 }, { thinking: { type: "disabled" }, temperature: 1 }],
    ["OpenRouter", { effort: "low" }, { reasoning: { effort: "low" } }],
    ["Together AI", { effort: "none" }, { reasoning: { enabled: false } }],
    ["Together AI", { model: "openai/gpt-oss-120b", effort: "low" }, { reasoning_effort: "low" }],
    ["Groq", { maxTokens: 7 }, { max_completion_tokens: 7 }],
    ["Alibaba DashScope (Qwen)", { effort: "on" }, { enable_thinking: true }],
    ["SiliconFlow", { effort: "none" }, { enable_thinking: false }],
    ["Moonshot Kimi", { model: "kimi-k2.6", effort: "none" }, { thinking: { type: "disabled" } }],
    ["MiniMax", { effort: "adaptive" }, { thinking: { type: "adaptive" } }],
    [
      "vLLM",
      { model: "qwen3", effort: "none" },
      { chat_template_kwargs: { enable_thinking: false, thinking: false } },
    ],
    [
      "Google Gemini",
      { effort: "low" },
      { extra_body: { google: { thinking_config: { include_thoughts: true, thinking_level: "low" } } } },
    ],
    ["OpenAI", { effort: "xhigh" }, { reasoning: { summary: "auto", effort: "xhigh" }, store: false }],
    ["OpenAI", { api: "chat", effort: "xhigh", maxTokens: 3 }, { reasoning_effort: "xhigh" }],
    ["OpenAI", { maxTokens: 3 }, { max_output_tokens: 3 }],
  ];
  for (const [name, more, expected] of rows) {
    const body = outgoing(at(name, more), []).body;
    for (const [field, value] of Object.entries(expected))
      assert.deepEqual(body[field], value, `${name} ${field}: ${JSON.stringify(body)}`);
  }
  assert.ok(!("enable_thinking" in outgoing(at("SiliconFlow", { effort: "on" }), []).body));
});

test("usage is asked for where that is understood, and only in chat", () => {
  for (const preset of presets) {
    const body = outgoing({ ...endpointOf(preset), api: "chat" }, []).body;
    assert.equal("stream_options" in body, preset.usageOption, preset.name);
    assert.ok(!("stream_options" in outgoing({ ...endpointOf(preset), api: "responses" }, []).body));
  }
});

test("a limit goes out under one name only, whatever the provider", () => {
  for (const preset of presets) {
    for (const api of ["chat", "responses"] as const) {
      const body = outgoing({ ...endpointOf(preset), api, maxTokens: 77 }, []).body;
      const limits = Object.entries(body).filter(([, value]) => value === 77);
      const name = api === "chat" ? preset.limit : "max_output_tokens";
      assert.deepEqual(limits, [[name, 77]], preset.name);
    }
  }
});

test("what the user adds wins over all but streaming", () => {
  const extraBody = {
    reasoning_effort: "own",
    temperature: 2,
    stream: false,
    stream_options: null,
    top_k: 5,
  };
  const body = outgoing(at("DeepSeek", { extraBody }), []).body;
  assert.deepEqual({ ...body, ...extraBody, stream: true }, body);
});

test("a request knows where it goes", () => {
  const chat = outgoing(unknown, [{ role: "user", content: "?" }]);
  assert.deepEqual([chat.baseUrl, chat.path], ["https://example.com/v1", "/chat/completions"]);
  assert.equal(outgoing(at("xAI"), []).path, "/responses");
});

test("a temperature from the setting is a number from 0 to 2", () => {
  for (const temperature of [0, 0.7, 2])
    assert.deepEqual(readEndpoints([{ ...unknown, temperature }]).problems, []);
  for (const temperature of [-0.1, 2.1, "1", Number.NaN, null])
    assert.deepEqual(readEndpoints([{ ...unknown, temperature }]).problems, [
      { entry: 1, field: "temperature" },
    ]);
});
