import path from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";

export interface Counts {
  passed: number;
  failed: number;
}

/** A test that takes longer hangs: it fails by its name and ends its level, instead of taking all the time that CI gives. Milliseconds. */
const timeout = 10 * 60_000;

/** Runs the test files of some globs, each in its own process, and prints as `node --test` does. Skipped tests do not count. */
export async function runTestFiles(globPatterns: string[], concurrency: number): Promise<Counts> {
  const counts: Counts = { passed: 0, failed: 0 };
  const empty: string[] = [];
  const ending = new AbortController();
  const events = run({ globPatterns, concurrency, timeout, signal: ending.signal });
  events.on("test:fail", ({ details }) => {
    // What a test that hangs holds open would keep its file's process for ever. (Node's `forceExit` loses results.)
    if (failureOf(details.error) === "testTimeoutFailure") ending.abort();
  });
  events.on("test:summary", ({ file, counts: seen }) => {
    // Each file has a summary of its own; the one without a file is the sum.
    if (file !== undefined) return;
    counts.passed = seen.passed;
    counts.failed = seen.tests - seen.passed - seen.skipped - seen.todo;
  });
  events.on("test:pass", ({ name, file }) => {
    // Node counts a file that holds no test as one passed test with the file's own name.
    if (file !== undefined && path.resolve(name) === file) empty.push(name);
  });
  for await (const text of events.compose(spec)) process.stdout.write(text);
  if (empty.length > 0) throw new Error(`no test in ${empty.join(", ")}`);
  return counts;
}

/** Node's word for how a test failed, which its types leave out. */
function failureOf(error: Error): unknown {
  return "failureType" in error ? error.failureType : undefined;
}
