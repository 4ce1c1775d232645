import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import type { Preset } from "../../src/core/ask/preset.ts";
import { presetsOfThisMachine } from "../../src/core/ask/presetsOfThisMachine.ts";
import { findLocalServers } from "../../src/host/localServers.ts";
import { replyWith, startReplyServer, type ReplyServer } from "../support/replyServer.ts";

type Reply = Parameters<typeof startReplyServer>[0];

async function start(context: TestContext, reply: Reply): Promise<ReplyServer> {
  const server = await startReplyServer(reply);
  context.after(() => server.close());
  return server;
}

function presetAt(name: string, port: number): Preset {
  const [row] = presetsOfThisMachine;
  assert.ok(row);
  return { ...row, name, baseUrl: `http://127.0.0.1:${port}/v1` };
}

test("of all that listens, only what lists models is found, in the order asked", async (context) => {
  const list = { data: [{ id: "qwen3" }, { id: "gpt-oss" }] };
  const well = await start(context, replyWith(list));
  const empty = await start(context, replyWith({ data: [] }));
  const replies: Record<string, Reply> = {
    html: replyWith("<h1>My site</h1>"),
    otherJson: replyWith({ hello: "world" }),
    notFound: replyWith(list, 404),
    wantsKey: replyWith({ error: "no key" }, 401),
    broken: (_, response) => void response.destroy(),
  };
  const others = await Promise.all(
    Object.entries(replies).map(async ([name, reply]) => presetAt(name, (await start(context, reply)).port)),
  );
  const gone = await startReplyServer(() => {});
  await gone.close();
  const presets = [presetAt("closed", gone.port), presetAt("well", well.port), ...others];
  const found = await findLocalServers({
    fetch,
    presets: [...presets, presetAt("empty", empty.port)],
    timeout: 2000,
  });
  assert.deepEqual(
    found.map(({ preset, models }) => [preset.name, models]),
    [
      ["well", ["gpt-oss", "qwen3"]],
      ["empty", []],
    ],
  );
  assert.deepEqual(
    well.requests.map(({ method, url, headers }) => [method, url, headers.authorization]),
    [["GET", "/v1/models", undefined]],
  );
});

test("one that is silent, before or amid its answer, holds up none of the others", async (context) => {
  const well = await start(context, replyWith({ data: [{ id: "a" }] }));
  const silent = await start(context, () => {});
  const stalling = await start(context, (_, response) => void response.writeHead(200).write('{"data":['));
  const presets = [silent, stalling, well].map(({ port }, index) => presetAt(String(index), port));
  const found = await findLocalServers({ fetch, presets, timeout: 300 });
  assert.deepEqual(
    found.map(({ preset }) => preset.name),
    ["2"],
  );
});

test("a redirect is not followed", async (context) => {
  const elsewhere = await start(context, replyWith({ data: [{ id: "a" }] }));
  const location = `${elsewhere.origin}/v1/models`;
  const pointing = await start(context, replyWith({}, 307, { location }));
  assert.deepEqual(await findLocalServers({ fetch, presets: [presetAt("a", pointing.port)] }), []);
  assert.equal(elsewhere.requests.length, 0);
});

test("only this machine is asked, at the ports the servers take by themselves", async () => {
  const asked: string[] = [];
  const spy: typeof fetch = async (url) => {
    asked.push(String(url instanceof Request ? url.url : url));
    throw new TypeError("fetch failed");
  };
  const far = { ...presetAt("far", 1), baseUrl: "https://models.example.com/v1" };
  assert.deepEqual(await findLocalServers({ fetch: spy, presets: [...presetsOfThisMachine, far] }), []);
  const ports = [11434, 1234, 8080, 8000, 30000];
  assert.deepEqual(
    asked,
    ports.map((port) => `http://localhost:${port}/v1/models`),
  );
});
