import assert from "node:assert/strict";
import { test } from "node:test";
import { endpointOf, readEndpoints } from "../../src/core/ask/endpoint.ts";
import type { Preset, Thinking } from "../../src/core/ask/preset.ts";
import { originOf, presetOf, presets, thinkingOf } from "../../src/core/ask/presets.ts";
import { outgoing } from "../../src/core/ask/requestBody.ts";

const named = (name: string): Preset => {
  const found = presets.find((preset) => preset.name === name);
  assert.ok(found, name);
  return found;
};

/** Every way of thinking a row knows, with a model that is told so where a row's own model is. */
const thinkings = (preset: Preset): Thinking[] => [
  preset.thinking,
  ...(preset.variants ?? []).map(({ thinking }) => thinking),
];

test("every provider asked for is there once", () => {
  const names = presets.map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
  assert.equal(names.length, 27);
});

test("every address is an http address before /chat/completions and leads back to its own row only", () => {
  const seen = new Map<string, string>();
  for (const preset of presets) {
    for (const address of [preset.baseUrl, ...(preset.alsoAt ?? [])]) {
      if (address.startsWith(".")) continue;
      const origin = originOf(address);
      assert.ok(origin, address);
      assert.ok(!/\/$|completions|responses/.test(address), address);
      assert.equal(seen.get(origin), undefined, `${origin} is ${preset.name}'s and another's`);
      seen.set(origin, preset.name);
      assert.equal(presetOf(address)?.name, preset.name, address);
    }
  }
});

test("a server on this machine is known by its port, by whatever name the machine is called", () => {
  const ports = { Ollama: 11434, "LM Studio": 1234, "llama.cpp": 8080, vLLM: 8000, SGLang: 30000 };
  for (const [name, port] of Object.entries(ports)) {
    for (const host of ["localhost", "127.0.0.1", "[::1]", "127.9.9.9"])
      assert.equal(presetOf(`http://${host}:${port}/v1/`)?.name, name, host);
    for (const host of ["192.168.0.2", "localhost.evil.example", "example.com"])
      assert.equal(presetOf(`http://${host}:${port}/v1`), undefined, host);
  }
  assert.equal(presetOf("http://localhost:5555/v1"), undefined);
  assert.equal(presetOf("http://127.0.0.1"), undefined);
});

test("a resource of the user's own is known by what it stands under, and by nothing that only looks so", () => {
  for (const url of [
    "https://acme.services.ai.azure.com/openai/v1",
    "https://acme.openai.azure.com/openai/v1",
  ])
    assert.equal(presetOf(url)?.name, "Azure AI Foundry", url);
  for (const url of [
    "http://acme.openai.azure.com/openai/v1",
    "https://acme.openai.azure.com.evil.example/",
    "https://acme.openai.azure.com:8443/",
    "https://openai.azure.com.evil.example/?.openai.azure.com",
    "https://evilopenai.azure.com/",
  ])
    assert.equal(presetOf(url), undefined, url);
  const { baseUrl, placeholder = "" } = named("Azure AI Foundry");
  assert.ok(placeholder && baseUrl.includes(placeholder));
  assert.equal(presets.filter((preset) => preset.placeholder !== undefined).length, 1);
});

test("every row makes an endpoint that the setting would accept", () => {
  for (const preset of presets) {
    const endpoint = { ...endpointOf(preset), name: "Mine" };
    const model = endpoint.model || "some-model";
    const { endpoints, problems } = readEndpoints([{ ...endpoint, model }]);
    assert.deepEqual(problems, [], preset.name);
    assert.equal(endpoints.at(1)?.baseUrl, preset.baseUrl);
  }
});

test("the default effort is one of the efforts, and there is none where nothing is offered", () => {
  for (const preset of presets) {
    for (const { efforts, defaultEffort } of thinkings(preset)) {
      assert.equal(new Set(efforts).size, efforts.length, preset.name);
      if (efforts.length === 0) assert.equal(defaultEffort, undefined, preset.name);
      else assert.ok(defaultEffort !== undefined && efforts.includes(defaultEffort), preset.name);
    }
  }
});

test("every knob makes plain JSON fields, and two efforts that are offered are told apart", () => {
  for (const preset of presets) {
    for (const { efforts, say } of thinkings(preset)) {
      const said = [undefined, ...efforts].map((effort) => say(effort));
      for (const fields of said) assert.deepEqual(JSON.parse(JSON.stringify(fields)), fields, preset.name);
      const apart = new Set(said.slice(1).map((fields) => JSON.stringify(fields)));
      assert.equal(apart.size, efforts.length, `${preset.name}: ${[...apart].join(" ")}`);
    }
  }
});

test("models that differ are told in their own words", () => {
  const rows: [string, string, string[]][] = [
    ["https://api.groq.com/openai/v1", "openai/gpt-oss-120b", ["low", "medium", "high"]],
    ["https://api.groq.com/openai/v1", "qwen/qwen3.8-27b", ["none", "default"]],
    ["https://api.moonshot.cn/v1", "kimi-k3", ["low", "high", "max"]],
    ["https://api.moonshot.ai/v1", "kimi-k2.6", ["none", "on"]],
    ["https://api.moonshot.ai/v1", "kimi-k2.7-code", []],
    ["https://api.z.ai/api/paas/v4", "glm-5.3-flash", ["low", "high", "max"]],
    ["https://api.z.ai/api/paas/v4", "glm-4.7", ["none", "on"]],
    ["https://api.x.ai/v1", "grok-4.6", ["low", "medium", "high"]],
    ["https://api.x.ai/v1", "grok-4-0709", []],
    ["https://api.openai.com/v1", "gpt-5.4-mini", ["none", "low", "medium", "high", "xhigh"]],
    ["https://api.openai.com/v1", "gpt-5-mini", ["low", "medium", "high"]],
    ["http://127.0.0.1:11434/v1", "gpt-oss:20b", ["low", "medium", "high"]],
    ["https://api.anthropic.com/v1", "claude-opus-5-5", []],
    ["https://api.minimax.io/v1", "MiniMax-M2.7", []],
  ];
  for (const [baseUrl, model, efforts] of rows)
    assert.deepEqual(thinkingOf({ baseUrl, model })?.efforts, efforts, model);
  assert.equal(thinkingOf({ baseUrl: "https://example.com/v1", model: "gpt-oss" }), undefined);
});

test("no row sends what its provider refuses", () => {
  const bodies = (preset: Preset, models: readonly string[]) =>
    models.flatMap((model) => {
      const efforts = [undefined, ...(thinkingOf({ baseUrl: preset.baseUrl, model })?.efforts ?? [])];
      return efforts.map((effort) => {
        const endpoint = { ...endpointOf(preset), model, temperature: 0.5, maxTokens: 9 };
        delete endpoint.effort;
        const body = outgoing({ ...endpoint, ...(effort === undefined ? {} : { effort }) }, []).body;
        return { effort, body, text: JSON.stringify(body) };
      });
    });

  for (const { text } of bodies(named("Moonshot Kimi"), ["kimi-k3", "kimi-k2.7-code", "kimi-k2.6"])) {
    assert.ok(!/temperature|"max_tokens"|thinking_budget/.test(text), text);
  }
  for (const { text } of bodies(named("Moonshot Kimi"), ["kimi-k2.7-code"]))
    assert.ok(!/thinking|reasoning_effort/.test(text), text);
  for (const { text } of bodies(named("Z.ai GLM"), ["glm-5.3", "glm-5.3-flash"]))
    assert.ok(!/disabled|stream_options|max_completion_tokens/.test(text), text);
  for (const { effort, body } of bodies(named("DeepSeek"), ["deepseek-flash", "deepseek-v4-pro"]))
    assert.equal("temperature" in body, effort === "none", effort);
  for (const { text } of bodies(named("MiniMax"), ["MiniMax-M2.7"]))
    assert.ok(!/disabled|reasoning_effort/.test(text), text);
  for (const { text } of bodies(named("MiniMax"), ["MiniMax-M3"]))
    assert.ok(!/reasoning_effort|"max_tokens"/.test(text), text);
  for (const { text } of bodies(named("Google Gemini"), ["gemini-3.8-flash", "gemini-2.5-pro"])) {
    assert.ok(text.includes('"include_thoughts":true'), text);
    assert.ok(!text.includes("reasoning_effort"), "beside a thinking_config it is a 400");
  }
  for (const { text } of bodies(named("Groq"), ["openai/gpt-oss-120b", "qwen/qwen3.8-27b"]))
    assert.ok(!text.includes("reasoning_format"), text);
  for (const { text } of bodies(named("Volcengine Ark"), ["doubao-seed-2-0-pro-260215"]))
    assert.ok(!text.includes('"max_tokens"'), text);
  for (const { text } of bodies(named("Anthropic"), ["claude-opus-5-5"]))
    assert.ok(!/reasoning|thinking/.test(text), text);
  for (const { text } of bodies(named("xAI"), ["grok-4-0709"])) assert.ok(!text.includes('"effort"'), text);
});
