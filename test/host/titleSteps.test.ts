import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import type { ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { sampleEndpoint, type Endpoint } from "../../src/core/ask/endpoint.ts";
import { createRun } from "../../src/core/run/run.ts";
import { spentOn } from "../../src/core/run/spent.ts";
import type { RunRecord } from "../../src/core/run/runRecord.ts";
import { limits } from "../../src/host/limits.ts";
import { titleSteps } from "../../src/host/titleSteps.ts";
import { startReplyServer } from "../support/replyServer.ts";
import { plainWords, scriptedAsk, type Deed } from "../support/scriptedAsk.ts";
import { runHead } from "../support/runHead.ts";

/** A run of two steps that is done. */
function doneRun(): RunRecord {
  const run = createRun(runHead(), () => 0);
  run.begin();
  run.accept({ type: "reasoning", text: "First I read the loop, line by line, to see where it ends." });
  run.accept({ type: "section" });
  run.accept({ type: "reasoning", text: "Wait, the bound is wrong by one, so the last is never seen." });
  run.accept({ type: "answer", text: "Off by one." });
  run.accept({ type: "finish", reason: "stop" });
  run.end();
  assert.equal(run.record.steps.length, 2);
  return run.record;
}

const saying = (content: string) => (response: ServerResponse) => {
  const chunk = { choices: [{ index: 0, delta: { content }, finish_reason: "stop" }] };
  const usage = { choices: [], usage: { prompt_tokens: 1000, completion_tokens: 100 } };
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.end(`data: ${JSON.stringify(chunk)}\n\ndata: ${JSON.stringify(usage)}\n\ndata: [DONE]\n\n`);
};

/** Asks for titles at a server that replies so, with a reader who does so. */
async function titlesFrom(
  context: TestContext,
  reply: (response: ServerResponse) => void,
  { deeds = [{ decide: "Title Steps" }], ...more }: Partial<Endpoint> & { deeds?: Deed[] } = {},
) {
  const bodies: string[] = [];
  const server = await startReplyServer((request, response) => {
    void text(request).then((body) => {
      bodies.push(body);
      reply(response);
    });
  });
  context.after(() => server.close());
  const ask = scriptedAsk(deeds);
  const spent: Readonly<RunRecord>[] = [];
  const price = { input: 1, output: 10 };
  const endpoint: Endpoint = {
    name: "Mine",
    baseUrl: `${server.origin}/v1`,
    model: "m",
    api: "chat",
    price,
    ...more,
  };
  const record = doneRun();
  const before = structuredClone(record);
  const titles = await titleSteps(
    {
      ask,
      t: plainWords,
      language: "en",
      endpoint,
      keys: { find: async () => undefined },
      spent: (told) => void spent.push(told),
      limits: { ...limits, silence: 2, retries: 0 },
    },
    record,
  );
  assert.deepEqual(record, before, "the run itself is left as it is");
  return { titles, ask, spent, bodies };
}

test("the cost is said before, one request is made, and what it cost is counted", async (context) => {
  const { titles, ask, spent, bodies } = await titlesFrom(
    context,
    saying("1: Read the loop\n2: Find the bound"),
  );
  assert.deepEqual(titles, [
    [1, "Read the loop"],
    [2, "Find the bound"],
  ]);
  assert.match(ask.asked[0]?.question ?? "", /Have m title these 2 steps\?.*≈ \d+ tokens, ≈ \$0\.00\d+\.$/);
  assert.equal(bodies.length, 1);
  assert.ok(bodies[0]?.includes("the bound is wrong"), bodies[0]);
  assert.deepEqual(spent.map(spentOn), [0.002]);
  assert.deepEqual(ask.told, ["2 of 2 steps have a title by m."]);
});

test("nothing goes out unless the reader agrees", async (context) => {
  const { titles, bodies, spent } = await titlesFrom(context, saying("1: x"), { deeds: ["leave"] });
  assert.equal(titles, undefined);
  assert.deepEqual([bodies.length, spent.length], [0, 0]);
});

test("titles that cannot be used leave all as it is, and it is said", async (context) => {
  const { titles, ask } = await titlesFrom(context, saying("I would rather not."));
  assert.equal(titles, undefined);
  assert.deepEqual(ask.told, ["m wrote no titles that can be used; those from here stay."]);
});

test("a server that refuses is quoted; a stop is no fault", async (context) => {
  const refuse = (response: ServerResponse) =>
    void response
      .writeHead(402, { "content-type": "application/json" })
      .end('{"error":{"message":"Top up."}}');
  const refused = await titlesFrom(context, refuse);
  assert.equal(refused.titles, undefined);
  assert.deepEqual(refused.ask.told, ["Mine: No balance left (402): Top up."]);
  const stopped = await titlesFrom(context, () => {}, { deeds: [{ decide: "Title Steps" }, "stop"] });
  assert.equal(stopped.titles, undefined);
  assert.deepEqual(stopped.ask.told, []);
});

test("the sample and an endpoint without its key are not asked", async (context) => {
  const sample = await titlesFrom(context, saying("1: x"), { deeds: [], ...sampleEndpoint });
  assert.match(sample.ask.told[0] ?? "", /no model is there to write titles/);
  const keyless = await titlesFrom(context, saying("1: x"), {
    deeds: [],
    baseUrl: "https://models.example.com/v1",
  });
  assert.deepEqual(keyless.ask.told, ["Mine needs an API key first."]);
  assert.deepEqual([sample.bodies.length, keyless.bodies.length], [0, 0]);
});
