import path from "node:path";
import type { TestContext } from "node:test";
import type { Clock } from "../../src/demo/clock.ts";
import { startSample } from "../../src/demo/startSample.ts";

export const traces = path.resolve(import.meta.dirname, "..", "..", "media", "sample", "traces");

interface Delta {
  role?: string;
  content?: string | null;
  reasoning_content?: string | null;
}

interface Chunk {
  choices: { delta: Delta; finish_reason: string | null }[];
  usage?: Record<string, unknown> | null;
}

/** A clock that sleeps in no time, but says how long it slept. */
export function quickClock(): Clock & { slept: number } {
  return {
    slept: 0,
    now() {
      return this.slept;
    },
    async sleep(ms) {
      this.slept += ms;
    },
    random: () => 0.5,
  };
}

/** A sample endpoint that ends with the test. */
export async function sampleOf(t: TestContext, clock: Clock = quickClock(), speed = () => 1) {
  const sample = await startSample({ traces, speed, clock });
  t.after(() => sample.close());
  const ask = (body: object, signal?: AbortSignal) =>
    fetch(`${sample.baseUrl}/chat/completions`, {
      method: "POST",
      body: JSON.stringify({ model: "recorded-trace", stream: true, ...body }),
      ...(signal ? { signal } : {}),
    });
  return { ...sample, ask };
}

/** The part of a request that asks something. */
export const saying = (content: unknown) => ({ messages: [{ role: "user", content }] });

export function chunksOf(stream: string): Chunk[] {
  const lines = stream.split("\n").filter((line) => line.startsWith("data: {"));
  return lines.map((line): Chunk => JSON.parse(line.slice("data: ".length)));
}

export function joined(chunks: Chunk[]) {
  const deltas = chunks.map((chunk) => chunk.choices[0]?.delta ?? {});
  return {
    reasoning: deltas.map((delta) => delta.reasoning_content ?? "").join(""),
    answer: deltas.map((delta) => delta.content ?? "").join(""),
  };
}

/** The keys of a value with the kind of each, texts and counts left out. */
export function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shapeOf).join()}]`;
  if (typeof value !== "object" || value === null) return value === null ? "null" : typeof value;
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, inner]) => `${key}:${shapeOf(inner)}`).join()}}`;
}
