import { createWriteStream } from "node:fs";
import { access, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { on } from "node:events";
import path from "node:path";
import type { Readable } from "node:stream";
import { run } from "./run.ts";
import { startGroup } from "./childGroup.ts";

/** The npm package that carries VS Code's own server and web workbench; its version names VS Code's (1.139.1). */
const serverPackage = { name: "code-server", version: "4.139.1" };
const cacheDir = path.resolve(".vscode-test");
const startLimitMs = 60_000;

interface ServerOptions {
  /** Holds settings, secrets and installed extensions: a new folder is a clean VS Code. */
  dataDir: string;
  /** Receives everything the server prints. */
  logFile: string;
  /** Added to the first settings; a data folder that already has settings keeps its own. */
  settings?: Record<string, unknown>;
  /** A packed extension to install before the start. */
  vsix?: string;
  env?: NodeJS.ProcessEnv;
  /** Without it any local program could speak to the server; tests on 127.0.0.1 may leave it out. */
  token?: string;
  /** A port or a range such as "8000-8099"; by default any free one. */
  port?: string;
}

interface VsCodeServer {
  /** The address of the window on a folder of this machine. */
  url(folder: string, paths?: DevelopmentPaths): string;
  stop(): Promise<void>;
}

/** What the page hands to VS Code besides the folder; both are absolute paths on the server. */
interface DevelopmentPaths {
  extensionDevelopmentPath?: string;
  extensionTestsPath?: string;
}

/** Returns the folder of VS Code's server build, fetched through npm on first use. */
export async function obtainVsCodeServer(): Promise<string> {
  const home = path.join(cacheDir, `server-${serverPackage.version}`);
  if (await exists(path.join(home, "out", "server-main.js"))) return home;
  console.log(`Fetching VS Code's server build (${serverPackage.name} ${serverPackage.version}, once) …`);
  await mkdir(cacheDir, { recursive: true });
  const scratch = await mkdtemp(path.join(cacheDir, "fetch-"));
  try {
    await run("npm", ["pack", `${serverPackage.name}@${serverPackage.version}`, "--silent"], {
      cwd: scratch,
    });
    const archive = `${serverPackage.name}-${serverPackage.version}.tgz`;
    await run("tar", ["-xzf", archive, "package/lib/vscode"], { cwd: scratch });
    const unpacked = path.join(scratch, "package", "lib", "vscode");
    // Install scripts would need a compiler; VS Code does without what they build.
    await run("npm", ["install", "--omit=dev", "--ignore-scripts", "--silent"], { cwd: unpacked });
    // Only a whole copy gets the final name, so an interrupted fetch is never taken for one.
    await rename(unpacked, home);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return home;
}

/** Starts the server on a free port of 127.0.0.1 and resolves when it listens. */
export async function startVsCodeServer(options: ServerOptions): Promise<VsCodeServer> {
  const main = path.join(await obtainVsCodeServer(), "out", "server-main.js");
  const settings = path.join(options.dataDir, "data", "User", "settings.json");
  await mkdir(path.dirname(settings), { recursive: true });
  await mkdir(path.dirname(options.logFile), { recursive: true });
  if (!(await exists(settings))) {
    await writeFile(settings, JSON.stringify({ ...quietSettings, ...options.settings }, null, 2));
  }
  const dataArgs = ["--accept-server-license-terms", "--server-data-dir", options.dataDir];
  if (options.vsix)
    await installExtension([main, ...dataArgs], { vsix: options.vsix, logFile: options.logFile });
  const entry = options.token ? ["--connection-token", options.token] : ["--without-connection-token"];
  const args = [
    main,
    ...dataArgs,
    ...entry,
    ...pageArgs,
    "--host",
    "127.0.0.1",
    "--port",
    options.port ?? "0",
  ];
  const group = startGroup(process.execPath, args, { env: { ...process.env, ...options.env } });
  const log = createWriteStream(options.logFile, { flags: "a" });
  group.output.pipe(log, { end: false });
  group.errors.pipe(log, { end: false });
  try {
    const port = await listeningPort(group.output, options.logFile);
    return {
      url: (folder, paths = {}) => pageUrl({ port, token: options.token }, folder, paths),
      stop: () => group.stop(),
    };
  } catch (error) {
    await group.stop();
    throw error;
  }
}

/** The settings of this machine, which win over the user's; a running window sees only these change from outside. */
export function machineSettingsFile(dataDir: string): string {
  return path.join(dataDir, "data", "Machine", "settings.json");
}

async function installExtension(
  command: string[],
  { vsix, logFile }: { vsix: string; logFile: string },
): Promise<void> {
  await run(process.execPath, [...command, "--install-extension", path.resolve(vsix)], { logFile });
}

function pageUrl(
  at: { port: number; token: string | undefined },
  folder: string,
  paths: DevelopmentPaths,
): string {
  const remote = (file: string) => `vscode-remote://localhost:${at.port}${posixPath(file)}`;
  const payload = Object.entries<string>({ ...paths }).map(([key, file]) => [key, remote(file)]);
  const query = new URLSearchParams({ folder: posixPath(folder), payload: JSON.stringify(payload) });
  if (at.token) query.set("tkn", at.token);
  return `http://localhost:${at.port}/?${query.toString()}`;
}

/** Without the smoke test driver the server drops the development paths from the page's payload. */
const pageArgs = ["--enable-smoke-test-driver", "--disable-getting-started-override"];

/** Keeps the window to what this extension shows: no welcome page, no trust question, no chat panel. */
const quietSettings = {
  "security.workspace.trust.enabled": false,
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "telemetry.telemetryLevel": "off",
  "extensions.autoCheckUpdates": false,
};

async function listeningPort(output: Readable, logFile: string): Promise<number> {
  const limit = AbortSignal.timeout(startLimitMs);
  try {
    let seen = "";
    for await (const [chunk] of on(output, "data", { signal: limit, close: ["end"] })) {
      seen += String(chunk);
      const port = /agent listening on (\d+)/.exec(seen)?.[1];
      if (port) return Number(port);
    }
  } catch (error) {
    if (!limit.aborted) throw error;
  }
  throw new Error(`VS Code's server did not listen within ${startLimitMs / 1000} s; its log is ${logFile}`);
}

/** Windows paths become `/c:/…`, as in a URI. */
function posixPath(file: string): string {
  const slashed = path.resolve(file).replaceAll("\\", "/");
  return slashed.startsWith("/") ? slashed : `/${slashed}`;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
