import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";

interface RunOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Receives what the program prints, instead of the terminal. */
  logFile?: string;
}

/** Runs a program to its end; rejects, naming the command, when it does not end with 0. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<void> {
  const { logFile, ...place } = options;
  const [program, ...before] = resolveNpm(command);
  const output = logFile ? openSync(logFile, "a") : "inherit";
  try {
    const child = spawn(program, [...before, ...args], { ...place, stdio: ["ignore", output, output] });
    const [code, signal] = await once(child, "exit");
    if (code === 0) return;
    const details = logFile ? `; see ${logFile}` : "";
    throw new Error(`"${command} ${args.join(" ")}" ended with ${signal ?? code}${details}`);
  } finally {
    if (typeof output === "number") closeSync(output);
  }
}

/** npm is a script on Windows; npm itself names the JavaScript behind it to what it runs. */
function resolveNpm(command: string): [string, ...string[]] {
  const npm = process.env["npm_execpath"];
  return command === "npm" && npm ? [process.execPath, npm] : [command];
}
