import { appendFileSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright-core";
import { launchBrowser } from "../../scripts/launchBrowser.ts";
import { machineSettingsFile, startVsCodeServer } from "../../scripts/vscodeServer.ts";

export interface WindowOptions {
  /** Names the folder under test-results that gets the logs and screenshots. */
  name: string;
  /** The workspace to open; the caller owns it. */
  folder: string;
  extension: { developmentPath: string } | { vsix: string };
  settings?: Record<string, unknown>;
  viewport?: { width: number; height: number };
  /** Of the window, as a language pack would set it: VS Code itself stays English, its extensions do not. */
  language?: string;
  env?: NodeJS.ProcessEnv;
}

export interface OpenWindow {
  page: Page;
  resultsDir: string;
  /** A settings file that a running window follows. */
  settingsFile: string;
  close(): Promise<void>;
}

/** Starts VS Code's server with fresh user data and opens its page; what it opened is closed again if that fails. */
export async function openWindow(options: WindowOptions): Promise<OpenWindow> {
  const undo: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of undo.splice(0)) await step();
  };
  try {
    return { ...(await openParts(options, undo)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openParts(
  {
    name,
    folder,
    extension,
    settings = {},
    env = {},
    viewport = { width: 1280, height: 800 },
    language,
  }: WindowOptions,
  undo: (() => Promise<unknown>)[],
): Promise<Omit<OpenWindow, "close">> {
  const resultsDir = path.resolve("test-results", name);
  await mkdir(resultsDir, { recursive: true });
  const dataDir = await mkdtemp(path.join(tmpdir(), "cot-vscode-"));
  undo.unshift(() => rm(dataDir, { recursive: true, force: true, maxRetries: 3 }));
  const packed = "vsix" in extension ? { vsix: extension.vsix } : {};
  const logFile = path.join(resultsDir, "server.log");
  const server = await startVsCodeServer({ dataDir, logFile, settings, env, ...packed });
  undo.unshift(() => server.stop());
  const browser = await launchBrowser();
  undo.unshift(() => browser.close());
  const page = await browser.newPage({ viewport });
  page.on("console", (line) => appendFileSync(path.join(resultsDir, "page.log"), `${line.text()}\n`));
  if (language)
    await page.addInitScript((tag) => Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: tag }), language);
  const paths = "vsix" in extension ? {} : { extensionDevelopmentPath: extension.developmentPath };
  await page.goto(server.url(folder, paths));
  return { page, resultsDir, settingsFile: machineSettingsFile(dataDir) };
}
