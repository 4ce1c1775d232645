import { commands, type Disposable } from "vscode";
import { canAnswerNow } from "../core/run/canAnswerNow.ts";
import { canArgue } from "../core/run/canArgue.ts";
import { canResume } from "../core/run/canResume.ts";
import { isOver } from "../core/run/runStatus.ts";
import type { Change } from "../core/run/change.ts";
import type { Runs } from "./runs.ts";

const telling = ["begin", "status", "retitle"];

/** Tells VS Code what there is, so that commands without an object stay out of the palette. */
export function followContextKeys(runs: Runs): Disposable {
  const tell = () => {
    void commands.executeCommand("setContext", "cotViewer.running", runs.isRunning());
    void runs.shown().then((run) => {
      const isElsewhere = runs.isRunning() && run !== runs.going();
      void commands.executeCommand("setContext", "cotViewer.runsElsewhere", isElsewhere);
      void commands.executeCommand("setContext", "cotViewer.hasRun", run !== undefined);
      const canTakeUp = run !== undefined && canResume(run.record);
      void commands.executeCommand("setContext", "cotViewer.canResume", canTakeUp);
      const canAnswer = run !== undefined && canAnswerNow(run.record);
      void commands.executeCommand("setContext", "cotViewer.canAnswerNow", canAnswer);
      const canArgueNow = run !== undefined && canArgue(run.record);
      void commands.executeCommand("setContext", "cotViewer.canArgue", canArgueNow);
      const steps = run && isOver(run.record.status) ? run.record.steps : [];
      void commands.executeCommand("setContext", "cotViewer.canTitle", steps.length > 0);
      const isTitled = steps.some(({ modelTitle }) => modelTitle !== undefined);
      void commands.executeCommand("setContext", "cotViewer.hasModelTitles", isTitled);
    });
  };
  const hear = (changes: Change[]) => {
    if (changes.some(({ op }) => telling.includes(op))) tell();
  };
  tell();
  const shown = runs.onChanges(({ changes, reset }) => (reset ? tell() : hear(changes)));
  const going = runs.onGoing(hear);
  return {
    dispose() {
      shown.dispose();
      going.dispose();
    },
  };
}
