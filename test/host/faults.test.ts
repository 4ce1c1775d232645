import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { RunHead } from "../../src/core/run/change.ts";
import type { FailureKind } from "../../src/core/run/failure.ts";
import { createRun } from "../../src/core/run/run.ts";
import type { RunRecord } from "../../src/core/run/runRecord.ts";
import { startTurn, type Turn } from "../../src/host/turn.ts";
import { faults, startFaultServer, type FaultServer } from "../support/faultServer.ts";

const key = "sk-planted-0123456789";
let server: FaultServer;
before(async () => (server = await startFaultServer()));
after(() => server.close());

const head: RunHead = {
  id: "run",
  intent: "ask",
  question: "Why?",
  sent: "Why?",
  endpoint: "Faulty",
  model: "m",
  sample: false,
  startedAt: "2026-11-23T10:15:00.123Z",
};

function ask(model: string, changed: (turn: Turn) => void = () => {}): Turn {
  const endpoint = { name: "Faulty", baseUrl: server.baseUrl, model, api: "chat" as const };
  const run = createRun(head, () => performance.now());
  const turn: Turn = startTurn({
    run,
    endpoint,
    mustHaveKey: true,
    key,
    messages: [{ role: "user", content: "Why?" }],
    changed: () => queueMicrotask(() => changed(turn)),
  });
  return turn;
}

async function askUntilOver(model: string): Promise<RunRecord> {
  const turn = ask(model);
  await turn.over;
  return turn.run.record;
}

/** Which failure each fault is, and whether reasoning had come before it. */
const expected: Record<string, { kind: FailureKind; kept: boolean; says?: RegExp }> = {
  "http-400": { kind: "badRequest", kept: false, says: /The server says 400\./ },
  "http-401": { kind: "unauthorized", kept: false, says: /401/ },
  "http-402": { kind: "balance", kept: false },
  "http-403": { kind: "forbidden", kept: false },
  "http-404": { kind: "notFound", kept: false },
  "http-422": { kind: "badRequest", kept: false, says: /The server says 422\./ },
  "http-429": { kind: "rateLimit", kept: false },
  "http-500": { kind: "server", kept: false },
  "http-503": { kind: "server", kept: false },
  redirect: { kind: "redirect", kept: false, says: /127\.0\.0\.1:9/ },
  "html-200": { kind: "notAStream", kept: false, says: /^Please log in$/ },
  "json-error-200": { kind: "notAStream", kept: false, says: /No such deployment/ },
  "empty-200": { kind: "notAStream", kept: false },
  "dropped-socket": { kind: "dropped", kept: true },
  "clean-cut": { kind: "dropped", kept: true },
  "garbage-json": { kind: "garbled", kept: true },
  "error-mid-stream": { kind: "server", kept: true, says: /The engine stopped\./ },
};

for (const [model, { kind, kept, says }] of Object.entries(expected)) {
  test(`${model} ends the run as ${kind}, ${kept ? "keeping what came" : "with nothing"}`, async () => {
    const { status, steps } = await askUntilOver(model);
    assert.equal(status.state, kept ? "cutOff" : "failed");
    assert.ok("failure" in status && status.failure);
    assert.equal(status.failure.kind, kind, JSON.stringify(status));
    if (says) assert.match(status.failure.said ?? "", says);
    assert.equal(
      steps
        .map(({ text }) => text)
        .join("")
        .includes("Let me check the empty list."),
      kept,
    );
  });
}

test("every fault of the server is walked", () => {
  const others = ["well", "http-429-then-well", "out-of-budget", "silent"];
  assert.deepEqual(Object.keys(faults).toSorted(), [...Object.keys(expected), ...others].toSorted());
});

test("the wait that a busy server names is kept with the failure", async () => {
  const { status } = await askUntilOver("http-429");
  assert.equal("failure" in status && status.failure?.seconds, 120);
});

test("a busy server is asked again after a short wait, which shows", async () => {
  const waits: number[] = [];
  const turn = ask("http-429-then-well", ({ run }) => {
    const { status } = run.record;
    if (status.state === "waiting" && status.retryInSeconds !== undefined) waits.push(status.retryInSeconds);
  });
  await turn.over;
  assert.deepEqual(turn.run.record.status, { state: "done", finish: "stop" });
  assert.ok(waits.includes(1), JSON.stringify(waits));
});

test("keep-alives show as queueing, and a stop while waiting ends at once", async () => {
  const turn = ask("silent", (going) => {
    const { status } = going.run.record;
    if (status.state === "waiting" && status.queued) going.stop();
  });
  await turn.over;
  assert.equal(turn.run.record.status.state, "stopped");
});

test("an answer cut by the budget is done, with the server's reason", async () => {
  const { status, answer } = await askUntilOver("out-of-budget");
  assert.deepEqual({ status, answer }, { status: { state: "done", finish: "length" }, answer: "" });
});

test("after any fault the next question is answered", async () => {
  const { status, answer } = await askUntilOver("well");
  assert.deepEqual({ status, answer }, { status: { state: "done", finish: "stop" }, answer: "All is well." });
});

test("the key goes out as a bearer token and into nothing that is kept", async () => {
  for (const model of Object.keys(expected)) {
    const record = await askUntilOver(model);
    assert.ok(!JSON.stringify(record).includes(key), model);
  }
  assert.ok(server.requests.every((headers) => headers.authorization === `Bearer ${key}`));
});

test("without a key nothing is sent", async () => {
  const sent = server.requests.length;
  const run = createRun(head, () => performance.now());
  const endpoint = { name: "Faulty", baseUrl: server.baseUrl, model: "well", api: "chat" as const };
  await startTurn({ run, endpoint, mustHaveKey: true, messages: [], changed: () => {} }).over;
  assert.deepEqual(run.record.status, { state: "failed", failure: { kind: "noKey" } });
  assert.equal(server.requests.length, sent);
});
