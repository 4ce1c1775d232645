import assert from "node:assert/strict";
import { test } from "node:test";
import { wholeRun } from "./sampleRun.ts";
import { openViewer, setup, type Viewer } from "./support.ts";

const row = (viewer: Viewer, step: number) => viewer.page.locator(`[data-step="${step}"]`);

/** The steps the host was told of one after the other, 0 for none. */
async function told(viewer: Viewer): Promise<number[]> {
  const steps = (await viewer.posted()).flatMap((message) => {
    if (message.type === "focusStep") return [message.step];
    return message.type === "leaveStep" ? [0] : [];
  });
  return steps.filter((step, index) => step !== steps[index - 1]);
}

test("the host is told at which step the reader is: by key, by press, in its text, from the strip", async () => {
  const viewer = await openViewer();
  const { keyboard } = viewer.page;
  await viewer.changes(wholeRun(), { reset: true });
  assert.deepEqual(await told(viewer), [], "a run alone is no focus");
  await row(viewer, 2).locator(".step-head").focus();
  await keyboard.press("ArrowDown");
  await keyboard.press("e");
  await row(viewer, 1).locator(".step-body p").first().click();
  await viewer.page.locator(".overview .segment").nth(4).click();
  assert.deepEqual(await told(viewer), [2, 3, 1, 5]);
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});

test("Escape leaves the step, after it has closed the find box", async () => {
  const viewer = await openViewer();
  const { keyboard } = viewer.page;
  await viewer.changes(wholeRun(), { reset: true });
  await row(viewer, 3).locator(".step-head").focus();
  await keyboard.press("/");
  await keyboard.press("Escape");
  assert.deepEqual(await told(viewer), [3]);
  await keyboard.press("Escape");
  assert.deepEqual(await told(viewer), [3, 0]);
  await row(viewer, 3).locator(".step-head").click();
  assert.deepEqual(await told(viewer), [3, 0, 3], "the same step again");
  await viewer.close();
});

test("a step that is asked for elsewhere is opened, in view and in focus", async () => {
  const viewer = await openViewer({ height: 300 });
  await viewer.changes(wholeRun(), { reset: true });
  const head = row(viewer, 9).locator(".step-head");
  for (const step of [9, 2, 9]) {
    await viewer.send({ type: "showStep", step });
    assert.equal(await row(viewer, step).locator(".step-head").getAttribute("aria-expanded"), "true");
    assert.equal((await told(viewer)).at(-1), step);
  }
  assert.ok(await head.evaluate((button) => button === document.activeElement));
  const box = await head.boundingBox();
  assert.ok(box && box.y >= 0 && box.y + box.height <= 300, JSON.stringify(box));
  for (const step of [0, 99, -1]) await viewer.send({ type: "showStep", step });
  assert.ok(await head.evaluate((button) => button === document.activeElement));
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});

test("a step that is asked for while the page was away is gone to as soon as the run is there", async () => {
  const viewer = await openViewer({ height: 300 });
  await viewer.page.evaluate(
    ([first, second]) => {
      window.postMessage(first);
      window.postMessage(second);
    },
    [
      { type: "changes", reset: true, changes: wholeRun(), elapsed: 0 },
      { type: "showStep", step: 9 },
    ],
  );
  const head = row(viewer, 9).locator(".step-head");
  await head.waitFor();
  await viewer.send(setup);
  assert.ok(await head.evaluate((button) => button === document.activeElement));
  const box = await head.boundingBox();
  assert.ok(box && box.y >= 0 && box.y + box.height <= 300, JSON.stringify(box));
  await viewer.close();
});
