import assert from "node:assert/strict";
import { test } from "node:test";
import type { RunRecord } from "../../src/core/run/runRecord.ts";
import { newRecord } from "../../src/core/run/runRecord.ts";
import { asShown, createStage, type LastShown } from "../../src/host/stage.ts";
import { runHead } from "../support/runHead.ts";

/** A stage as it is after a reload, over journals of these runs, the newest last. */
function stageAfter(lastShown: LastShown, ids: readonly string[]) {
  const records = ids.map((id): RunRecord => newRecord(runHead({ id })));
  return createStage(
    {
      read: async (id) => records.find(({ head }) => head.id === id),
      newest: async () => records.at(-1),
    },
    lastShown,
  );
}

function memory(kept?: string): LastShown {
  return { read: () => kept, write: (id) => (kept = id) };
}

test("after a reload the run that was shown last is shown again, or none where it was taken away or deleted", async () => {
  const cases: [last: string | undefined, shown: string | undefined][] = [
    [undefined, "new"],
    ["old", "old"],
    ["new", "new"],
    ["deleted", undefined],
    ["", undefined],
  ];
  for (const [last, shown] of cases) {
    const run = await stageAfter(memory(last), ["old", "new"]).shown();
    assert.equal(run?.record.head.id, shown, `shown last: ${last}`);
  }
});

test("what is put on the stage is what the next session finds there", async () => {
  const last = memory();
  stageAfter(last, []).put(asShown(newRecord(runHead({ id: "old" }))));
  const next = stageAfter(last, ["old", "new"]);
  assert.equal((await next.shown())?.record.head.id, "old");
  next.put(undefined);
  assert.equal(await stageAfter(last, ["old", "new"]).shown(), undefined);
});

test("a run put there while the first one is looked for stays", async () => {
  const stage = stageAfter(memory(), ["new"]);
  const looking = stage.shown();
  stage.put(asShown(newRecord(runHead({ id: "asked" }))));
  assert.equal((await looking)?.record.head.id, "asked");
});
