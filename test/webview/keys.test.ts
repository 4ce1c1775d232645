import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleSteps, thinking, wholeRun } from "./sampleRun.ts";
import { openViewer, setup, type Viewer } from "./support.ts";

const header = (viewer: Viewer, step: number) => viewer.page.locator(`[data-step="${step}"] .step-head`);
const focusedStep = (viewer: Viewer) =>
  viewer.page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-step]")?.dataset.step);
const copied = async (viewer: Viewer) =>
  (await viewer.posted()).flatMap((message) => (message.type === "copy" ? [message.text] : []));

test("the help sheet lists the keys, keeps the focus, and gives it back", async () => {
  const viewer = await openViewer();
  await viewer.changes(wholeRun());
  await header(viewer, 4).focus();
  const { keyboard } = viewer.page;
  await keyboard.press("?");
  const sheet = viewer.page.getByRole("dialog", { name: "Keys" });
  await sheet.waitFor();
  for (const words of [
    "↓ j",
    "Home",
    "e",
    "c",
    ".",
    "y",
    "r",
    "/",
    "Ctrl+F",
    "F3",
    "Shift+Enter",
    "Esc",
    "?",
  ]) {
    const keys = (await sheet.locator("dt").allTextContents()).map((each) => each.trim());
    assert.ok(keys.includes(words), `${words} in ${keys.join(", ")}`);
  }
  for (let press = 0; press < 5; press++) {
    await keyboard.press(press === 3 ? "Shift+Tab" : "Tab");
    assert.ok(await sheet.evaluate((dialog) => dialog.contains(document.activeElement)), `press ${press}`);
  }
  await keyboard.press("e");
  assert.equal(
    await viewer.page.locator(".step-head[aria-expanded=true]").count(),
    0,
    "keys of the page rest",
  );
  await keyboard.press("Escape");
  assert.equal(await sheet.isVisible(), false);
  assert.equal(await focusedStep(viewer), "4");
  await viewer.close();
});

test("plain text and Markdown: by key and by button, kept, and for steps that come later too", async () => {
  const viewer = await openViewer({ height: 1500 });
  await viewer.changes(thinking(4));
  await header(viewer, 2).click();
  const body = viewer.page.locator("#step-2");
  assert.equal(await body.locator("code").count(), 1);
  await viewer.page.keyboard.press("r");
  assert.equal(await body.locator("code").count(), 0);
  assert.equal(await body.textContent(), sampleSteps[1]?.text.trimEnd());
  const toggle = viewer.page.getByRole("button", { name: "Plain Text" });
  assert.equal(await toggle.getAttribute("aria-pressed"), "true");
  await viewer.changes(thinking(6).slice(thinking(4).length));
  await header(viewer, 5).press("ArrowRight");
  assert.equal(await viewer.page.locator("#step-5").textContent(), sampleSteps[4]?.text.trimEnd());
  await viewer.page.waitForFunction(() => JSON.stringify(window.kept)?.includes('"raw":true'));
  const state = await viewer.page.evaluate(() => window.kept);
  await toggle.click();
  assert.equal(await body.locator("code").count(), 1);
  await viewer.close();
  const again = await openViewer({ state });
  await again.changes(wholeRun(), { reset: true });
  await header(again, 8).click();
  assert.equal(await again.page.locator("#step-8 .plain").count(), 1);
  await again.close();
});

test("a step is copied with its title by key and by button, and says so", async () => {
  const viewer = await openViewer({ height: 1500 });
  await viewer.changes(wholeRun());
  await header(viewer, 5).focus();
  await viewer.page.keyboard.press("y");
  const step = sampleSteps[4];
  const expected = `## 5. ${step?.title} (Check, 3 s)\n\n${step?.text.trim()}\n`;
  assert.deepEqual(await copied(viewer), [expected]);
  await viewer.page.locator("[role=status]", { hasText: "Copied" }).waitFor();
  await header(viewer, 5).click();
  const button = viewer.page.getByRole("button", { name: "Copy Step" });
  await button.click();
  assert.deepEqual(await copied(viewer), [expected, expected]);
  assert.equal(await button.locator(".icon-check").count(), 1);
  await viewer.close();
});

test("the menu: by keyboard alone, with what holds checked", async () => {
  const viewer = await openViewer({ height: 1200 });
  await viewer.changes(thinking(3));
  const { page } = viewer;
  await page.getByRole("button", { name: "More" }).press("Enter");
  const menu = page.getByRole("menu", { name: "More" });
  assert.equal(
    await page.getByRole("menuitemradio", { checked: true }).textContent(),
    "Only the running one",
  );
  await page.keyboard.press("ArrowUp");
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), "All");
  await page.keyboard.press("Enter");
  assert.equal(await menu.isVisible(), false);
  assert.equal(await page.locator(".step-head[aria-expanded=true]").count(), 3);
  assert.deepEqual((await viewer.posted()).at(-1), { type: "openSteps", opening: "expanded" });
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Copy All as Markdown" }).click();
  assert.deepEqual((await viewer.posted()).at(-1), { type: "act", action: "copyAll" });
  await page.getByRole("button", { name: "More" }).click();
  await page.keyboard.press("Escape");
  assert.equal(await menu.isVisible(), false);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")), "More");
  await page.keyboard.press("Enter");
  await page.mouse.click(200, 900);
  assert.equal(await menu.isVisible(), false);
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});

test("choosing which steps open by themselves frees those that were opened all at once, not those touched", async () => {
  const viewer = await openViewer({ height: 1500 });
  await viewer.changes(thinking(5));
  await viewer.page.keyboard.press("e");
  await header(viewer, 2).click();
  await header(viewer, 2).click();
  await viewer.page.getByRole("button", { name: "More" }).click();
  await viewer.page.getByRole("menuitemradio", { name: "None" }).click();
  await viewer.send({ ...setup, opening: "collapsed" });
  await viewer.page.mouse.move(5, 5);
  await header(viewer, 5).and(viewer.page.locator("[aria-expanded=false]")).waitFor();
  assert.deepEqual(await viewer.page.locator(".step-head[aria-expanded=true] .number").allTextContents(), [
    "2",
  ]);
  await viewer.close();
});
