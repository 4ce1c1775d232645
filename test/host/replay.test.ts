import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { outgoing } from "../../src/core/ask/requestBody.ts";
import type { RunHead } from "../../src/core/run/change.ts";
import { createRun } from "../../src/core/run/run.ts";
import type { RunRecord } from "../../src/core/run/runRecord.ts";
import { decode } from "../../src/core/wire/decode.ts";
import { startTurn } from "../../src/host/turn.ts";
import { fetchInReads, startReplayServer, type ReplayServer } from "../support/replayServer.ts";

interface Expected {
  reasoning_chars: number;
  answer_chars: number;
  reasoning_sha256: string;
  answer_sha256: string;
  finish_reason: string | null;
  reasoning_tokens: number | null;
  error: boolean;
}

const folder = new URL("../../../shared/recordings/", import.meta.url);
const expected: Record<string, Expected> = existsSync(folder)
  ? JSON.parse(readFileSync(new URL("expected.json", folder), "utf8"))
  : {};

/** These formats are read from files only; the client does not speak them. */
const isNative = (name: string) => /^(anthropic|cohere|ollama-native|minimax-anthropic)-/.test(name);
const recordings = Object.entries(expected).filter(([name]) => !isNative(name));

/** GPUStack's last line is an error although the independent reader saw none. */
const endsInFault = (name: string, { error, finish_reason: finish }: Expected) =>
  error || finish === null || name.startsWith("gpustack-");

const smallFile = 6000;
const longFile = 40_000;

const head: RunHead = {
  id: "run",
  intent: "ask",
  question: "Why?",
  sent: "Why?",
  endpoint: "Recorded",
  model: "m",
  sample: false,
  startedAt: "2026-11-23T10:15:00.123Z",
};

let server: ReplayServer;
before(async () => (server = await startReplayServer()));
after(() => server.close());

function bodyOf(name: string): Buffer {
  const body = readFileSync(new URL(name, folder));
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
    const file = new URL(`${name}.reads.json`, folder);
    if (!existsSync(file)) return undefined;
    const sizes: number[] = JSON.parse(readFileSync(file, "utf8"));
    return () => sizes.shift();
  },
};

async function replay(name: string, body: Buffer): Promise<RunRecord> {
  const run = createRun(head, () => performance.now());
  server.put(name, body);
  const api = name.includes("-responses-") ? "responses" : "chat";
  const endpoint = { name: "Recorded", baseUrl: server.baseUrl, model: name, api } as const;
  const request = outgoing(endpoint, [{ role: "user", content: "Why?" }]);
  await startTurn({ run, endpoint, request, mustHaveKey: false, changed: () => {} }).over;
  return run.record;
}

const digest = (text: string) => createHash("sha256").update(text).digest("hex");

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
  const reasoning = record.steps
    .map(({ text }) => text)
    .join("")
    .trim();
  const answer = record.answer.trim();
  assert.deepEqual(
    [reasoning.length, digest(reasoning), answer.length, digest(answer)],
    [want.reasoning_chars, want.reasoning_sha256, want.answer_chars, want.answer_sha256],
  );
  if (want.reasoning_tokens !== null) assert.equal(record.usage?.reasoningTokens, want.reasoning_tokens);
  checkEnd(name, record, want);
}

const skip = recordings.length > 0 ? false : "the recordings are not beside this checkout";

for (const [way, sizesOf] of Object.entries(ways)) {
  test(`every recording comes through the real client as it was, ${way}`, { skip }, async (t) => {
    for (const [name, want] of recordings) {
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
