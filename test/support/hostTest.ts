import { writeFile } from "node:fs/promises";
import type { SuiteResult } from "../../scripts/suiteResult.ts";
import { resultFileVariable, suiteMark } from "../../scripts/suiteResult.ts";

export interface HostTest {
  /** Runs when the test is over, the last one registered first. */
  after(undo: () => unknown): void;
}

type Body = (test: HostTest) => Promise<void> | void;

const limitMs = 30_000;
const registered: { name: string; body: Body }[] = [];

/**
 * A test that runs inside the extension host, one after the other.
 * `node:test` reports its end only when the process is about to exit, which an extension host never is.
 */
export function test(name: string, body: Body): void {
  registered.push({ name, body });
}

/** VS Code calls this with all test files loaded; a rejection makes VS Code exit with a failure. */
export async function run(): Promise<void> {
  const result: SuiteResult = { passed: 0, failed: 0 };
  for (const { name, body } of registered) {
    const start = performance.now();
    const error = await failureOf(body);
    const time = `${Math.round(performance.now() - start)} ms`;
    if (error === undefined) result.passed++;
    else result.failed++;
    report(error === undefined ? `✔ ${name} (${time})` : `✖ ${name} (${time})\n${describe(error)}`);
  }
  const file = process.env[resultFileVariable];
  if (file) await writeFile(file, JSON.stringify(result));
  if (result.failed > 0 || result.passed === 0) throw new Error(JSON.stringify(result));
}

/** The first thing that went wrong in the test or in its undoing. */
async function failureOf(body: Body): Promise<unknown> {
  const undos: (() => unknown)[] = [];
  const failures: unknown[] = [];
  const attempt = async (step: () => unknown) => {
    try {
      await step();
    } catch (error) {
      failures.push(error);
    }
  };
  await attempt(() => withinLimit(body({ after: (undo) => void undos.unshift(undo) })));
  for (const undo of undos) await attempt(undo);
  return failures[0];
}

async function withinLimit(work: Promise<void> | void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${limitMs / 1000} s`)), limitMs);
  });
  try {
    await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function report(text: string): void {
  for (const line of text.split("\n")) console.log(suiteMark + line);
}
