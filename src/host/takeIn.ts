import { randomUUID } from "node:crypto";
import { l10n } from "vscode";
import { replayRecord } from "../core/run/runRecord.ts";
import type { Runs } from "./runs.ts";
import { newRunId, type RunStore } from "./runStore.ts";
import type { ShownRun } from "./stage.ts";

/** Puts a copy of a file's run into the history, once, and has the viewers show that; rejects when it cannot. */
export type TakeIn = (own: ShownRun) => Promise<void>;

export function createTakeIn({ runs, store }: { runs: Runs; store: RunStore }): TakeIn {
  const copies = new WeakMap<ShownRun, string>();
  return async (own) => {
    // Not its own id, which another run of the history may have.
    const id = copies.get(own) ?? newRunId(new Date(), randomUUID());
    if (!copies.has(own)) store.append(id, replayRecord({ ...own.record, head: { ...own.record.head, id } }));
    copies.set(own, id);
    if (await runs.show(id)) return;
    copies.delete(own);
    throw new Error(l10n.t("This run could not be taken into the history."));
  };
}
