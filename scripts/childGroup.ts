import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";

interface ChildGroup {
  output: Readable;
  errors: Readable;
  /** Ends the program and all it started; resolves when it is gone. */
  stop(): Promise<void>;
}

const graceMs = 3000;
const running = new Set<ChildProcess>();

/** Starts a program as the head of its own process group, which ends with this process however that ends. */
export function startGroup(
  command: string,
  args: readonly string[],
  options: { env?: NodeJS.ProcessEnv; cwd?: string } = {},
): ChildGroup {
  endGroupsOnExit();
  const posix = process.platform !== "win32";
  const child = spawn(command, args, { ...options, detached: posix, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  // "close" would wait for grandchildren that inherited the pipes.
  child.once("exit", () => running.delete(child));
  child.once("error", () => running.delete(child));
  return { output: child.stdout, errors: child.stderr, stop: () => stopGroup(child) };
}

async function stopGroup(child: ChildProcess): Promise<void> {
  if (!running.has(child)) return;
  const gone = once(child, "exit");
  signalGroup(child, "SIGTERM");
  const force = setTimeout(() => signalGroup(child, "SIGKILL"), graceMs);
  await gone;
  clearTimeout(force);
  signalGroup(child, "SIGKILL");
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The whole group is gone already, which is what was wanted.
  }
}

let watchingExit = false;

function endGroupsOnExit(): void {
  if (watchingExit) return;
  watchingExit = true;
  process.on("exit", () => running.forEach((child) => signalGroup(child, "SIGKILL")));
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const) {
    process.once(signal, () => process.exit(code));
  }
}
