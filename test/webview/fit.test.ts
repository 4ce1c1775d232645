import assert from "node:assert/strict";
import { test } from "node:test";
import type { Change, RunStatus } from "../../src/core/run/change.ts";
import { outsideOf } from "./outsideOf.ts";
import { answering, head, sampleSteps, thinking, wholeRun } from "./sampleRun.ts";
import { openViewer } from "./support.ts";

const begin: Change = { op: "begin", version: 1, run: head };
const status = (to: RunStatus): Change => ({ op: "status", status: to, at: 1000 });

const states: Record<string, Change[]> = {
  empty: [],
  waiting: [begin, status({ state: "waiting", queued: true })],
  thinking: thinking(10),
  circling: [...thinking(10), { op: "circling", since: 3 }],
  answered: [
    ...thinking(4),
    {
      op: "answerNow",
      how: "answerAskedAgain",
      request: { url: "", headers: [], body: {} },
      after: 4,
      paid: {},
    },
    status({ state: "waiting" }),
  ],
  answering: [...thinking(sampleSteps.length), ...answering(600)],
  done: wholeRun({ ...head, sample: true, question: "long ".repeat(40), intent: "ask" }),
  failed: [begin, status({ state: "failed", failure: { kind: "network", said: "x".repeat(300) } })],
};

for (const width of [280, 300, 400, 700, 1200]) {
  test(`nothing runs over its edge at ${width} px, and the bars stay one line each`, async () => {
    const viewer = await openViewer({ width, height: 700 });
    for (const [name, changes] of Object.entries(states)) {
      await viewer.changes(changes, { reset: true, elapsed: 3_600_000 });
      await viewer.page.keyboard.press("e");
      const over = await outsideOf(viewer.page);
      assert.deepEqual(over, [], `${name}: outside the page`);
      for (const [part, height] of [
        [".asked", 30],
        [".status-line", 30],
        [".section-head", 34],
        [".step-head", 26],
      ] as const) {
        for (const element of await viewer.page.locator(`${part}:visible`).all()) {
          const box = await element.boundingBox();
          assert.ok(box && box.height <= height, `${name}: ${part} is ${box?.height} px high`);
        }
      }
    }
    assert.deepEqual(viewer.trouble, []);
    await viewer.close();
  });
}
