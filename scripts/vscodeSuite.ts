import { chmod, glob, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { runTests } from "@vscode/test-electron";
import { build } from "esbuild";
import { copySample } from "./copySample.ts";
import { obtainDesktop } from "./desktop.ts";
import { resultFileVariable, type SuiteResult } from "./suiteResult.ts";

const bundle = path.resolve(".build", "vscode-suite.cjs");
const resultFile = path.resolve("test-results", "vscode-suite.json");

/** Runs test/vscode inside a real VS Code: the desktop one where it can be had, else the server build in a browser. */
export async function runVsCodeSuite(extensionDevelopmentPath = path.resolve(".")): Promise<SuiteResult> {
  await bundleSuite();
  const desktop = await obtainDesktop();
  if ("reason" in desktop) console.log(`VS Code's server build in a browser, since ${desktop.reason}.`);
  const vscodeExecutablePath = "reason" in desktop ? await writeLauncher() : desktop.executable;
  await rm(resultFile, { force: true });
  // A failing suite rejects here too, but only its own report says how many tests failed.
  const ended = await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath,
    extensionTestsPath: bundle,
    launchArgs: [await copySample(path.resolve(".build", "suite-workspace"))],
    extensionTestsEnv: { [resultFileVariable]: resultFile },
  }).then(
    () => "well",
    (error: unknown) => String(error),
  );
  const report = await readFile(resultFile, "utf8").catch(() => undefined);
  if (report === undefined) throw new Error(`the suite inside VS Code never reported (it ended: ${ended})`);
  const { passed, failed }: SuiteResult = JSON.parse(report);
  if (failed === 0 && ended !== "well") throw new Error(`all tests passed, but VS Code ended with: ${ended}`);
  return { passed, failed };
}

async function bundleSuite(): Promise<void> {
  const imports: string[] = [];
  for await (const file of glob("test/vscode/**/*.test.ts")) {
    imports.push(`import "./${file.replaceAll("\\", "/")}";`);
  }
  await build({
    stdin: {
      contents: `${imports.toSorted().join("\n")}\nexport { run } from "./test/support/hostTest.ts";`,
      resolveDir: ".",
    },
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node22",
    external: ["vscode"],
    logLevel: "warning",
  });
}

/** `@vscode/test-electron` starts one executable file, so the launcher gets one. */
async function writeLauncher(): Promise<string> {
  const script = path.resolve("scripts", "vscodeLauncher.ts");
  const windows = process.platform === "win32";
  const file = path.resolve(".build", windows ? "vscode-launcher.cmd" : "vscode-launcher.sh");
  const text = windows
    ? `@"${process.execPath}" "${script}" %*\r\n`
    : `#!/bin/sh\nexec "${process.execPath}" "${script}" "$@"\n`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  await chmod(file, 0o755);
  return file;
}
