import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { answerRequest } from "../../src/core/ask/answerNow.ts";
import { resumption } from "../../src/core/ask/conversation.ts";
import { sampleEndpoint, type Endpoint } from "../../src/core/ask/endpoint.ts";
import { buildMessages } from "../../src/core/ask/messages.ts";
import { outgoing, type Outgoing } from "../../src/core/ask/requestBody.ts";
import { shownRequest } from "../../src/core/ask/requestText.ts";
import type { Change } from "../../src/core/run/change.ts";
import { createRun, type Run } from "../../src/core/run/run.ts";
import { readTraces } from "../../src/demo/trace.ts";
import { startTurn, type Turn } from "../../src/host/turn.ts";
import { thought } from "../support/faults.ts";
import { startFaultServer, type FaultServer } from "../support/faultServer.ts";
import { quickClock, sampleOf, traces } from "../support/sampleClient.ts";
import { runHead } from "../support/runHead.ts";

let server: FaultServer;
before(async () => (server = await startFaultServer()));
after(() => server.close());

const question = 'Find the bugs in this code.\n\nFile src/range.ts\nconst dash = trimmed.indexOf("-");';

const headFor = ({ name, model }: Endpoint) => runHead({ question, sent: question, endpoint: name, model });

const texts = ({ record }: Run) => record.steps.map(({ text }) => text).join("");

/** Asks, and resolves as soon as this much has been thought. */
async function thinkUntil(endpoint: Endpoint, length: number): Promise<{ turn: Turn; run: Run }> {
  const run = createRun(headFor(endpoint), () => performance.now());
  const { promise, resolve } = Promise.withResolvers<void>();
  const changed = () => {
    if (texts(run).length >= length) resolve();
  };
  const request = outgoing(endpoint, buildMessages(question, "en"));
  const turn = startTurn({ run, endpoint, request, mustHaveKey: false, changed });
  await Promise.race([promise, turn.over]);
  return { turn, run };
}

/** Breaks the thinking off and asks for the answer, as the host does. */
async function answerNow(endpoint: Endpoint, { turn, run }: { turn: Turn; run: Run }): Promise<Outgoing> {
  assert.equal(run.record.status.state, "thinking");
  const { request, how } = answerRequest(endpoint, run.record, "en");
  turn.leave();
  run.answerNow({ how, request: shownRequest(endpoint, request, false) });
  const changes: Change[] = [];
  const changed = (more: Change[]) => void changes.push(...more);
  await startTurn({ run, endpoint, request, mustHaveKey: false, changed, goesOn: true }).over;
  assert.ok(!changes.some(({ op }) => op === "begin"), "the run has begun already");
  await turn.over;
  return request;
}

const at = (model: string): Endpoint => ({ name: "Faulty", baseUrl: server.baseUrl, model, api: "chat" });

test("the run goes on with its steps and the answer to a second request", async () => {
  const endpoint = at("stalled-then-answers");
  const going = await thinkUntil(endpoint, thought.join("").length);
  await answerNow(endpoint, going);
  const { status, answer, answeredNow } = going.run.record;
  assert.deepEqual(status, { state: "done", finish: "stop" });
  assert.equal(answer, "All is well.");
  assert.equal(texts(going.run), thought.join(""));
  assert.equal(answeredNow?.how, "answerAskedAgain");
  const sent = JSON.stringify(server.requests.at(-1)?.body);
  assert.ok(sent.includes("asked to answer now") && sent.includes("Let me check the empty list."), sent);
});

test("a refused request for the answer keeps the thoughts and says what the server said", async () => {
  const endpoint = at("stalled-then-400");
  const going = await thinkUntil(endpoint, thought.join("").length);
  await answerNow(endpoint, going);
  const failure = { kind: "badRequest", status: 400, said: "The server says 400." };
  assert.deepEqual(going.run.record.status, { state: "cutOff", failure });
  assert.equal(texts(going.run), thought.join(""));
});

test("nothing of a request that was left is heard, however much is on its way", async () => {
  const endpoint = at("endless");
  const { turn, run } = await thinkUntil(endpoint, 200);
  turn.leave();
  const told = texts(run);
  await turn.over;
  assert.equal(texts(run), told);
  assert.equal(run.record.status.state, "thinking", "its end is for the next request to say");
});

async function rangeTrace() {
  const found = (await readTraces(traces)).find(({ name }) => name === "range-find-bugs.md");
  assert.ok(found);
  return found;
}

test("the sample answers with its trace's answer, without a key, from wherever it had come", async (t) => {
  const { baseUrl } = await sampleOf(t, quickClock());
  const endpoint = { ...sampleEndpoint, baseUrl };
  const trace = await rangeTrace();
  for (const length of [1, 700, trace.reasoning.length - 500]) {
    const going = await thinkUntil(endpoint, length);
    const request = await answerNow(endpoint, going);
    assert.equal(request.baseUrl, `${baseUrl}/beta`);
    assert.deepEqual(going.run.record.status, { state: "done", finish: "stop" });
    assert.equal(going.run.record.answer, trace.answer);
    assert.ok(trace.reasoning.startsWith(texts(going.run)), "no thought is added or told twice");
  }
});

test("the sample resumes where it was stopped, in thoughts and in the answer", async (t) => {
  const { baseUrl } = await sampleOf(t, quickClock());
  const endpoint = { ...sampleEndpoint, baseUrl };
  const trace = await rangeTrace();
  for (const cut of [{ answer: "" }, { answer: trace.answer.slice(0, 40) }]) {
    const { turn, run } = await thinkUntil(endpoint, cut.answer ? trace.reasoning.length : 500);
    turn.stop();
    const stopped = { ...run.record, ...cut };
    const { request, resumed } = resumption(endpoint, stopped, "en");
    assert.equal(resumed, "continued");
    const again = createRun({ ...headFor(endpoint), resumed }, () => performance.now(), stopped);
    await startTurn({ run: again, endpoint, request, mustHaveKey: false, changed: () => {} }).over;
    assert.equal(texts(again), trace.reasoning);
    assert.equal(again.record.answer, trace.answer);
  }
});
