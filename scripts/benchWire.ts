import { createServer, type ServerResponse } from "node:http";
import { outgoing } from "../src/core/ask/requestBody.ts";
import { createOutbox } from "../src/core/run/outbox.ts";
import { createRun } from "../src/core/run/run.ts";
import { createChatReader } from "../src/core/wire/chatReader.ts";
import { decode } from "../src/core/wire/decode.ts";
import { listen } from "../src/demo/listen.ts";
import { startTurn } from "../src/host/turn.ts";
import { runHead } from "../test/support/runHead.ts";

// node scripts/benchWire.ts: how fast chunks are read, and how long the first one takes from socket to view.

const chunkCount = 200_000;
const throughputRuns = 5;
const requests = 200;
// Longer than the outbox waits after the post that begins a run, as any model takes.
const thinkingTime = 20;
const latencyRuns = 3;

const words =
  "so the loop runs one too far and the last number is never added which is why the sum is wrong".split(" ");

/** One token a chunk, nine in ten of them thoughts, as DeepSeek sends them. */
function writeChunks(): string[] {
  return Array.from({ length: chunkCount }, (_, index) => {
    const word = words[index % words.length] ?? "";
    const text = index % 40 === 39 ? `${word}.\n\n` : `${word} `;
    const isThought = index < chunkCount * 0.9;
    const delta = { reasoning_content: isThought ? text : null, content: isThought ? null : text };
    return JSON.stringify({
      id: "0f9a7c52-5ad5-4a51-8b0b-2f6a5a1f6c11",
      object: "chat.completion.chunk",
      created: 1_763_900_000,
      model: "m",
      system_fingerprint: "fp_bench",
      choices: [{ index: 0, delta, logprobs: null, finish_reason: null }],
    });
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
}

function percentile(values: readonly number[], part: number): number {
  return values.toSorted((one, other) => one - other)[Math.floor((values.length - 1) * part)] ?? 0;
}

/** Median seconds of some runs after one that is not counted. */
function secondsOf(task: () => void): number {
  task();
  const seconds = Array.from({ length: throughputRuns }, () => {
    const started = performance.now();
    task();
    return (performance.now() - started) / 1000;
  });
  return median(seconds);
}

function readAll(chunks: readonly string[]): void {
  const reader = createChatReader();
  for (const chunk of chunks) reader.read(JSON.parse(chunk));
  reader.end();
}

function acceptAll(chunks: readonly string[]): void {
  const reader = createChatReader();
  const run = createRun(runHead(), () => performance.now());
  for (const chunk of chunks) for (const part of reader.read(JSON.parse(chunk))) run.accept(part);
  for (const part of reader.end()) run.accept(part);
  run.end();
}

function measureThroughput(): void {
  const chunks = writeChunks();
  const megabytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0) / 1e6;
  const body = chunks.map((chunk) => `data: ${chunk}\n\n`).join("");
  const rows: [string, () => void][] = [
    ["JSON.parse alone (floor)", () => chunks.forEach((chunk) => void JSON.parse(chunk))],
    ["parse + chat reader", () => readAll(chunks)],
    ["parse + chat reader + Run", () => acceptAll(chunks)],
    ["decode of the whole body", () => void decode(body)],
  ];
  console.log(
    `${chunkCount} chunks of one token, ${megabytes.toFixed(0)} MB of JSON, median of ${throughputRuns} runs`,
  );
  for (const [name, task] of rows) {
    const seconds = secondsOf(task);
    const speed = `${(megabytes / seconds).toFixed(0).padStart(6)} MB/s`;
    console.log(
      `  ${name.padEnd(28)}${speed}${(chunkCount / seconds / 1000).toFixed(0).padStart(8)} k chunks/s`,
    );
  }
}

/** Sends headers, then the first chunk a moment later, and remembers when it went to the socket. */
async function startServer() {
  let sentAt = 0;
  const first = `data: ${JSON.stringify({ choices: [{ index: 0, delta: { reasoning_content: "So" } }] })}\n\n`;
  const last = `data: ${JSON.stringify({ choices: [{ delta: {}, finish_reason: "stop" }] })}\n\ndata: [DONE]\n\n`;
  const answer = (response: ServerResponse) => {
    response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
    setTimeout(() => {
      sentAt = performance.now();
      response.write(first);
      setTimeout(() => response.end(last), 1);
    }, thinkingTime);
  };
  const server = createServer((request, response) => void request.resume().on("end", () => answer(response)));
  return { ...(await listen(server)), sentAt: () => sentAt };
}

type BenchServer = Awaited<ReturnType<typeof startServer>>;

/** Milliseconds from the write of the first chunk to a bare fetch's first read. */
async function floorOnce({ origin, sentAt }: BenchServer): Promise<number> {
  const response = await fetch(`${origin}/chat/completions`, { method: "POST", body: "{}" });
  let taken: number | undefined;
  for await (const _ of response.body ?? []) taken ??= performance.now() - sentAt();
  return taken ?? Number.NaN;
}

/** Milliseconds from the write of the first chunk to the post of the first step. */
async function turnOnce({ origin, sentAt }: BenchServer): Promise<number> {
  let taken: number | undefined;
  const outbox = createOutbox({
    post: (changes) => {
      if (changes.some(({ op }) => op === "openStep")) taken ??= performance.now() - sentAt();
    },
    interval: 16,
    schedule: (task, milliseconds) => {
      const timer = setTimeout(task, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  const endpoint = { name: "Bench", baseUrl: origin, model: "m", api: "chat" } as const;
  const request = outgoing(endpoint, [{ role: "user", content: "Why?" }]);
  const run = createRun(runHead(), () => performance.now());
  const changed = outbox.add;
  await startTurn({ run, endpoint, request, mustHaveKey: false, changed }).over;
  outbox.flush();
  outbox.dispose();
  return taken ?? Number.NaN;
}

async function measureLatency(): Promise<void> {
  const server = await startServer();
  const measured = { floor: [0, 0], turn: [0, 0] };
  const tasks = { floor: floorOnce, turn: turnOnce };
  for (const name of ["floor", "turn"] as const) {
    const p50: number[] = [];
    const p99: number[] = [];
    for (let round = 0; round <= latencyRuns; round++) {
      const times: number[] = [];
      for (let count = 0; count < requests; count++) times.push(await tasks[name](server));
      // The first round only warms up.
      if (round > 0) p50.push(percentile(times, 0.5));
      if (round > 0) p99.push(percentile(times, 0.99));
    }
    measured[name] = [median(p50), median(p99)];
  }
  await server.close();
  console.log(`first byte on the socket to ${requests} posts, median of ${latencyRuns} runs`);
  const shown = ([p50 = 0, p99 = 0]: number[]) => `p50 ${p50.toFixed(2)} ms   p99 ${p99.toFixed(2)} ms`;
  console.log(`  bare fetch (floor)          ${shown(measured.floor)}`);
  console.log(`  turn, run and outbox        ${shown(measured.turn)}`);
  const ratio = measured.turn.map((time, at) => time / (measured.floor[at] ?? 1));
  console.log(`  ratio                       p50 ${ratio[0]?.toFixed(1)}        p99 ${ratio[1]?.toFixed(1)}`);
}

measureThroughput();
await measureLatency();
