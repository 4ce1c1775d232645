import assert from "node:assert/strict";
import { test } from "node:test";
import { wholeRun } from "./sampleRun.ts";
import { openViewer, type Viewer } from "./support.ts";

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
