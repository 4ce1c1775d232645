import { env, l10n, StatusBarAlignment, window, type Disposable } from "vscode";
import { money } from "../core/run/money.ts";
import type { RunRecord } from "../core/run/runRecord.ts";
import { isOver } from "../core/run/runStatus.ts";
import { unnamedTitle } from "../core/steps/step.ts";
import type { Endpoints } from "./endpoints.ts";
import type { Ledger } from "./ledger.ts";
import type { Runs } from "./runs.ts";

/** Endpoint and model at the foot of the window; turning while a question is being answered. */
export function createStatusBar({
  runs,
  endpoints,
  ledger,
}: {
  runs: Runs;
  endpoints: Endpoints;
  ledger: Ledger;
}): Disposable {
  const item = window.createStatusBarItem("cotViewer.status", StatusBarAlignment.Right, 90);
  item.name = l10n.t("Reasoning");
  item.command = "cotViewer.chooseEndpoint";

  const show = async () => {
    const { name, model, effort, sample } = await endpoints.label();
    const run = runs.going();
    const running = run !== undefined && !isOver(run.record.status);
    const words = sample ? [name] : [name, model, ...(effort === undefined ? [] : [effort])];
    item.text = `${running ? "$(loading~spin)" : "$(lightbulb-sparkle)"} ${words.join(" · ")}`;
    const about = sample
      ? l10n.t("Sample: a recorded trace, no model")
      : l10n.t("Choose endpoint, model and effort");
    item.tooltip = [(running && runningTitle(run.record)) || about, ...spent(ledger)].join("\n");
    item.show();
  };

  // Text alone changes nothing here, and there is a lot of it.
  const telling = ["begin", "status", "openStep", "nameStep", "closeStep"];
  const parts: Disposable[] = [
    item,
    endpoints.onChange(() => void show()),
    runs.onGoing((changes) => {
      if (changes.some(({ op }) => telling.includes(op))) void show();
    }),
  ];
  void show();
  return {
    dispose() {
      for (const part of parts) part.dispose();
    },
  };
}

/** The title of the step that goes on, "" before the first. */
function runningTitle({ steps }: Readonly<RunRecord>): string {
  const title = steps.at(-1)?.title ?? "";
  return title === unnamedTitle ? l10n.t("Thinking") : title;
}

/** What was spent today and this month, a line each; none where no price is known. */
function spent(ledger: Ledger): string[] {
  const { day, month } = ledger.sums(new Date());
  const words = (sums: Record<string, number>) =>
    Object.entries(sums)
      .map(([currency, amount]) => `≈ ${money(amount, currency, env.language)}`)
      .join(", ");
  const [today, thisMonth] = [words(day), words(month)];
  return [
    ...(today ? [l10n.t("Today: {0}", today)] : []),
    ...(thisMonth ? [l10n.t("This month: {0}", thisMonth)] : []),
  ];
}
