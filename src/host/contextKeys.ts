import { commands, type Disposable } from "vscode";
import { canAnswerNow } from "../core/run/canAnswerNow.ts";
import { canResume } from "../core/run/canResume.ts";
import type { Runs } from "./runs.ts";

/** Tells VS Code what there is, so that commands without an object stay out of the palette. */
export function followContextKeys(runs: Runs): Disposable {
  const tell = () => {
    void commands.executeCommand("setContext", "cotViewer.running", runs.isRunning());
    void runs.shown().then((run) => {
      void commands.executeCommand("setContext", "cotViewer.hasRun", run !== undefined);
      const canTakeUp = run !== undefined && canResume(run.record);
      void commands.executeCommand("setContext", "cotViewer.canResume", canTakeUp);
      const canAnswer = run !== undefined && canAnswerNow(run.record);
      void commands.executeCommand("setContext", "cotViewer.canAnswerNow", canAnswer);
    });
  };
  tell();
  return runs.onChanges(({ changes, reset }) => {
    if (reset || changes.some(({ op }) => op === "begin" || op === "status")) tell();
  });
}
