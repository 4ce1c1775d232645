import { l10n, window } from "vscode";
import type { RunCode } from "./runCode.ts";
import { stepName } from "./stepName.ts";
import type { Viewer } from "./viewer.ts";

export const showStepCommand = "cotViewer.showStep";

/** Leads to a step, by the id of its run and the number of it; of several, to the one that is picked. */
export type ShowStep = (run: unknown, steps: unknown) => Promise<void>;

/** What the command is given is checked, since any extension may run it. */
export function createShowStep(code: Pick<RunCode, "record">, viewer: Pick<Viewer, "showStep">): ShowStep {
  return async (run, wanted) => {
    const { record } = code;
    if (!record || record.head.id !== run || !Array.isArray(wanted)) return;
    const items = record.steps.flatMap((step, index) => {
      if (!wanted.includes(index + 1)) return [];
      const { kind, title } = stepName(index + 1, step);
      // In a list `$(name)` would be an icon.
      return [{ label: `${kind}: ${title.replaceAll("$(", "\\$(")}`, step: index + 1 }];
    });
    const one =
      items.length > 1 ? await window.showQuickPick(items, { title: l10n.t("Steps about this") }) : items[0];
    if (one) await viewer.showStep(record.head.id, one.step);
  };
}
