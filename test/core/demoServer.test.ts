import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, test } from "node:test";
import { startSample } from "../../src/demo/startSample.ts";
import { readTraces } from "../../src/demo/trace.ts";
import { chunksOf, joined, sampleOf, saying, shapeOf, traces } from "../support/sampleClient.ts";

const findBugs = 'Find the bugs in this code.\n\nFile src/range.ts\nconst dash = trimmed.indexOf("-");';

async function traceNamed(name: string) {
  const found = (await readTraces(traces)).find((trace) => trace.name === name);
  assert.ok(found, name);
  return { reasoning: found.reasoning, answer: found.answer };
}

describe("the sample endpoint", () => {
  test("streams a trace's reasoning and answer, to the letter", async (t) => {
    const { ask } = await sampleOf(t);
    const chunks = chunksOf(await (await ask(saying(findBugs))).text());
    assert.deepEqual(joined(chunks), await traceNamed("range-find-bugs.md"));
  });

  test("plays Chinese, and the short trace for what it does not know", async (t) => {
    const { ask } = await sampleOf(t);
    for (const [question, name] of [
      ["Find the bugs in this code. src/cart.ts 返回同一个数组", "cart-find-bugs.md"],
      ["How do I centre a div?", "only-samples-en.md"],
      ["怎么居中？", "only-samples-zh.md"],
    ]) {
      const chunks = chunksOf(await (await ask(saying(question))).text());
      assert.deepEqual(joined(chunks), await traceNamed(name ?? ""), question);
    }
  });

  test("heeds the last user message only, also when it comes in parts", async (t) => {
    const { ask } = await sampleOf(t);
    const messages = [
      { role: "user", content: findBugs },
      { role: "assistant", content: "Found." },
      {
        role: "user",
        content: [
          { type: "text", text: "And " },
          { type: "text", text: "then?" },
        ],
      },
    ];
    const chunks = chunksOf(await (await ask({ messages })).text());
    assert.deepEqual(joined(chunks), await traceNamed("only-samples-en.md"));
  });

  test("has the wire shape of DeepSeek", async (t) => {
    const { ask } = await sampleOf(t);
    const stream = await (await ask({ ...saying("Hi"), stream_options: { include_usage: true } })).text();
    assert.match(stream, /^(: keep-alive\n\n){2,}data: \{/);
    assert.match(stream, /\n\ndata: \[DONE\]\n\n$/);
    const chunks = chunksOf(stream);
    const [first, ...rest] = chunks.map((chunk) => chunk.choices[0]);
    assert.deepEqual(first?.delta, { role: "assistant", content: null, reasoning_content: "" });
    const last = rest.pop();
    assert.deepEqual(last?.delta, { content: "", reasoning_content: null });
    assert.equal(last?.finish_reason, "stop");
    const kinds = rest.map((choice) => (choice?.delta.content === null ? "r" : "a")).join("");
    assert.match(kinds, /^r+a+$/);
    for (const choice of rest) assert.equal(choice?.finish_reason, null);
    const reasoned = kinds.replaceAll("a", "").length;
    assert.deepEqual(chunks.at(-1)?.usage, {
      prompt_tokens: 1,
      completion_tokens: kinds.length,
      total_tokens: kinds.length + 1,
      prompt_tokens_details: { cached_tokens: 0 },
      completion_tokens_details: { reasoning_tokens: reasoned },
      prompt_cache_hit_tokens: 0,
      prompt_cache_miss_tokens: 1,
    });
  });

  test("sends the keys that a recording of DeepSeek has, chunk for chunk", async (t) => {
    const recording = path.resolve(
      import.meta.dirname,
      "..",
      "..",
      "..",
      "shared",
      "recordings",
      "deepseek-v4-flash-2.sse",
    );
    if (!existsSync(recording)) return t.skip("the recordings are not here");
    const { ask } = await sampleOf(t);
    const stream = await (await ask({ ...saying("Hi"), stream_options: { include_usage: true } })).text();
    const shapes = (text: string) => [...new Set(chunksOf(text).map(shapeOf))].toSorted();
    assert.deepEqual(shapes(stream), shapes(await readFile(recording, "utf8")));
  });

  test("leaves the thinking out when it is switched off", async (t) => {
    const { ask } = await sampleOf(t);
    const { answer } = await traceNamed("range-find-bugs.md");
    for (const off of [{ thinking: { type: "disabled" } }, { reasoning_effort: "none" }]) {
      const chunks = chunksOf(await (await ask({ ...saying(findBugs), ...off })).text());
      assert.deepEqual(joined(chunks), { reasoning: "", answer });
      assert.deepEqual(chunks[0]?.choices[0]?.delta, { role: "assistant", content: "" });
      assert.ok(!chunks.some((chunk) => "reasoning_content" in (chunk.choices[0]?.delta ?? {})));
      assert.ok(!("completion_tokens_details" in (chunks.at(-1)?.usage ?? {})));
    }
  });

  test("goes on at /beta from what was begun, and elsewhere does not heed it", async (t) => {
    const { baseUrl } = await sampleOf(t);
    const trace = await traceNamed("range-find-bugs.md");
    const ask = async (begun: { reasoning_content?: string; content: string }, under = "/beta") => {
      const last = { role: "assistant", prefix: true, ...begun };
      const body = { model: "m", stream: true, messages: [...saying(findBugs).messages, last] };
      const url = `${baseUrl}${under}/chat/completions`;
      return joined(
        chunksOf(await (await fetch(url, { method: "POST", body: JSON.stringify(body) })).text()),
      );
    };
    const half = trace.reasoning.slice(0, 500);
    const { answer, reasoning } = trace;
    const rest = { reasoning: reasoning.slice(500), answer };
    assert.deepEqual(await ask({ reasoning_content: half, content: "" }), rest, "in the middle of a thought");
    const answered = { reasoning_content: `${half} Enough.`, content: "Answer:" };
    assert.deepEqual(await ask(answered), { reasoning: "", answer }, "told to answer");
    const begun = { reasoning_content: reasoning, content: answer.slice(0, 30) };
    assert.deepEqual(await ask(begun), { reasoning: "", answer: answer.slice(30) }, "in the answer");
    assert.deepEqual(await ask({ reasoning_content: "My own.", content: "" }), trace, "not its own thought");
    assert.deepEqual(await ask({ reasoning_content: half, content: "" }, ""), trace, "not at /beta");
  });

  test("stops at max_tokens, saying so", async (t) => {
    const { ask } = await sampleOf(t);
    const chunks = chunksOf(await (await ask({ ...saying(findBugs), max_tokens: 20 })).text());
    assert.equal(chunks.at(-1)?.choices[0]?.finish_reason, "length");
    assert.equal(chunks.length, 1 + 20 + 1);
    assert.equal(joined(chunks).answer, "");
  });

  test("answers in one piece when no stream is asked for", async (t) => {
    const { ask } = await sampleOf(t);
    const response = await ask({ ...saying(findBugs), stream: false });
    const { reasoning, answer } = await traceNamed("range-find-bugs.md");
    const { choices, object }: { choices: object[]; object: string } = JSON.parse(await response.text());
    assert.equal(object, "chat.completion");
    const message = { role: "assistant", content: answer, reasoning_content: reasoning };
    assert.deepEqual(choices, [{ index: 0, message, logprobs: null, finish_reason: "stop" }]);
  });

  test("lists its model", async (t) => {
    const { baseUrl } = await sampleOf(t);
    const models: unknown = await (await fetch(`${baseUrl}/models`)).json();
    assert.deepEqual(models, {
      object: "list",
      data: [{ id: "recorded-trace", object: "model", owned_by: "sample" }],
    });
  });

  test("refuses in DeepSeek's shape of an error", async (t) => {
    const { baseUrl, ask } = await sampleOf(t);
    const post = (body: string) => fetch(`${baseUrl}/chat/completions`, { method: "POST", body });
    const refusals: [response: Response, status: number, message: RegExp][] = [
      [await post("{"), 400, /not JSON/],
      [await post("[]"), 422, /missing field `model`/],
      [await ask({}), 422, /missing field `messages`/],
      [await ask({ messages: [{ role: "system", content: "Hi" }] }), 422, /no user message/],
      [await fetch(`${baseUrl}/chat/completions`), 404, /Not Found/],
      [await fetch(`${baseUrl}/toString`), 404, /Not Found/],
      [await fetch(new URL("/models", baseUrl)), 404, /Not Found/],
      [await fetch(new URL(`/${crypto.randomUUID()}/models`, baseUrl)), 404, /Not Found/],
    ];
    for (const [response, status, message] of refusals) {
      assert.equal(response.status, status);
      const body: { error: { message: string } } = JSON.parse(await response.text());
      assert.deepEqual(Object.keys(body.error), ["message", "type", "param", "code"]);
      assert.match(body.error.message, message);
    }
  });

  test("tells of traces it cannot read", async (t) => {
    const sample = await startSample({ traces: path.join(traces, "nowhere"), speed: () => 1 });
    t.after(() => sample.close());
    const body = JSON.stringify({ model: "m", ...saying("Hi") });
    const response = await fetch(`${sample.baseUrl}/chat/completions`, { method: "POST", body });
    assert.equal(response.status, 500);
  });
});
