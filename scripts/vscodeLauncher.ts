import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { launchBrowser } from "./launchBrowser.ts";
import { suiteMark } from "./suiteResult.ts";
import { startVsCodeServer } from "./vscodeServer.ts";

// Stands in for VS Code's executable where there is no desktop: it takes the same folder and two paths, runs the suite in
// the extension host of VS Code's server build and exits with the suite's code.

const suiteLimitMs = 180_000;
const resultsDir = path.resolve("test-results", "vscode");

const { values, positionals } = parseArgs({
  strict: false,
  options: { extensionDevelopmentPath: { type: "string" }, extensionTestsPath: { type: "string" } },
});

await mkdir(resultsDir, { recursive: true });
const dataDir = await mkdtemp(path.join(tmpdir(), "cot-suite-"));
const server = await startVsCodeServer({ dataDir, logFile: path.join(resultsDir, "server.log") });
const browser = await launchBrowser();
try {
  process.exitCode = await runSuite(await browser.newPage());
} finally {
  await browser.close();
  await server.stop();
  await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
}

/** Resolves with the exit code that VS Code gives for the suite. */
async function runSuite(page: Page): Promise<number> {
  const { promise: exitCode, resolve: exit } = Promise.withResolvers<number>();
  const limit = setTimeout(() => {
    console.log(`The suite did not end within ${suiteLimitMs / 1000} s.`);
    exit(1);
  }, suiteLimitMs);
  page.on("crash", () => exit(1));
  const log = createWriteStream(path.join(resultsDir, "window.log"));
  await page.exposeFunction("codeAutomationExit", (code: number) => exit(code));
  await page.exposeFunction("codeAutomationLog", (type: string, texts: unknown[]) => {
    const text = texts.map(String).join(" ");
    log.write(`${type} ${text}\n`);
    if (text.startsWith(suiteMark)) console.log(text.slice(suiteMark.length));
  });
  await page.goto(
    server.url(positionals[0] ?? resultsDir, {
      extensionDevelopmentPath: String(values["extensionDevelopmentPath"]),
      extensionTestsPath: String(values["extensionTestsPath"]),
    }),
  );
  const code = await exitCode;
  clearTimeout(limit);
  if (code !== 0) await page.screenshot({ path: path.join(resultsDir, "failed.png") });
  return code;
}
