import { styleText } from "node:util";
import { obtainBrowser } from "./findBrowser.ts";
import { run } from "./run.ts";
import { runTestFiles, type Counts } from "./runTestFiles.ts";
import { runVsCodeSuite } from "./vscodeSuite.ts";
import { obtainVsCodeServer } from "./vscodeServer.ts";

interface Level {
  name: string;
  /** Tests it ran, or nothing for a tool that only passes or fails; rejects when it fails or cannot run. */
  run(): Promise<Counts | void>;
}

const tool = (name: string, ...args: string[]) => ({ name, run: () => run(args[0] ?? name, args.slice(1)) });

/** In this order; every level runs even after one has failed, so that one run tells all. */
const levels: Level[] = [
  { name: "tools", run: async () => void (await Promise.all([obtainBrowser(), obtainVsCodeServer()])) },
  tool("build", "npm", "run", "--silent", "package"),
  tool("types", "npm", "run", "--silent", "types"),
  tool("lint", "npm", "run", "--silent", "lint"),
  tool("format", "npm", "run", "--silent", "format:check"),
  { name: "unit", run: () => runTestFiles(["test/*.test.ts", "test/!(webview|vscode|e2e)/**/*.test.ts"], 2) },
  { name: "dom", run: () => runTestFiles(["test/webview/**/*.test.ts"], 2) },
  { name: "vscode", run: () => runVsCodeSuite() },
  { name: "e2e", run: () => runTestFiles(["test/e2e/**/*.test.ts"], 1) },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !levels.some((level) => level.name === name));
if (unknown.length > 0) {
  console.error(
    `No level is called ${unknown.join(", ")}. There are: ${levels.map(({ name }) => name).join(", ")}.`,
  );
  process.exit(1);
}

const outcomes: Outcome[] = [];
for (const level of levels) {
  if (wanted.length > 0 && !wanted.includes(level.name)) continue;
  console.log(styleText("bold", `\n── ${level.name} ${"─".repeat(60)}`));
  const outcome = await outcomeOf(level);
  outcomes.push(outcome);
  if (outcome.problem) console.error(styleText("red", `${level.name}: ${outcome.problem}`));
}
printTable(outcomes);
process.exitCode = outcomes.every(({ problem }) => problem === undefined) ? 0 : 1;

interface Outcome extends Counts {
  name: string;
  seconds: number;
  /** Why the level failed; undefined when it passed. */
  problem: string | undefined;
}

async function outcomeOf({ name, run: runLevel }: Level): Promise<Outcome> {
  const start = performance.now();
  const ended = (counts: Counts, problem?: string): Outcome => {
    return { name, ...counts, seconds: (performance.now() - start) / 1000, problem };
  };
  try {
    const counts = await runLevel();
    // A tool is one check, so that the sum at the end counts everything that was asked.
    if (!counts) return ended({ passed: 1, failed: 0 });
    if (counts.failed > 0) return ended(counts, `${counts.failed} failed`);
    return counts.passed > 0 ? ended(counts) : ended({ passed: 0, failed: 1 }, "no test ran");
  } catch (error) {
    return ended({ passed: 0, failed: 1 }, error instanceof Error ? error.message : String(error));
  }
}

function printTable(rows: Outcome[]): void {
  console.log(styleText("bold", `\n── result ${"─".repeat(60)}`));
  for (const { name, passed, seconds, problem } of rows) {
    const [colour, mark, words] = problem
      ? (["red", "✖", problem] as const)
      : (["green", "✔", `${passed}`] as const);
    console.log(
      `${styleText(colour, mark)} ${name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s   ${words}`,
    );
  }
  const sum = (part: "passed" | "failed") => rows.reduce((total, row) => total + row[part], 0);
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
}
