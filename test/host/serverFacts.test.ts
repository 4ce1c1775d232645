import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import type { Failure } from "../../src/core/run/failure.ts";
import { limits } from "../../src/host/limits.ts";
import { ModelError } from "../../src/host/modelError.ts";
import { listModels, readAccount, type Inquiry } from "../../src/host/serverFacts.ts";
import { replyWith, startReplyServer, type ReplyServer } from "../support/replyServer.ts";

const key = "sk-planted-0123456789";
const never = new AbortController().signal;

async function start(
  context: TestContext,
  reply: Parameters<typeof startReplyServer>[0],
): Promise<ReplyServer> {
  const server = await startReplyServer(reply);
  context.after(() => server.close());
  return server;
}

function inquiry(origin: string, more: Partial<Inquiry> = {}): Inquiry {
  return { endpoint: { baseUrl: `${origin}/v1/` }, key, signal: never, ...more };
}

async function failureOf(asking: Promise<unknown>): Promise<Failure> {
  try {
    return assert.fail(`answered: ${JSON.stringify(await asking)}`);
  } catch (error) {
    if (error instanceof ModelError) return error.failure;
    throw error;
  }
}

test("the list is asked with the key and the endpoint's headers, which win", async (context) => {
  const server = await start(context, replyWith({ data: [{ id: "b" }, { id: "a" }] }));
  assert.deepEqual(await listModels(inquiry(server.origin)), ["a", "b"]);
  const headers = { "X-Team": "readers", Authorization: "Basic own" };
  await listModels(inquiry(server.origin, { endpoint: { baseUrl: `${server.origin}/v1`, headers } }));
  assert.deepEqual(
    server.requests.map(({ method, url, headers: sent }) => [
      method,
      url,
      sent.authorization,
      sent["x-team"],
    ]),
    [
      ["GET", "/v1/models", `Bearer ${key}`, undefined],
      ["GET", "/v1/models", "Basic own", "readers"],
    ],
  );
});

test("without a key none is sent", async (context) => {
  const server = await start(context, replyWith([]));
  const endpoint = { baseUrl: `${server.origin}/v1` };
  assert.deepEqual(await listModels({ endpoint, signal: never }), []);
  assert.equal(server.requests[0]?.headers.authorization, undefined);
});

test("every way a list is not had is a failure with the server's words and without the key", async (context) => {
  const error = { error: { message: `No such key: ${key}` } };
  const rows: [reply: Parameters<typeof startReplyServer>[0], failure: Failure][] = [
    [replyWith(error, 401), { kind: "unauthorized", status: 401, said: "No such key: ***" }],
    [replyWith("<h1>Not here</h1>", 404), { kind: "notFound", status: 404, said: "Not here" }],
    [
      replyWith({ message: "Slowly" }, 429, { "retry-after": "7" }),
      { kind: "rateLimit", status: 429, said: "Slowly", seconds: 7 },
    ],
    [replyWith("<h1>Please log in</h1>"), { kind: "notAStream", said: "Please log in" }],
    [replyWith({ error: "No such tenant." }), { kind: "server", said: "No such tenant." }],
    [replyWith({ hello: 1 }), { kind: "notAStream", said: '{"hello":1}' }],
    [replyWith(""), { kind: "emptyStream" }],
    [(_, response) => void response.writeHead(200).write("{", () => response.destroy()), { kind: "dropped" }],
  ];
  for (const [reply, failure] of rows) {
    const { origin } = await start(context, reply);
    assert.deepEqual(await failureOf(listModels(inquiry(origin))), failure);
  }
});

test("a redirect is refused and the key is not sent on", async (context) => {
  const elsewhere = await start(context, replyWith({ data: [{ id: "a" }] }));
  const location = `${elsewhere.origin}/v1/models`;
  const { origin } = await start(context, replyWith("", 302, { location }));
  assert.deepEqual(await failureOf(listModels(inquiry(origin))), {
    kind: "redirect",
    status: 302,
    said: location,
  });
  assert.equal(elsewhere.requests.length, 0);
});

test("silence, an endless answer and a closed port each have their name", async (context) => {
  const silent = await start(context, () => {});
  const silence = inquiry(silent.origin, { limits: { ...limits, silence: 0.2 } });
  assert.deepEqual(await failureOf(listModels(silence)), { kind: "timeout", seconds: 0.2 });

  const endless = await start(context, (_, response) => {
    const write = () => void (response.destroyed || response.write(`${" ".repeat(65_536)}\n`, write));
    response.writeHead(200);
    write();
  });
  const long = inquiry(endless.origin, { limits: { ...limits, bytes: 1_000_000 } });
  assert.deepEqual(await failureOf(listModels(long)), { kind: "tooLong" });

  const gone = await startReplyServer(() => {});
  await gone.close();
  assert.equal((await failureOf(listModels(inquiry(gone.origin)))).kind, "connectionRefused");
});

test("a stop ends the asking", async (context) => {
  const abort = new AbortController();
  const { origin } = await start(context, () => abort.abort());
  await failureOf(listModels(inquiry(origin, { signal: abort.signal })));
});

test("an endpoint whose provider tells no balance is not asked for one", async (context) => {
  const server = await start(context, replyWith({}));
  assert.equal(await readAccount(inquiry(server.origin)), undefined);
  assert.equal(server.requests.length, 0);
});
