import assert from "node:assert/strict";
import { test } from "node:test";
import { phasesNow } from "../../src/webview/steps/phasesNow.ts";

const at = (...from: number[]) => from.map((step) => ({ from: step, title: `from ${step}` }));

test("heads come and go only where the reader may see it", () => {
  const shown = at(1, 4, 9);
  const wanted = at(1, 6, 9, 12);
  const cases: [free: number[], now: number[]][] = [
    [[], [1, 4, 9]],
    [[4], [1, 9]],
    [
      [6, 12],
      [1, 4, 6, 9, 12],
    ],
    [
      [4, 6, 12],
      [1, 6, 9, 12],
    ],
  ];
  for (const [free, now] of cases) {
    const seen = phasesNow(shown, wanted, (from) => free.includes(from));
    assert.deepEqual(seen, at(...now), `may move at ${String(free)}`);
  }
});

test("a phase that stays takes its new title", () => {
  const seen = phasesNow(at(1), [{ from: 1, title: "better" }], () => false);
  assert.deepEqual(seen, [{ from: 1, title: "better" }]);
});
