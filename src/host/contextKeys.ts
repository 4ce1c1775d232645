import { commands, type Disposable } from "vscode";
import type { Runs } from "./runs.ts";

/** Tells VS Code what there is, so that commands without an object stay out of the palette. */
export function followContextKeys(runs: Runs): Disposable {
  const tell = () => {
    void commands.executeCommand("setContext", "cotViewer.running", runs.isRunning());
    void runs
      .shown()
      .then((run) => commands.executeCommand("setContext", "cotViewer.hasRun", run !== undefined));
  };
  tell();
  return runs.onChanges(({ changes }) => {
    if (changes.some(({ op }) => op === "begin" || op === "status")) tell();
  });
}
