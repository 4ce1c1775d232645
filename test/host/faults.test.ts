import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import type { Endpoint } from "../../src/core/ask/endpoint.ts";
import { outgoing } from "../../src/core/ask/requestBody.ts";
import type { FailureKind } from "../../src/core/run/failure.ts";
import { createRun } from "../../src/core/run/run.ts";
import type { RunRecord } from "../../src/core/run/runRecord.ts";
import { listen } from "../../src/demo/listen.ts";
import { limits, type Limits } from "../../src/host/limits.ts";
import { startTurn, type Turn } from "../../src/host/turn.ts";
import { faults, thought } from "../support/faults.ts";
import { startFaultServer, type FaultServer } from "../support/faultServer.ts";
import { runHead } from "../support/runHead.ts";

const key = "sk-planted-0123456789";
const soon: Limits = { ...limits, silence: 2, backoff: 20 };
let server: FaultServer;
before(async () => (server = await startFaultServer()));
after(() => server.close());

interface Asked {
  changed?: (turn: Turn) => void;
  within?: Limits;
  baseUrl?: string;
  headers?: Record<string, string>;
}

function ask(
  model: string,
  { changed = () => {}, within = soon, baseUrl = server.baseUrl, headers = {} }: Asked = {},
): Turn {
  const run = createRun(runHead(), () => performance.now());
  const endpoint: Endpoint = { name: "Faulty", baseUrl, model, api: "chat", headers };
  const turn: Turn = startTurn({
    run,
    endpoint,
    request: outgoing(endpoint, [{ role: "user", content: "Why?" }]),
    mustHaveKey: true,
    key,
    changed: () => queueMicrotask(() => changed(turn)),
    limits: within,
  });
  return turn;
}

async function askUntilOver(model: string, asked?: Asked): Promise<RunRecord> {
  const turn = ask(model, asked);
  await turn.over;
  return turn.run.record;
}

function failureIn({ status }: RunRecord) {
  assert.ok("failure" in status && status.failure, JSON.stringify(status));
  return status.failure;
}

const reasoningOf = ({ steps }: RunRecord) => steps.map(({ text }) => text).join("");

/** Which failure each fault is, and whether reasoning had come before it. */
const expected: Record<string, { kind: FailureKind; kept?: true; says?: RegExp }> = {
  "http-400": { kind: "badRequest", says: /^The server says 400\.$/ },
  "http-400-flat": { kind: "badRequest", says: /^The model is not there\.$/ },
  "http-401": { kind: "unauthorized", says: /401/ },
  "http-401-bare": { kind: "unauthorized", says: /^Invalid token$/ },
  "http-402": { kind: "balance" },
  "http-403": { kind: "forbidden" },
  "http-404": { kind: "notFound" },
  "http-404-detail": { kind: "notFound", says: /^Not Found$/ },
  "http-408": { kind: "requestTimeout" },
  "http-409": { kind: "conflict" },
  "http-413": { kind: "tooLarge" },
  "http-422": { kind: "badRequest", says: /^The server says 422\.$/ },
  "http-429": { kind: "rateLimit" },
  "http-429-date": { kind: "rateLimit" },
  "http-500": { kind: "server" },
  "http-502": { kind: "server", says: /^502 Bad Gateway$/ },
  "http-503": { kind: "overloaded" },
  redirect: { kind: "redirect", says: /127\.0\.0\.1:9/ },
  "html-200": { kind: "notAStream", says: /^Please log in$/ },
  "json-error-200": { kind: "server", says: /^No such deployment\.$/ },
  "empty-200": { kind: "emptyStream" },
  "dropped-socket": { kind: "dropped", kept: true },
  "clean-cut": { kind: "dropped", kept: true },
  "no-finish-no-answer": { kind: "dropped", kept: true },
  "echoes-headers": { kind: "unauthorized", says: /^Refused: / },
  "garbage-json": { kind: "garbled", kept: true },
  "error-mid-stream": { kind: "server", kept: true, says: /The engine stopped\./ },
  "error-event": { kind: "server", kept: true, says: /The tool failed\./ },
  "error-line": { kind: "server", kept: true, says: /^Failed to decode\.$/ },
  "finish-network": { kind: "server", kept: true, says: /network_error/ },
  "finish-no-resource": { kind: "server", kept: true, says: /insufficient_system_resource/ },
  stalled: { kind: "timeout", kept: true },
};

for (const [model, { kind, kept = false, says }] of Object.entries(expected)) {
  test(`${model} ends the run as ${kind}, ${kept ? "keeping what came" : "with nothing"}`, async () => {
    const record = await askUntilOver(model);
    const failure = failureIn(record);
    assert.equal(record.status.state, kept ? "cutOff" : "failed");
    assert.equal(failure.kind, kind, JSON.stringify(failure));
    if (says) assert.match(failure.said ?? "", says);
    assert.equal(reasoningOf(record), kept ? thought.join("") : "");
    assert.ok(!JSON.stringify(record).includes(key), "the key is in nothing that is kept");
  });
}

test("every fault of the server is walked", () => {
  const others = ["well", "whole-200", "http-429-then-well", "http-500-then-well", "out-of-budget", "silent"];
  const brokenOff = ["stalled-then-answers", "stalled-then-400"];
  const streams = [
    "queued",
    "endless",
    "no-finish",
    "huge-refusal",
    "fast-chunks",
    "byte-by-byte",
    "large-chunk",
  ];
  const walked = [...Object.keys(expected), ...others, ...streams, ...brokenOff];
  assert.deepEqual(Object.keys(faults).toSorted(), walked.toSorted());
});

test("a stream that ends by its own word is done when it has answered, also without a finish reason", async () => {
  const { status, answer } = await askUntilOver("no-finish");
  assert.deepEqual({ status, answer }, { status: { state: "done", finish: "" }, answer: "All is well." });
});

test("a refusal without an end is read only to the sentence it begins with", async () => {
  const failure = failureIn(await askUntilOver("huge-refusal", { within: { ...soon, retries: 0 } }));
  assert.equal(failure.kind, "server");
  assert.match(failure.said ?? "", /^no no no/);
});

test("secret headers that a server echoes are blotted out, and nothing is told of this machine", async () => {
  const secret = "sk-planted-in-a-header";
  const record = await askUntilOver("echoes-headers", {
    headers: { "X-Api-Key": secret, "X-Title": "seen" },
  });
  assert.ok(!JSON.stringify(record).includes(secret));
  const sent = server.requests.at(-1)?.headers ?? {};
  assert.equal(sent["x-api-key"], secret);
  assert.deepEqual(
    Object.keys(sent).filter((name) => name.startsWith("x-stainless")),
    [],
  );
});

test("the pause that a busy server names is kept with the failure, as seconds or as a date", async () => {
  assert.equal(failureIn(await askUntilOver("http-429")).seconds, 120);
  const { seconds = 0 } = failureIn(await askUntilOver("http-429-date"));
  assert.ok(seconds > 280 && seconds <= 300, String(seconds));
});

for (const [model, seconds] of [
  ["http-429-then-well", 1],
  ["http-500-then-well", 1],
] as const) {
  test(`${model}: before anything has come it is asked again, and the wait shows`, async () => {
    const waits = new Set<number>();
    const changed = ({ run }: Turn) => {
      const { status } = run.record;
      if (status.state === "waiting" && status.retryInSeconds !== undefined) waits.add(status.retryInSeconds);
    };
    const { status } = await askUntilOver(model, { changed });
    assert.deepEqual(status, { state: "done", finish: "stop" });
    assert.deepEqual([...waits], [seconds]);
  });
}

test("a server that keeps failing is asked three times, a refusal once, a broken stream once", async () => {
  for (const [model, times] of [
    ["http-500", 3],
    ["http-401", 1],
    ["clean-cut", 1],
  ] as const) {
    const sofar = server.requests.length;
    await askUntilOver(model);
    assert.equal(server.requests.length - sofar, times, model);
  }
});

test("a wait for the next try can be stopped", async () => {
  const turn = ask("http-500", {
    within: { ...soon, backoff: 50_000 },
    changed: (going) => {
      const { status } = going.run.record;
      if (status.state === "waiting" && status.retryInSeconds) going.stop();
    },
  });
  await turn.over;
  assert.equal(turn.run.record.status.state, "stopped");
});

test("keep-alives show as queueing, and a stop while waiting ends at once", async () => {
  const turn = ask("silent", {
    changed: (going) => {
      const { status } = going.run.record;
      if (status.state === "waiting" && status.queued) going.stop();
    },
  });
  await turn.over;
  assert.equal(turn.run.record.status.state, "stopped");
});

test("keep-alives hold a long queue open beyond the limit of silence", async () => {
  const record = await askUntilOver("queued", { within: { ...soon, silence: 0.6 } });
  assert.deepEqual(record.status, { state: "done", finish: "stop" });
  assert.ok(record.statusAt > 1000, `${record.statusAt} ms`);
});

test("silence within a stream is named with its length", async () => {
  assert.equal(failureIn(await askUntilOver("stalled", { within: { ...soon, silence: 0.3 } })).seconds, 0.3);
});

test("a stream without an end is cut off at the limit, which is said", async () => {
  const record = await askUntilOver("endless", { within: { ...soon, bytes: 200_000 } });
  assert.equal(failureIn(record).kind, "tooLong");
  assert.ok(reasoningOf(record).length > 5000);
});

test("ten thousand chunks at once, single bytes and a chunk of five megabytes arrive whole", async () => {
  const answers: [string, string][] = [
    ["fast-chunks", "x".repeat(10_000)],
    ["byte-by-byte", "好的 🙂"],
    ["large-chunk", "y".repeat(5_000_000)],
  ];
  for (const [model, answer] of answers) {
    const record = await askUntilOver(model);
    assert.equal(record.status.state, "done", model);
    assert.ok(record.answer === answer, `${model}: ${record.answer.length} units`);
    assert.equal(reasoningOf(record), thought.join(""), model);
  }
});

test("a completion that comes whole although a stream was asked for is read all the same", async () => {
  const record = await askUntilOver("whole-200");
  assert.deepEqual([reasoningOf(record), record.answer], ["I think.", "Whole."]);
  assert.deepEqual(record.status, { state: "done", finish: "stop" });
});

test("an answer cut by the budget is done, with the server's reason", async () => {
  const { status, answer } = await askUntilOver("out-of-budget");
  assert.deepEqual({ status, answer }, { status: { state: "done", finish: "length" }, answer: "" });
});

test("after any fault the next question is answered", async () => {
  const { status, answer } = await askUntilOver("well");
  assert.deepEqual({ status, answer }, { status: { state: "done", finish: "stop" }, answer: "All is well." });
});

test("a name that does not exist, a port where nobody listens and a server without TLS are told apart", async () => {
  const closed = await listen(createServer());
  await closed.close();
  const kinds: [string, FailureKind[]][] = [
    ["http://no-such-host.invalid/v1", ["unknownHost"]],
    [`${closed.origin}/v1`, ["connectionRefused"]],
    [server.baseUrl.replace("http:", "https:"), ["certificate"]],
  ];
  for (const [baseUrl, kind] of kinds) {
    const failure = failureIn(await askUntilOver("well", { baseUrl }));
    assert.ok(kind.includes(failure.kind), `${baseUrl}: ${JSON.stringify(failure)}`);
  }
});

test("the key goes out as a bearer token", () => {
  const sent = new Set(server.requests.map(({ headers }) => headers.authorization));
  assert.deepEqual([...sent], [`Bearer ${key}`]);
});

test("without a key nothing is sent", async () => {
  const sent = server.requests.length;
  const run = createRun(runHead(), () => performance.now());
  const endpoint = { name: "Faulty", baseUrl: server.baseUrl, model: "well", api: "chat" as const };
  const request = outgoing(endpoint, []);
  await startTurn({ run, endpoint, request, mustHaveKey: true, changed: () => {} }).over;
  assert.deepEqual(run.record.status, { state: "failed", failure: { kind: "noKey" } });
  assert.equal(server.requests.length, sent);
});
