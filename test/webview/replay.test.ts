import assert from "node:assert/strict";
import { test } from "node:test";
import type { Change } from "../../src/core/run/change.ts";
import { applyChange, newRecord, replayRecord } from "../../src/core/run/runRecord.ts";
import type { ToView } from "../../src/protocol.ts";
import { ending, longRun } from "./longRun.ts";
import { answering, ended, head, sampleSteps, thinking, wholeRun } from "./sampleRun.ts";
import { openViewer, type Viewer } from "./support.ts";

/** The page without what says when it was looked at. */
const picture = (viewer: Viewer) =>
  viewer.page.evaluate(() => {
    const copy = document.body.cloneNode(true);
    if (!(copy instanceof HTMLElement)) return [];
    for (const node of copy.querySelectorAll(
      "script, [role=status], .facts, .summary, [data-state=running] .time",
    ))
      node.remove();
    // Whether it follows the end is the reader's, not the run's.
    copy.querySelector("main")?.removeAttribute("class");
    return copy.innerHTML.replaceAll(">", ">\n").split("\n");
  });

function record(changes: Change[]): Change[] {
  const all = newRecord(head);
  for (const change of changes) applyChange(all, change);
  return replayRecord(all);
}

/** The picture of the live run, as soon as it is the expected one or at the latest after two seconds. */
async function live(changes: Change[], size: number, expected: string[]): Promise<string[]> {
  const viewer = await openViewer({ height: 2000 });
  for (let from = 0; from < changes.length; from += size) {
    await viewer.changes(changes.slice(from, from + size), { elapsed: 40_000 });
  }
  let seen = await picture(viewer);
  // A block that is dear to draw is drawn a few frames later.
  for (let frame = 0; frame < 120 && String(seen) !== String(expected); frame++) {
    await viewer.page.evaluate(() => new Promise(requestAnimationFrame));
    seen = await picture(viewer);
  }
  await viewer.close();
  return seen;
}

async function replayed(changes: Change[]): Promise<string[]> {
  const viewer = await openViewer({ height: 2000 });
  await viewer.changes(thinking(3), { elapsed: 2000 });
  await viewer.changes(changes, { reset: true, elapsed: 40_000 });
  const seen = await picture(viewer);
  await viewer.close();
  return seen;
}

const moments: Record<string, Change[]> = {
  "while thinking": thinking(6),
  "while answering": [...thinking(sampleSteps.length), ...answering(420)],
  done: wholeRun(),
  stopped: [...thinking(4).slice(0, -3), { op: "status", status: { state: "stopped" }, at: 15_000 }],
  "only an answer": [
    { op: "begin", version: 1, run: head },
    { op: "growAnswer", text: "\n" },
    { op: "growAnswer", text: "Yes.\n\n1. one\n" },
    { op: "growAnswer", text: "\n2. two\n\n[x]: http://e.org\nsee [x]" },
    ...ended(),
  ],
};

for (const [moment, changes] of Object.entries(moments)) {
  test(`a replay shows what the live run showed: ${moment}`, async () => {
    const expected = await replayed(record(changes));
    assert.ok(expected.includes("Find bugs</button>"));
    for (const size of [changes.length, 37, 11]) {
      assert.deepEqual(await live(changes, size, expected), expected, `${moment}, ${size} changes a message`);
    }
  });
}

test("an empty reset shows the welcome, another run replaces the first", async () => {
  const viewer = await openViewer();
  await viewer.changes(wholeRun(), { reset: true });
  await viewer.changes(thinking(2, { ...head, id: "run-2", intent: "explain" }));
  assert.equal(await viewer.page.locator("[data-step]").count(), 2);
  assert.equal(await viewer.page.getByRole("region", { name: "Answer" }).count(), 0);
  await viewer.changes([], { reset: true });
  assert.equal(await viewer.page.getByRole("region", { name: "Question" }).count(), 0);
  assert.ok(await viewer.page.getByRole("button", { name: "Try the Sample" }).isVisible());
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});

/** How high all that scrolls is, where it stands, and how many groups of rows in view have none yet. */
const standing = (viewer: Viewer, message?: ToView) =>
  viewer.page.evaluate(async (data) => {
    await new Promise((done) => {
      // Called after the page's own listener, and so in the same frame as it, after what it draws.
      window.addEventListener("message", () => requestAnimationFrame(done), { once: true });
      window.postMessage(data);
    });
    const { scrollTop: top = 0, scrollHeight: height = 0 } = document.querySelector("main") ?? {};
    const groups = [...document.querySelectorAll(".group.unfilled")].map((group) =>
      group.getBoundingClientRect(),
    );
    const blank = groups.filter((group) => group.top < window.innerHeight && group.bottom > 0).length;
    return { top, height, blank };
  }, message);

test("a run opened again shows its rows in its first frame, and stays where it is while the others are made", async () => {
  const changes = [...longRun(500), ...ending(500)];
  const message: ToView = { type: "changes", changes, reset: true, elapsed: 0 };
  const whole = (viewer: Viewer) =>
    viewer.page.waitForFunction(() => document.querySelectorAll("[data-step]").length === 500);
  for (const scroll of [0, 6000, 100_000]) {
    const before = await openViewer();
    await before.send(message);
    await whole(before);
    await before.page.locator("main").evaluate((main, top) => void (main.scrollTop = top), scroll);
    const expected = await standing(before);
    assert.equal(expected.blank, 0);
    const state = await before.page.evaluate(() => {
      window.dispatchEvent(new Event("pagehide"));
      return window.kept;
    });
    await before.close();

    const viewer = await openViewer({ state });
    assert.deepEqual(await standing(viewer, message), expected);
    await whole(viewer);
    assert.deepEqual(await standing(viewer), expected);
    await viewer.close();
  }
});

test("a page that is never called idle shows all of a run, only later", async () => {
  const viewer = await openViewer({ width: 400 });
  await viewer.page.evaluate(() => {
    window.requestIdleCallback = (task, { timeout } = {}) =>
      timeout === undefined
        ? 0
        : Number(setTimeout(() => task({ didTimeout: true, timeRemaining: () => 0 }), timeout));
  });
  await viewer.changes([...longRun(200), ...ending(200)], { reset: true });
  const segments = viewer.page.locator(".overview .segment");
  await segments.first().waitFor();
  await viewer.page.waitForFunction(() => document.querySelectorAll("[data-step]").length === 200);
  await viewer.page.locator('[data-step="200"] .step-head[title*=" tokens"]').waitFor({ state: "attached" });
  await viewer.close();
});
