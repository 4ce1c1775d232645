import { downloadAndUnzipVSCode } from "@vscode/test-electron";

/** An answer that comes later than this counts as no network. */
const answerLimitMs = 4000;

/** Whether a window could be shown here. */
export function hasDisplay(): boolean {
  if (process.platform !== "linux") return true;
  return Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
}

/** Finds or downloads a desktop VS Code; where that cannot be, says why. */
export async function obtainDesktop(): Promise<{ executable: string } | { reason: string }> {
  if (!hasDisplay()) return { reason: "there is no display" };
  try {
    return { executable: await downloadAndUnzipVSCode({ version: "stable", timeout: answerLimitMs }) };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return { reason: `a desktop VS Code could not be downloaded (${cause})` };
  }
}
