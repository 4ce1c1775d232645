import { commands, type Disposable } from "vscode";
import { canAnswerNow } from "../core/run/canAnswerNow.ts";
import { canResume } from "../core/run/canResume.ts";
import { isOver } from "../core/run/runStatus.ts";
import type { Runs } from "./runs.ts";

const telling = ["begin", "status", "retitle"];

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
      const steps = run && isOver(run.record.status) ? run.record.steps : [];
      void commands.executeCommand("setContext", "cotViewer.canTitle", steps.length > 0);
      const isTitled = steps.some(({ modelTitle }) => modelTitle !== undefined);
      void commands.executeCommand("setContext", "cotViewer.hasModelTitles", isTitled);
    });
  };
  tell();
  return runs.onChanges(({ changes, reset }) => {
    if (reset || changes.some(({ op }) => telling.includes(op))) tell();
  });
}
