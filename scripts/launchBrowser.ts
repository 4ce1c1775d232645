import { chromium, type Browser } from "playwright-core";
import { findBrowser } from "./findBrowser.ts";

/** Keeps a browser without a network or a graphics card quiet. */
const flags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the Chromium, Chrome or Edge of this machine, without a window, on a fresh profile; the caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath)
    throw new Error("no Chromium, Chrome or Edge on this machine; `npm test` installs one");
  return chromium.launch({ executablePath, args: flags });
}
