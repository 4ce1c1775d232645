import assert from "node:assert/strict";
import { test } from "node:test";
import { ending, longRun, phasesAt, steps } from "./longRun.ts";
import { openViewer, setup, type Viewer } from "./support.ts";

const small = { width: 320, height: 300 };
const phase = (viewer: Viewer, from: number) =>
  viewer.page.getByRole("button", { name: `Phase from ${from} ` });
const heads = (viewer: Viewer) => viewer.page.locator(".phase-head:visible").allTextContents();
const visible = (viewer: Viewer) => viewer.page.locator("[data-step]:visible .number").allTextContents();
const place = (viewer: Viewer, step: number) =>
  viewer.page
    .locator(`[data-step="${step}"] .step-head`)
    .evaluate((head) => Math.round(head.getBoundingClientRect().top));
const focused = (viewer: Viewer) =>
  viewer.page.evaluate(() => {
    const head = document.activeElement;
    return head?.querySelector(".number")?.textContent ?? head?.querySelector(".title")?.textContent;
  });
const scrollTo = async (viewer: Viewer, step: number) => {
  await viewer.page.mouse.move(310, 120);
  await viewer.page.mouse.wheel(0, -1);
  await viewer.page.locator(".pill, main").first().waitFor();
  await viewer.page
    .locator(`[data-step="${step}"]`)
    .evaluate((row) => row.scrollIntoView({ block: "start" }));
  await viewer.page.evaluate(() => new Promise(requestAnimationFrame));
};

test("steps stand under their phases, each with its count and its time", async () => {
  const viewer = await openViewer({ height: 1200 });
  await viewer.changes([...longRun(14), phasesAt(1, 4, 9)], { elapsed: 50_000 });
  assert.deepEqual(await heads(viewer), [
    "Phase from 13 steps · 9 s",
    "Phase from 45 steps · 15 s",
    "Phase from 96 steps · 23 s",
  ]);
  assert.equal((await visible(viewer)).length, 14);
  const lists = viewer.page.getByRole("list");
  assert.equal(await viewer.page.getByRole("heading", { level: 3 }).count(), 3);
  assert.equal(await lists.filter({ has: viewer.page.locator('[data-step="4"]') }).count(), 1);
  await viewer.changes([...steps(15, 15), ...ending(15)]);
  assert.equal((await heads(viewer)).at(-1), "Phase from 97 steps · 21 s");
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});

test("a replay stands under the same phases as the live run", async () => {
  const live = await openViewer({ height: 2400 });
  await live.send({ ...setup, opening: "expanded" });
  for (const changes of [longRun(13), [phasesAt(1, 5, 13)], steps(14, 50), [phasesAt(1, 6, 41)]])
    await live.changes(changes);
  await live.changes(ending(50));
  const again = await openViewer({ height: 2400 });
  await again.send({ ...setup, opening: "expanded" });
  await again.changes([...longRun(50), phasesAt(1, 6, 41), ...ending(50)], { reset: true });
  const phasesOf = (viewer: Viewer) =>
    viewer.page.locator(".phase").evaluateAll((phases) =>
      phases.map((element) => {
        const rows = [...element.querySelectorAll("[data-step]")];
        const groups = [...element.querySelectorAll(".group")].map((group) => group.childElementCount);
        return {
          head: element.querySelector(".phase-head")?.textContent,
          steps: rows.map((row) => Number(row.getAttribute("data-step"))),
          skippable: Math.max(...groups) <= 32,
        };
      }),
    );
  const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const expected = [
    { head: "Phase from 15 steps · 15 s", steps: numbers(1, 5), skippable: true },
    { head: "Phase from 635 steps · 1:45", steps: numbers(6, 40), skippable: true },
    { head: "Phase from 4110 steps · 30 s", steps: numbers(41, 50), skippable: true },
  ];
  assert.deepEqual(await phasesOf(live), expected);
  assert.deepEqual(await phasesOf(again), expected);
  await Promise.all([live.close(), again.close()]);
});

test("a folded phase stays folded: when the list of phases changes, and when the page is thrown away", async () => {
  const first = await openViewer({ height: 1200 });
  await first.changes([...longRun(14), phasesAt(1, 4, 9)]);
  await phase(first, 4).click();
  const rest = ["1", "2", "3", "9", "10", "11", "12", "13", "14"];
  assert.deepEqual(await visible(first), rest);
  // What was folded does not come back when its phase is cut in two.
  await first.page.mouse.move(5, 5);
  await first.changes([phasesAt(1, 4, 6, 9)]);
  await phase(first, 6).waitFor();
  assert.deepEqual(await visible(first), rest);
  assert.equal(await phase(first, 6).getAttribute("aria-expanded"), "false");
  await first.page.waitForFunction(() => JSON.stringify(window.kept)?.includes('"foldedPhases":[4,6]'));
  const state = await first.page.evaluate(() => window.kept);
  await first.close();
  const second = await openViewer({ height: 1200, state });
  await second.changes([...longRun(14), phasesAt(1, 4, 6, 9)], { reset: true });
  assert.deepEqual(await visible(second), rest);
  await second.close();
});

test("phases are rows to the keyboard", async () => {
  const viewer = await openViewer({ height: 1200 });
  const { keyboard } = viewer.page;
  await viewer.changes([...longRun(14), phasesAt(1, 4, 9)]);
  await phase(viewer, 1).focus();
  const trail: [key: string, at: string][] = [
    ["ArrowDown", "1"],
    ["j", "2"],
    ["ArrowDown", "3"],
    ["ArrowDown", "Phase from 4"],
    ["ArrowLeft", "Phase from 4"],
    ["ArrowDown", "Phase from 9"],
    ["k", "Phase from 4"],
    ["ArrowRight", "Phase from 4"],
    ["ArrowDown", "4"],
    ["ArrowLeft", "Phase from 4"],
    ["End", "14"],
    ["Home", "Phase from 1"],
    ["Enter", "Phase from 1"],
    [".", "14"],
  ];
  for (const [key, at] of trail) {
    await keyboard.press(key);
    assert.equal(await focused(viewer), at, key);
  }
  assert.equal(await phase(viewer, 1).getAttribute("aria-expanded"), "false");
  assert.equal(await viewer.page.locator(".steps [tabindex='0']").count(), 1);
  await keyboard.press("e");
  assert.equal(await viewer.page.locator(".steps [aria-expanded=false]").count(), 0);
  await keyboard.press("c");
  assert.equal((await visible(viewer)).length, 14);
  await keyboard.press("c");
  assert.deepEqual(await visible(viewer), []);
  assert.equal(await focused(viewer), "Phase from 9");
  await keyboard.press(".");
  assert.equal(await focused(viewer), "14");
  await viewer.close();
});

test("a row keeps its focus and its body when it comes under another phase", async () => {
  const viewer = await openViewer({ height: 1200 });
  await viewer.changes(longRun(13));
  await viewer.page.locator('[data-step="5"] .step-head').click();
  await viewer.page.mouse.move(5, 5);
  await viewer.page.evaluate(() => Object.assign(window, { body: document.querySelector("#step-5") }));
  for (const change of [phasesAt(1, 4), phasesAt(1, 5), phasesAt(1), phasesAt()]) {
    await viewer.changes([change]);
    await viewer.page.waitForFunction(
      (count) => document.querySelectorAll("h3:not([hidden]) .phase-head").length === count,
      change.phases.length,
    );
    assert.equal(await focused(viewer), "5");
    assert.ok(
      await viewer.page.evaluate(() => Reflect.get(window, "body") === document.querySelector("#step-5")),
    );
  }
  assert.deepEqual(
    await visible(viewer),
    Array.from({ length: 13 }, (_, index) => String(index + 1)),
  );
  await viewer.close();
});

test("a reader who is elsewhere sees nothing move when steps are grouped", async () => {
  const viewer = await openViewer(small);
  await viewer.changes(longRun(40));
  await scrollTo(viewer, 20);
  const stood = await place(viewer, 20);
  assert.ok(stood > 0 && stood < 150);
  // 22 is in view and would push what follows; 3 and 18 are above, 35 below.
  await viewer.changes([phasesAt(1, 3, 18, 22, 35)]);
  assert.deepEqual([await place(viewer, 20), await place(viewer, 22)], [stood, stood + 52]);
  // Also once the browser skips what is out of view.
  await viewer.page.locator(".group.settled").nth(2).waitFor({ state: "attached" });
  assert.deepEqual([await place(viewer, 20), await place(viewer, 22)], [stood, stood + 52]);
  assert.equal(await phase(viewer, 22).count(), 0);
  assert.equal(await phase(viewer, 18).count(), 1);
  assert.equal(await phase(viewer, 35).count(), 1);
  await viewer.changes([phasesAt(1, 22)]);
  assert.deepEqual([await place(viewer, 20), await place(viewer, 22)], [stood, stood + 52]);
  await viewer.page.keyboard.press(".");
  await viewer.changes([...steps(41, 41)]);
  await phase(viewer, 22).waitFor({ state: "attached" });
  await viewer.close();
});

test("nothing is grouped under a pointer that takes aim or while text is selected", async () => {
  const viewer = await openViewer({ height: 1200 });
  await viewer.changes(longRun(13));
  const stood = await place(viewer, 6);
  await viewer.page.mouse.move(100, stood + 10);
  await viewer.page.mouse.down();
  await viewer.changes([phasesAt(1, 4)]);
  assert.equal(await place(viewer, 6), stood);
  await viewer.page.mouse.move(160, stood + 10, { steps: 4 });
  await viewer.page.mouse.up();
  await viewer.page.mouse.move(5, 5);
  await viewer.changes([phasesAt(1, 5)]);
  assert.notEqual(await viewer.page.evaluate(() => String(getSelection())), "");
  assert.equal(await place(viewer, 6), stood);
  await viewer.page.evaluate(() => getSelection()?.removeAllRanges());
  await phase(viewer, 5).waitFor();
  await viewer.close();
});
