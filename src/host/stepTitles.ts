import { env, l10n, window, workspace, type Disposable } from "vscode";
import type { RunRecord } from "../core/run/runRecord.ts";
import { isOver } from "../core/run/runStatus.ts";
import { askBeside, askInWindow } from "./askInWindow.ts";
import type { Endpoints } from "./endpoints.ts";
import type { Keys } from "./keys.ts";
import type { Ledger } from "./ledger.ts";
import type { Runs } from "./runs.ts";
import { settings } from "./settings.ts";
import { titleSteps, type TitleTools } from "./titleSteps.ts";

/** Titles by the model for the steps of the run that is shown, and the way back from them. */
export interface StepTitles extends Disposable {
  write(): Promise<void>;
  useLocal(): Promise<void>;
}

export function createStepTitles({
  runs,
  endpoints,
  keys,
  ledger,
}: {
  runs: Runs;
  endpoints: Endpoints;
  keys: Keys;
  ledger: Ledger;
}): StepTitles {
  let writing = false;
  const writeFor = async (record: Readonly<RunRecord>, ask: TitleTools["ask"]) => {
    if (writing) return;
    writing = true;
    const endpoint = endpoints.active();
    const tools = {
      ask,
      t: l10n.t,
      language: env.language,
      endpoint,
      keys,
      spent: (told: Readonly<RunRecord>) => ledger.add(told),
    };
    try {
      const titles = await titleSteps(tools, record);
      if (titles) await runs.remark(record, { op: "retitle", titles });
    } finally {
      writing = false;
    }
  };

  const offering = runs.onGoing((changes) => {
    const isDone = changes.some((change) => change.op === "status" && change.status.state === "done");
    const record = runs.going()?.record;
    if (!isDone || !record || record.steps.length === 0) return;
    if (settings.modelTitles() && workspace.isTrusted && !record.head.sample)
      void writeFor(record, askBeside);
  });

  return {
    async write() {
      const record = (await runs.shown())?.record;
      if (!record || !isOver(record.status) || record.steps.length === 0) return;
      if (workspace.isTrusted) return writeFor(record, askInWindow);
      const words = l10n.t("This workspace is not trusted, so nothing of it is sent to a model.");
      void window.showInformationMessage(words);
    },
    async useLocal() {
      const record = (await runs.shown())?.record;
      if (record) await runs.remark(record, { op: "retitle", titles: [] });
    },
    dispose() {
      offering.dispose();
    },
  };
}
