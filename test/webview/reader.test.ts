import assert from "node:assert/strict";
import { test } from "node:test";
import { thinking, wholeRun } from "./sampleRun.ts";
import { openViewer, type Viewer } from "./support.ts";

const header = (viewer: Viewer, step: number) => viewer.page.locator(`[data-step="${step}"] .step-head`);
const isOpen = async (viewer: Viewer, step: number) =>
  (await header(viewer, step).getAttribute("aria-expanded")) === "true";
const openSteps = (viewer: Viewer) =>
  viewer.page.locator(".step-head[aria-expanded=true] .number").allTextContents();
/** The changes that lead from `from` steps to `to` steps. */
const between = (from: number, to: number) => thinking(to).slice(thinking(from).length);

const focused = (viewer: Viewer) =>
  viewer.page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-step]")?.dataset.step);
test("selecting text in a title or in a body toggles nothing", async () => {
  const viewer = await openViewer({ height: 1200 });
  await viewer.changes(wholeRun());
  const title = await header(viewer, 5).locator(".title").boundingBox();
  assert.ok(title);
  await viewer.page.mouse.move(title.x + 5, title.y + 8);
  await viewer.page.mouse.down();
  await viewer.page.mouse.move(title.x + 90, title.y + 8, { steps: 5 });
  await viewer.page.mouse.up();
  assert.equal(await isOpen(viewer, 5), false);
  await header(viewer, 5).click();
  const body = viewer.page.locator("#step-5 p").first();
  await body.click({ clickCount: 3 });
  assert.match(await viewer.page.evaluate(() => String(getSelection())), /The loop runs/);
  assert.equal(await isOpen(viewer, 5), true);
  await viewer.close();
});

test("a selection in the running step outlives its end", async () => {
  const viewer = await openViewer({ height: 1200 });
  await viewer.changes(thinking(5));
  await viewer.page.locator("#step-5 .plain > div").first().click({ clickCount: 3 });
  await viewer.changes(between(5, 7));
  assert.match(await viewer.page.evaluate(() => String(getSelection())), /The loop runs/);
  assert.equal(await isOpen(viewer, 5), true);
  await viewer.page.evaluate(() => getSelection()?.removeAllRanges());
  await viewer.page.mouse.move(5, 5);
  await header(viewer, 5).and(viewer.page.locator("[aria-expanded=false]")).waitFor();
  await viewer.close();
});

test("the keyboard alone is enough", async () => {
  const viewer = await openViewer({ height: 1500 });
  const { keyboard } = viewer.page;
  await viewer.changes(thinking(6));
  await header(viewer, 1).focus();
  const trail: [string, string][] = [
    ["ArrowDown", "2"],
    ["j", "3"],
    ["k", "2"],
    ["ArrowUp", "1"],
    ["End", "6"],
    ["Home", "1"],
    [".", "6"],
  ];
  for (const [key, step] of trail) {
    await keyboard.press(key);
    assert.equal(await focused(viewer), step, key);
  }
  await keyboard.press("Home");
  for (const [key, open] of [
    ["ArrowRight", true],
    ["ArrowLeft", false],
    ["Enter", true],
    ["Space", false],
  ] as const) {
    await keyboard.press(key);
    assert.equal(await isOpen(viewer, 1), open, key);
  }
  await keyboard.press("e");
  assert.equal((await openSteps(viewer)).length, 6);
  await keyboard.press("c");
  assert.deepEqual(await openSteps(viewer), []);
  assert.equal(await viewer.page.locator(".step-head[tabindex='0']").count(), 1);
  await viewer.page.getByRole("textbox").focus();
  await keyboard.type("eck.j");
  assert.equal(await viewer.page.getByRole("textbox").inputValue(), "eck.j");
  assert.deepEqual(await openSteps(viewer), []);
  await viewer.close();
});
