import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Endpoint } from "../../src/core/ask/endpoint.ts";
import { outgoing } from "../../src/core/ask/requestBody.ts";
import type { Change } from "../../src/core/run/change.ts";
import { journalLines } from "../../src/core/run/journal.ts";
import { createRun } from "../../src/core/run/run.ts";
import { startTurn } from "../../src/host/turn.ts";
import { fetchInReads, startReplayServer, type ReplayServer } from "../support/replayServer.ts";
import { runHead } from "../support/runHead.ts";

let server: ReplayServer;
before(async () => (server = await startReplayServer()));
after(() => server.close());

async function ask(body: string, more: Partial<Endpoint> = {}) {
  server.put("m", Buffer.from(body));
  const endpoint: Endpoint = { name: "Attack", baseUrl: server.baseUrl, model: "m", api: "chat", ...more };
  const run = createRun(runHead(), () => performance.now());
  const request = outgoing(endpoint, []);
  const changes: Change[] = [];
  const changed = (some: Change[]) => void changes.push(...some);
  await startTurn({ run, endpoint, request, mustHaveKey: false, changed }).over;
  return { record: run.record, journal: journalLines(changes) };
}

const event = (value: object) => `data: ${JSON.stringify(value)}\n\n`;
const chunk = (delta: object, finish: string | null = null) =>
  event({ choices: [{ delta, finish_reason: finish }] });
const always = (size: number) => () => size;
const cutOff = (said: string) => ({ state: "cutOff", failure: { kind: "server", said } });

for (const end of ["\n\n", "\r\n\r\n", ""]) {
  test(`a line of error is read to its end, ${JSON.stringify(end)}, wherever the reads end`, async (t) => {
    const body = `${chunk({ reasoning: "Hm." })}error: {"error":{"message":"Out of order."}}${end}`;
    for (const size of [1, 2, 7, 1000]) {
      t.mock.method(globalThis, "fetch", fetchInReads(fetch, always(size)));
      const { status } = (await ask(body)).record;
      t.mock.restoreAll();
      assert.deepEqual(status, cutOff("Out of order."), `${size} bytes a read`);
    }
  });
}

test("a line of megabytes in small reads is looked at once, not again with every read", async (t) => {
  t.mock.method(globalThis, "fetch", fetchInReads(fetch, always(10_000)));
  const { record } = await ask(chunk({ content: "y".repeat(4_000_000) }) + chunk({}, "stop"));
  assert.equal(record.answer.length, 4_000_000);
});

test("what a reader held back when the stream broke is kept", async () => {
  const thought = chunk({ content: "<think>if a <" });
  assert.equal((await ask(`${thought}${event({ error: "Out." })}`)).record.steps[0]?.text, "if a <");
  assert.equal((await ask(`${thought}data: {\n\n`)).record.steps[0]?.text, "if a <");
});

test("a response that failed says why", async () => {
  const begun = event({ type: "response.reasoning_text.delta", delta: "Hm." });
  const error = { code: "server_error", message: "Out of order." };
  const ends = [
    event({ type: "response.failed", response: { status: "failed", error } }),
    event({ type: "error", ...error }),
    `event: error\n${event({ type: "error", ...error })}`,
  ];
  for (const end of ends) {
    const { status } = (await ask(begun + end, { api: "responses" })).record;
    assert.deepEqual(status, cutOff("Out of order."), end);
  }
});

test("the value of a secret header is in nothing that is kept when the server repeats it", async () => {
  const secret = "planted-0123456789";
  const headers = { "x-api-key": secret, "x-gateway-auth": `Basic ${secret}-two`, "X-Title": "seen" };
  for (const end of [
    event({ error: { message: `No ${secret}, nor ${secret}-two, says seen.` } }),
    `error: {"error":"No ${secret}, nor ${secret}-two, says seen."}\n`,
  ]) {
    const { record, journal } = await ask(`${chunk({ reasoning: "Hm." })}${end}`, { headers });
    assert.deepEqual(record.status, cutOff("No ***, nor ***, says seen."));
    assert.ok(!journal.includes(secret), journal);
  }
});

test("an answer of two hundred thousand chunks is not read again with every chunk", () => {
  const run = createRun(runHead(), () => 0);
  for (let count = 0; count < 200_000; count++) run.accept({ type: "answer", text: "word " });
  assert.equal(run.record.answer.length, 1_000_000);
});
