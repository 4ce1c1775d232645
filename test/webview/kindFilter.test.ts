import assert from "node:assert/strict";
import { test } from "node:test";
import { closing, ending, longRun, phasesAt, steps } from "./longRun.ts";
import { head } from "./sampleRun.ts";
import { openViewer, type Viewer } from "./support.ts";

const bar = (viewer: Viewer) => viewer.page.getByRole("toolbar", { name: "Filter by kind" });
const chip = (viewer: Viewer, word: string) =>
  bar(viewer).getByRole("button", { name: new RegExp(`^${word} `) });
const visible = (viewer: Viewer) => viewer.page.locator("[data-step]:visible .number").allTextContents();
const note = (viewer: Viewer) => viewer.page.locator(".showing span").textContent();
const done = [...longRun(24), phasesAt(1, 7, 20), ...ending(24)];

test("chips say how many steps there are of each kind, and of doubts", async () => {
  const viewer = await openViewer();
  await viewer.changes(done, { reset: true });
  const names = await bar(viewer).getByRole("button").allTextContents();
  assert.deepEqual(names, [
    "Frame 3",
    "Plan 3",
    "Recall 3",
    "Explore 3",
    "Work out 3",
    "Check 3",
    "Back 3",
    "Conclude 3",
    "Doubts 2",
  ]);
  await viewer.close();
});

test("pressed chips choose the rows; phases without one go; Show all brings everything back", async () => {
  const viewer = await openViewer({ height: 1400 });
  await viewer.changes(done, { reset: true });
  await chip(viewer, "Conclude").click();
  assert.equal(await chip(viewer, "Conclude").getAttribute("aria-pressed"), "true");
  assert.deepEqual(await visible(viewer), ["8", "16", "24"]);
  assert.equal(await note(viewer), "Showing 3 of 24");
  assert.match((await viewer.page.getByRole("status").textContent()) ?? "", /Showing 3 of 24/);
  assert.equal(await viewer.page.locator(".phase-head:visible").count(), 2);
  await chip(viewer, "Doubts").click();
  assert.deepEqual(await visible(viewer), ["6", "8", "11", "16", "24"]);
  await chip(viewer, "Conclude").click();
  assert.deepEqual(await visible(viewer), ["6", "11"]);
  await viewer.page.getByRole("button", { name: "Show all" }).click();
  assert.equal((await visible(viewer)).length, 24);
  assert.equal(await viewer.page.getByRole("button", { name: "Show all" }).isVisible(), false);
  assert.equal(await bar(viewer).locator("[aria-pressed=true]").count(), 0);
  assert.ok(await bar(viewer).evaluate((toolbar) => toolbar.contains(document.activeElement)));
  await viewer.close();
});

test("the keyboard walks what is shown, and going to a hidden step shows all again", async () => {
  const viewer = await openViewer({ height: 1400 });
  const { keyboard } = viewer.page;
  await viewer.changes(done, { reset: true });
  await chip(viewer, "Frame").focus();
  await keyboard.press("ArrowRight");
  await keyboard.press("Space");
  assert.deepEqual(await visible(viewer), ["2", "10", "18"]);
  assert.equal(await bar(viewer).locator("[tabindex='0']").count(), 1);
  const focused = () =>
    viewer.page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-step]")?.dataset.step);
  await viewer.page.locator('[data-step="2"] .step-head').focus();
  await keyboard.press("End");
  assert.equal(await focused(), "18");
  await keyboard.press("k");
  assert.equal(await focused(), "10");
  await keyboard.press(".");
  assert.equal(await focused(), "24");
  assert.equal((await visible(viewer)).length, 24);
  await viewer.close();
});

test("steps that stream in under a filter come, go and count as their kind says", async () => {
  const viewer = await openViewer({ height: 1400 });
  await viewer.changes(longRun(8));
  await chip(viewer, "Check").click();
  await viewer.page.mouse.move(5, 5);
  await viewer.changes(steps(9, 16));
  assert.deepEqual(await visible(viewer), ["6", "14"]);
  await viewer.page.waitForFunction(
    () => document.querySelector(".showing span")?.textContent === "Showing 2 of 16",
  );
  // The running step turns out to be a check; the one after it only looked like one.
  await viewer.changes([{ op: "nameStep", step: 16, title: "Test it", kind: "check" }]);
  await viewer.changes([closing(16, "check")]);
  assert.deepEqual(await visible(viewer), ["6", "14", "16"]);
  await viewer.changes([
    { op: "openStep", step: 17, title: "Again", kind: "check", carry: 0, at: 60_000 },
    { op: "closeStep", step: 17, title: "Give up", kind: "backtrack", at: 61_000 },
  ]);
  assert.deepEqual(await visible(viewer), ["6", "14", "16"]);
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});

test("no row goes from under the reader because its kind has changed", async () => {
  const viewer = await openViewer({ height: 1400 });
  await viewer.changes(longRun(14));
  await chip(viewer, "Check").click();
  await viewer.page.locator('[data-step="14"] .step-head').focus();
  await viewer.changes([closing(14, "plan")]);
  assert.deepEqual(await visible(viewer), ["6", "14"]);
  await chip(viewer, "Check").focus();
  await viewer.changes(steps(15, 15).filter(({ op }) => op !== "closeStep"));
  assert.deepEqual(await visible(viewer), ["6"]);
  await viewer.close();
});

test("the filter is kept while the page is thrown away, and forgotten with the run", async () => {
  const first = await openViewer({ height: 1400 });
  await first.changes(done, { reset: true });
  await chip(first, "Plan").click();
  await first.page.waitForFunction(() => JSON.stringify(window.kept)?.includes('"filter":["plan"]'));
  const state = await first.page.evaluate(() => window.kept);
  await first.close();
  const second = await openViewer({ height: 1400, state });
  await second.changes(done, { reset: true });
  assert.deepEqual(await visible(second), ["2", "10", "18"]);
  assert.equal(await note(second), "Showing 3 of 24");
  assert.equal(await chip(second, "Plan").getAttribute("aria-pressed"), "true");
  await second.changes(longRun(9, { ...head, id: "another" }), { reset: true });
  assert.equal((await visible(second)).length, 9);
  await second.close();
});

test("two thousand steps filter at once, and what is far away takes no room", async () => {
  const viewer = await openViewer({ height: 700 });
  await viewer.changes([...longRun(2000), ...ending(2000)], { reset: true });
  await chip(viewer, "Back").click();
  const height = await viewer.page.locator(".steps").evaluate((list) => list.getBoundingClientRect().height);
  assert.ok(Math.abs(height - 250 * 26) < 60, `${height}`);
  await viewer.close();
});
