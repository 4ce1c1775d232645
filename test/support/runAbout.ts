import { EventEmitter } from "vscode";
import type { CodeContext } from "../../src/core/ask/codeContext.ts";
import type { Change } from "../../src/core/run/change.ts";
import { newRecord, type RunRecord } from "../../src/core/run/runRecord.ts";
import type { RunNews } from "../../src/host/runs.ts";
import { asShown } from "../../src/host/stage.ts";
import type { HostTest } from "./hostTest.ts";
import { runHead } from "./runHead.ts";

/** The record of a run about that code, whose closed steps say these texts. */
export function recordAbout(context: CodeContext, ...texts: string[]): RunRecord {
  const record = newRecord(runHead({ id: `about ${texts.join()}`, context }));
  record.steps = texts.map((text, index) => {
    const title = `Thought ${index + 1}`;
    return { title, kind: "check", text, openedAt: index, closedAt: index + 1 };
  });
  return record;
}

/** What shows runs, and shows none but those a test puts there. */
export function fakeRuns(host: HostTest, first?: RunRecord) {
  const changes = new EventEmitter<RunNews>();
  host.after(() => changes.dispose());
  let record = first;
  return {
    onChanges: changes.event,
    shown: async () => record && asShown(record),
    show(next: RunRecord | undefined) {
      record = next;
      changes.fire({ changes: [], reset: true, elapsed: 0 });
    },
    tell: (...told: Change[]) => changes.fire({ changes: told, reset: false, elapsed: 0 }),
  };
}
