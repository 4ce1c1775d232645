import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { outgoing } from "../../src/core/ask/requestBody.ts";
import { createRun } from "../../src/core/run/run.ts";
import type { RunRecord } from "../../src/core/run/runRecord.ts";
import { decode } from "../../src/core/wire/decode.ts";
import { startTurn } from "../../src/host/turn.ts";
import {
  measureOf,
  readRecording,
  readSizes,
  recordings,
  skip,
  type Expected,
} from "../support/recordings.ts";
import { fetchInReads, startReplayServer, type ReplayServer } from "../support/replayServer.ts";
import { runHead } from "../support/runHead.ts";

/** These formats are read from files only; the client does not speak them. */
const isNative = (name: string) => /^(anthropic|cohere|ollama-native|minimax-anthropic)-/.test(name);
const spoken = Object.entries(recordings).filter(([name]) => !isNative(name));

/** GPUStack's last line is an error although the independent reader saw none. */
const endsInFault = (name: string, { error, finish_reason: finish }: Expected) =>
  error || finish === null || name.startsWith("gpustack-");

const smallFile = 6000;
const longFile = 40_000;

let server: ReplayServer;
before(async () => (server = await startReplayServer()));
after(() => server.close());

function bodyOf(name: string): Buffer {
  const body = readRecording(name);
  if (name.endsWith(".sse")) return body;
  const lines = body.toString("utf8").split("\n");
  return Buffer.from(lines.flatMap((line) => (line.trim() ? [`data: ${line}\n\n`] : [])).join(""));
}

/** 1 to 7, always the same sequence; of a long body every fourth read takes more, or it would take minutes. */
function smallSizes(length: number): () => number {
  let state = 7;
  let count = 0;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    const small = 1 + ((state >>> 16) % 7);
    return ++count % 4 === 0 ? small + Math.floor(length / longFile) * 50 : small;
  };
}

type Sizes = () => number | undefined;

/** The sizes of the reads in which a body comes; nothing for a way that this recording has no sizes for. */
const ways: Record<string, (name: string, body: Buffer) => Sizes | undefined> = {
  whole: () => () => undefined,
  "a few bytes at a time": (_, { length }) => (length <= smallFile ? () => 1 : smallSizes(length)),
  "at the recorded reads": (name) => {
    const sizes = readSizes(name);
    return sizes && (() => sizes.shift());
  },
};

async function replay(name: string, body: Buffer): Promise<RunRecord> {
  const run = createRun(runHead(), () => performance.now());
  server.put(name, body);
  const api = name.includes("-responses-") ? "responses" : "chat";
  const endpoint = { name: "Recorded", baseUrl: server.baseUrl, model: name, api } as const;
  const request = outgoing(endpoint, [{ role: "user", content: "Why?" }]);
  await startTurn({ run, endpoint, request, mustHaveKey: false, changed: () => {} }).over;
  return run.record;
}

function checkEnd(name: string, { status }: RunRecord, want: Expected): void {
  if (!endsInFault(name, want)) {
    assert.deepEqual(status, { state: "done", finish: want.finish_reason }, name);
    return;
  }
  assert.equal(status.state, "cutOff", `${name}: ${JSON.stringify(status)}`);
  const failure = "failure" in status ? status.failure : undefined;
  const { error } = decode(bodyOf(name).toString("utf8"));
  assert.ok(failure?.kind === (error ? "server" : "dropped"), `${name}: ${JSON.stringify(failure)}`);
  if (error) assert.equal(failure.said?.slice(0, 60), error.slice(0, 60), name);
}

function check(name: string, record: RunRecord, want: Expected): void {
  const reasoning = measureOf(record.steps.map(({ text }) => text).join(""));
  assert.deepEqual(reasoning, { chars: want.reasoning_chars, sha256: want.reasoning_sha256 });
  assert.deepEqual(measureOf(record.answer), { chars: want.answer_chars, sha256: want.answer_sha256 });
  if (want.reasoning_tokens !== null) assert.equal(record.usage?.reasoningTokens, want.reasoning_tokens);
  checkEnd(name, record, want);
}

for (const [way, sizesOf] of Object.entries(ways)) {
  test(`every recording comes through the real client as it was, ${way}`, { skip }, async (t) => {
    for (const [name, want] of spoken) {
      const body = bodyOf(name);
      const sizes = sizesOf(name, body);
      if (!sizes) continue;
      await t.test(name, async (inner) => {
        inner.mock.method(globalThis, "fetch", fetchInReads(fetch, sizes));
        check(name, await replay(name, body), want);
      });
    }
  });
}
