import assert from "node:assert/strict";
import { test } from "node:test";
import type { CodeContext } from "../../src/core/ask/codeContext.ts";
import { readEndpoints, sampleName } from "../../src/core/ask/endpoint.ts";
import { intents } from "../../src/core/ask/intent.ts";
import { buildMessages, questionOf, userMessage } from "../../src/core/ask/messages.ts";
import { isLoopback, originOf, presetOf } from "../../src/core/ask/presets.ts";
import { outgoing } from "../../src/core/ask/requestBody.ts";

const context: CodeContext = {
  scope: "selection",
  uri: "file:///home/someone/secret-folder/src/range.ts",
  path: "src/range.ts",
  languageId: "typescript",
  startLine: 12,
  endLine: 13,
  text: "const a = 1;\nconst b = 2;",
  before: "// before",
  after: "",
  diagnostics: [{ line: 12, severity: "warning", message: "'a' is never read." }],
};

test("every intent sends a question, the code with its place, and what the editor reports", () => {
  for (const intent of intents) {
    const sent = userMessage(questionOf(intent, "Is this right?"), context);
    for (const part of [
      "src/range.ts, lines 12–13",
      context.text,
      "// before",
      "line 12, warning: 'a' is never read.",
    ]) {
      assert.ok(sent.includes(part), `${intent} lacks ${part}:\n${sent}`);
    }
    assert.ok(!sent.includes("secret-folder"), "the place on this machine is not sent");
  }
  assert.ok(userMessage(questionOf("ask", "Is this right?"), context).startsWith("Is this right?"));
});

test("code that holds fences stays inside its own", () => {
  for (const ticks of ["```", "````", "`````"]) {
    const text = `/**\n${ticks}js\nrun()\n${ticks}\n*/`;
    const sent = userMessage("Why?", { ...context, text, before: "", diagnostics: [] });
    const [open] = /^`+(?=typescript$)/m.exec(sent) ?? [""];
    assert.ok(open.length > ticks.length, sent);
    assert.equal(sent.split("\n").filter((line) => line === open).length, 1, sent);
  }
});

test("the reader's message goes out word for word, once", () => {
  const sent = userMessage("Why?", context);
  const messages = buildMessages(sent, "zh-cn");
  assert.deepEqual(
    messages.map(({ role }) => role),
    ["system", "user"],
  );
  assert.equal(messages[1]?.content, sent);
  assert.ok(messages[0]?.content.includes("zh-cn"));
});

test("built-in endpoints are there without any setting, and with a broken one", () => {
  for (const setting of [undefined, null, "x", {}, []]) {
    const { endpoints, problems } = readEndpoints(setting);
    assert.deepEqual(
      endpoints.map(({ name }) => name),
      ["DeepSeek", sampleName],
    );
    assert.deepEqual(problems, []);
  }
});

test("an entry lays its fields over the built-in endpoint of its name", () => {
  const { endpoints } = readEndpoints([{ name: "DeepSeek", model: "deepseek-v4-pro", effort: "max" }]);
  const deepSeek = endpoints.find(({ name }) => name === "DeepSeek");
  assert.deepEqual(deepSeek, {
    name: "DeepSeek",
    baseUrl: "https://api.deepseek.com",
    model: "deepseek-v4-pro",
    api: "chat",
    effort: "max",
  });
});

test("entries that cannot be used are named with the field that is wrong, and the others stay", () => {
  const good = { name: "Mine", baseUrl: "http://localhost:11434/v1", model: "qwen3" };
  const bad: [unknown, string][] = [
    [7, "name"],
    [{ ...good, name: "" }, "name"],
    [{ ...good, name: sampleName }, "name"],
    [{ ...good, baseUrl: "localhost:11434" }, "baseUrl"],
    [{ ...good, baseUrl: "file:///etc/passwd" }, "baseUrl"],
    [{ name: "Mine", baseUrl: good.baseUrl }, "model"],
    [{ ...good, api: "soap" }, "api"],
    [{ ...good, dialect: "tags" }, "dialect"],
    [{ ...good, maxTokens: 0 }, "maxTokens"],
    [{ ...good, headers: { a: 1 } }, "headers"],
    [{ ...good, price: { input: 1 } }, "price"],
  ];
  for (const [entry, field] of bad) {
    const { endpoints, problems } = readEndpoints([entry, good]);
    assert.deepEqual(problems, [{ entry: 1, field }], JSON.stringify(entry));
    assert.ok(
      endpoints.some(({ name }) => name === "Mine"),
      JSON.stringify(entry),
    );
  }
});

test("DeepSeek is told whether to think and how hard; servers it does not know are told only what was set", () => {
  const { endpoints } = readEndpoints([
    { name: "Mine", baseUrl: "http://localhost:8080/v1", model: "m", maxTokens: 99, extraBody: { top_k: 5 } },
  ]);
  const [deepSeek, mine] = endpoints;
  assert.ok(deepSeek && mine);
  const thinking = outgoing(deepSeek, []).body;
  assert.deepEqual(thinking.thinking, { type: "enabled" });
  assert.equal(thinking.reasoning_effort, "high");
  assert.deepEqual(outgoing({ ...deepSeek, effort: "none" }, []).body.thinking, { type: "disabled" });
  assert.deepEqual(outgoing(mine, []).body, {
    model: "m",
    messages: [],
    stream: true,
    stream_options: { include_usage: true },
    max_tokens: 99,
    top_k: 5,
  });
  assert.deepEqual(outgoing({ ...mine, api: "responses", effort: "low" }, []).body.reasoning, {
    summary: "auto",
    effort: "low",
  });
});

test("a key's origin is scheme, host and port, and nothing that only looks like it", () => {
  const same = "https://api.deepseek.com";
  for (const url of [same, `${same}/`, `${same}/v1`, "HTTPS://API.DeepSeek.com:443/beta"])
    assert.equal(originOf(url), same, url);
  const others = [
    "http://api.deepseek.com",
    "https://api.deepseek.com.evil.example",
    "https://api.deepseek.com@evil.example/",
    "https://evil.example/api.deepseek.com",
    "https://api.deepseek.com:444",
  ];
  for (const url of others) {
    assert.notEqual(originOf(url), same, url);
    assert.equal(presetOf(url), undefined, url);
  }
  for (const url of ["", "x", "ftp://api.deepseek.com", "javascript:alert(1)"])
    assert.equal(originOf(url), undefined, url);
});

test("only addresses of this machine go without a key", () => {
  for (const url of [
    "http://localhost:1234/v1",
    "http://127.0.0.1:8080",
    "http://127.1.2.3",
    "http://[::1]:80/",
  ])
    assert.ok(isLoopback(url), url);
  for (const url of [
    "http://localhost.evil.example",
    "http://127.0.0.1.evil.example",
    "https://10.0.0.1",
    "http://0x7f.example",
    "nonsense",
  ])
    assert.ok(!isLoopback(url), url);
});
