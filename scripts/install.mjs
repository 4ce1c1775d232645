// Plain JavaScript for Node 20: it runs before anything is installed, then hands over to the project's own Node.
// Usage: node scripts/install.mjs SCRIPT [ARGUMENT...]
import { spawn, spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const modules = path.join(root, "node_modules");
const windows = process.platform === "win32";
const ownNode = path.join(modules, "node", "bin", windows ? "node.exe" : "node");

process.chdir(root);
if (!isInstalled()) {
  console.log("Installing the packages this project needs (npm ci) …");
  const { status } = spawnSync("npm", ["ci"], { stdio: "inherit", shell: windows });
  if (status !== 0) process.exit(status ?? 1);
}

const binaries = path.join(modules, ".bin");
const child = spawn(ownNode, process.argv.slice(2), {
  stdio: "inherit",
  env: { ...process.env, PATH: `${binaries}${path.delimiter}${process.env.PATH ?? ""}` },
});
// The terminal sends Ctrl-C to both; this one stays until the script has cleaned up.
process.on("SIGINT", () => {});
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));

/** npm writes its own copy of the lockfile last, so its age is the age of the whole installation. */
function isInstalled() {
  const done = path.join(modules, ".package-lock.json");
  if (!existsSync(done) || !existsSync(ownNode)) return false;
  return statSync(done).mtimeMs >= statSync(path.join(root, "package-lock.json")).mtimeMs;
}
