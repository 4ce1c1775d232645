import { env, l10n, window } from "vscode";
import { runMarkdown } from "../core/run/runMarkdown.ts";
import type { Runs } from "./runs.ts";

/** Copies the shown run, question, answer and every step, as Markdown. */
export async function copyRun(runs: Pick<Runs, "shown">): Promise<void> {
  const run = await runs.shown();
  if (!run) return;
  await env.clipboard.writeText(runMarkdown(run.record, l10n.t));
  void window.showInformationMessage(l10n.t("Copied."));
}
