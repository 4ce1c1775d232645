import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { copySample } from "./copySample.ts";
import { hasDisplay, obtainDesktop } from "./desktop.ts";
import { whereIs } from "./findBrowser.ts";
import { run } from "./run.ts";
import { startVsCodeServer } from "./vscodeServer.ts";

/** Survives between starts, so that keys and earlier runs are there again. */
const home = path.resolve(".vscode-test", "start");
const extension = path.resolve(".");

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function start(): Promise<void> {
  await run("npm", ["run", "--silent", "build"]);
  const workspace = await copySample(path.join(home, "workspace"));

  const onPath = codeOnPath();
  const desktop = "executable" in onPath ? onPath : await obtainDesktop();
  if ("executable" in onPath) console.log(`Opening VS Code: ${onPath.executable}, the "code" on the PATH.`);
  else if ("executable" in desktop)
    console.log(`Opening a desktop VS Code of its own, since ${onPath.reason}.`);
  else {
    const reasons = [...new Set([onPath.reason, desktop.reason])].join(" and ");
    console.log(`Opening VS Code's server build in the browser, since ${reasons}.`);
  }

  if ("executable" in desktop) await openDesktop(desktop.executable, workspace);
  else await openServer(workspace);
}

/** The `code` of a remote terminal opens its files on another machine, where this folder is not. */
function codeOnPath(): { executable: string } | { reason: string } {
  if (!hasDisplay()) return { reason: "there is no display" };
  if (process.env["VSCODE_IPC_HOOK_CLI"])
    return { reason: `the "code" of a remote terminal cannot load an extension` };
  const executable = whereIs("code");
  return executable ? { executable } : { reason: `there is no "code" on the PATH` };
}

/** Resolves when the window is closed; Ctrl-C closes it. */
async function openDesktop(executable: string, workspace: string): Promise<void> {
  const userData = path.join(home, "user-data");
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const own = ["--wait", "--new-window", "--disable-workspace-trust", `--user-data-dir=${userData}`, ...root];
  const args = [...own, `--extensionDevelopmentPath=${extension}`, workspace];
  const child = spawn(executable, args, { stdio: "inherit", shell: executable.endsWith(".cmd") });
  process.once("SIGINT", () => void closeWindow(userData));
  console.log("Close the window or press Ctrl-C to end.");
  const [code] = await once(child, "exit");
  process.exitCode = Number(code ?? 0);
}

/** The `code` command only waits for the program that owns the window, whose id VS Code keeps beside its user data. */
async function closeWindow(userData: string): Promise<void> {
  const pid = Number(await readFile(path.join(userData, "code.lock"), "utf8").catch(() => ""));
  if (pid > 0) process.kill(pid);
}

async function openServer(workspace: string): Promise<void> {
  const server = await startVsCodeServer({
    dataDir: path.join(home, "server-data"),
    logFile: path.join(home, "server.log"),
    // A browser keeps secrets and layout by address, so the port stays the same where it is free.
    port: "41760-41799",
    token: randomUUID(),
  });
  const url = server.url(workspace, { extensionDevelopmentPath: extension });
  console.log(`\n${url}\n\nOpen this address in a browser on this machine. Ctrl-C ends everything.`);
  if (hasDisplay()) openInBrowser(url);
}

/** Opens the system's browser; the address is printed as well, so a failure needs no word of its own. */
function openInBrowser(url: string): void {
  const [command, ...args] = {
    darwin: ["open"],
    win32: ["rundll32", "url.dll,FileProtocolHandler"],
  }[process.platform as string] ?? ["xdg-open"];
  spawn(command ?? "", [...args, url], { stdio: "ignore" }).on("error", () => {});
}
