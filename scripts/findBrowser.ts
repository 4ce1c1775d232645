import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { run } from "./run.ts";

const onPath = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];

const programFiles = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap(
  (name) => process.env[name] ?? [],
);

const atFixedPlaces = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ...programFiles.flatMap((folder) => [
    path.join(folder, "Google", "Chrome", "Application", "chrome.exe"),
    path.join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
  ]),
];

/** How each package manager that can do it without a question installs Chromium. */
const packageManagers: Record<string, string[][]> = {
  "apt-get": [["update"], ["install", "--yes", "--no-install-recommends", "chromium"]],
  dnf: [["install", "--assumeyes", "chromium"]],
  zypper: [["--non-interactive", "install", "chromium"]],
  pacman: [["--sync", "--refresh", "--noconfirm", "chromium"]],
  apk: [["add", "chromium"]],
};

const whatToInstall =
  "The tests need Chromium, Google Chrome or Microsoft Edge: install one of them and run this again.";

/** Returns the path of a Chromium, Chrome or Edge on this machine. */
export function findBrowser(): string | undefined {
  const places = [...onPath.flatMap((name) => whereIs(name) ?? []), ...atFixedPlaces.filter(existsSync)];
  return places.find(answers);
}

/** Finds a browser or installs one where this user may; rejects with a sentence saying what to install. */
export async function obtainBrowser(): Promise<string> {
  const found = findBrowser();
  if (found) return found;
  const manager = Object.keys(packageManagers).find(whereIs);
  const asRoot = rootPrefix();
  if (!manager || !asRoot) throw new Error(whatToInstall);
  console.log(`No browser found: installing Chromium with ${manager} …`);
  for (const args of packageManagers[manager] ?? []) {
    const [command = manager, ...rest] = [...asRoot, manager, ...args];
    await run(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  }
  const installed = findBrowser();
  if (!installed) throw new Error(`${manager} ended well but no browser was found. ${whatToInstall}`);
  return installed;
}

/** The full path of a program on the PATH. */
export function whereIs(name: string): string | undefined {
  const endings = process.platform === "win32" ? [".exe", ".cmd"] : [""];
  return (process.env["PATH"] ?? "")
    .split(path.delimiter)
    .flatMap((folder) => endings.map((ending) => path.join(folder, name + ending)))
    .find(existsSync);
}

/** Some systems put a placeholder on the PATH that only says where to get the real program. */
function answers(browser: string): boolean {
  if (process.platform === "win32") return true;
  return spawnSync(browser, ["--version"], { timeout: 10_000 }).status === 0;
}

function rootPrefix(): string[] | undefined {
  if (process.getuid?.() === 0) return [];
  return spawnSync("sudo", ["--non-interactive", "true"]).status === 0 ? ["sudo"] : undefined;
}
