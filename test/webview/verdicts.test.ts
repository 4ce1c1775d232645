import assert from "node:assert/strict";
import { test } from "node:test";
import type { Change } from "../../src/core/run/change.ts";
import type { Judgement } from "../../src/core/run/verdict.ts";
import { ending, longRun, steps } from "./longRun.ts";
import { thinking, wholeRun } from "./sampleRun.ts";
import { openViewer, setup, type Viewer } from "./support.ts";

const judge = (step: number, verdict: Judgement): Change => ({ op: "judge", step, verdict });
const row = (viewer: Viewer, step: number) => viewer.page.locator(`[data-step="${step}"]`);
const header = (viewer: Viewer, step: number) => row(viewer, step).locator(".step-head");
const summary = (viewer: Viewer) => viewer.page.locator(".reasoning .summary");
const bar = (viewer: Viewer, step: number) =>
  viewer.page.getByRole("toolbar", { name: `Your verdict on step ${step}`, exact: true });
const pressed = (viewer: Viewer, step: number) =>
  bar(viewer, step).locator("[aria-pressed=true]").allTextContents();
const judged = async (viewer: Viewer) =>
  (await viewer.posted()).flatMap((message) =>
    message.type === "judge" ? [`${message.step} ${message.verdict}`] : [],
  );

test("an open step is judged with a press and the verdict taken back with another", async () => {
  const viewer = await openViewer({ height: 1500 });
  await viewer.changes(wholeRun());
  assert.equal(await viewer.page.getByRole("toolbar", { name: /^Your verdict/ }).count(), 0);
  await header(viewer, 4).click();
  assert.deepEqual(await bar(viewer, 4).getByRole("button").allTextContents(), ["Right", "Wrong", "Unsure"]);
  await bar(viewer, 4).getByRole("button", { name: "Wrong" }).click();
  assert.deepEqual(await judged(viewer), ["4 wrong"]);
  assert.deepEqual(await pressed(viewer, 4), [], "the host says what holds");
  await viewer.changes([judge(4, "wrong")]);
  assert.deepEqual(await pressed(viewer, 4), ["Wrong"]);
  assert.ok(
    await bar(viewer, 4)
      .getByRole("button", { name: "Wrong" })
      .evaluate((button) => button === document.activeElement),
  );
  await bar(viewer, 4).getByRole("button", { name: "Wrong" }).click();
  await viewer.changes([judge(4, "none")]);
  assert.deepEqual(await judged(viewer), ["4 wrong", "4 none"]);
  assert.deepEqual(await pressed(viewer, 4), []);
  await viewer.close();
});

test("keys on a step's header judge it, and nowhere else", async () => {
  const viewer = await openViewer({ height: 1500 });
  await viewer.changes(thinking(6));
  await header(viewer, 3).focus();
  for (const key of ["1", "2", "3", "0"]) await viewer.page.keyboard.press(key);
  const said = ["3 right", "3 wrong", "3 unsure", "3 none"];
  assert.deepEqual(await judged(viewer), said);
  await header(viewer, 6).focus();
  await viewer.page.keyboard.press("1");
  assert.deepEqual(await judged(viewer), said, "a step that still grows has no verdict");
  const box = viewer.page.getByRole("textbox").first();
  await box.fill("");
  await box.pressSequentially("12");
  assert.equal(await box.inputValue(), "12");
  assert.deepEqual(await judged(viewer), said);
  await viewer.close();
});

test("a row says its verdict to everyone, and the head counts them", async () => {
  const viewer = await openViewer();
  await viewer.changes([...longRun(14), ...ending(14)], { reset: true });
  for (const [step, verdict, words] of [
    [2, "right", "judged right"],
    [6, "wrong", "judged wrong"],
    [9, "unsure", "judged unsure"],
  ] as const) {
    await viewer.changes([judge(step, verdict)]);
    assert.ok(
      await viewer.page.getByRole("button", { name: words }).and(header(viewer, step)).count(),
      words,
    );
    assert.ok((await header(viewer, step).getAttribute("title"))?.includes(words));
    assert.equal(await row(viewer, step).locator(".verdict .icon").count(), 1);
    assert.equal(await viewer.page.getByRole("status").textContent(), `Step ${step}: ${words}`);
  }
  await summary(viewer).filter({ hasText: "3 judged, 1 wrong" }).waitFor();
  await viewer.changes([judge(6, "right")]);
  assert.equal(await row(viewer, 6).locator(".verdict").count(), 1);
  await summary(viewer)
    .filter({ hasText: /· 3 judged$/ })
    .waitFor();
  for (const step of [2, 6, 9]) await viewer.changes([judge(step, "none")]);
  assert.equal(await viewer.page.locator(".verdict").count(), 0);
  await viewer.page.waitForFunction(
    () => !document.querySelector(".summary")?.textContent?.includes("judged"),
  );
  await viewer.close();
});

test("a run shown again has its verdicts, silently, and may be judged where nothing may be asked", async () => {
  const viewer = await openViewer({ height: 1500 });
  await viewer.send({ ...setup, trusted: false });
  await viewer.changes([...longRun(14), judge(5, "wrong"), judge(6, "unsure"), ...ending(14)], {
    reset: true,
  });
  assert.equal(await viewer.page.locator(".verdict").count(), 2);
  assert.equal(await viewer.page.getByRole("status").textContent(), "Done");
  await header(viewer, 5).click();
  assert.deepEqual(await pressed(viewer, 5), ["Wrong"]);
  await header(viewer, 7).press("2");
  assert.deepEqual(await judged(viewer), ["7 wrong"]);
  await viewer.close();
});

test("a chip shows the steps judged wrong, as long as there are any", async () => {
  const viewer = await openViewer({ height: 1400 });
  const chips = viewer.page.getByRole("toolbar", { name: "Filter by kind" });
  const wrong = chips.getByRole("button", { name: /^Judged wrong/ });
  const visible = () => viewer.page.locator("[data-step]:visible .number").allTextContents();
  await viewer.changes([...longRun(14), ...ending(14)], { reset: true });
  assert.equal(await wrong.count(), 0);
  await viewer.changes([judge(3, "wrong"), judge(9, "wrong"), judge(10, "right")]);
  await wrong.filter({ hasText: "2" }).waitFor();
  assert.equal((await chips.getByRole("button").allTextContents()).at(-1), "Judged wrong 2");
  await wrong.click();
  assert.deepEqual(await visible(), ["3", "9"]);
  await viewer.changes([judge(3, "right"), judge(12, "wrong")]);
  assert.deepEqual(await visible(), ["3", "9", "12"], "no row goes from under the reader");
  await wrong.click();
  await wrong.click();
  assert.deepEqual(await visible(), ["9", "12"]);
  await viewer.page.getByRole("button", { name: "Show all" }).click();
  await viewer.page.mouse.move(5, 5);
  await viewer.changes([judge(9, "none"), judge(12, "none")]);
  await wrong.waitFor({ state: "detached" });
  assert.equal(await chips.locator("[tabindex='0']").count(), 1);
  await viewer.close();
});

test("the verdicts of a step are one tab stop, and come only when it is closed", async () => {
  const viewer = await openViewer({ height: 1500 });
  await viewer.changes(longRun(3));
  await viewer.page.getByRole("button", { name: "Expand All" }).click();
  assert.equal(await bar(viewer, 3).count(), 0);
  await viewer.changes(steps(4, 4));
  assert.equal(await bar(viewer, 3).count(), 1);
  assert.equal(await bar(viewer, 3).locator("[tabindex='0']").count(), 1);
  const at = () => viewer.page.evaluate(() => document.activeElement?.textContent);
  await bar(viewer, 3).getByRole("button", { name: "Right" }).focus();
  await viewer.page.keyboard.press("ArrowRight");
  assert.equal(await at(), "Wrong");
  await viewer.page.keyboard.press("Space");
  assert.deepEqual(await judged(viewer), ["3 wrong"]);
  assert.equal(await header(viewer, 3).getAttribute("aria-expanded"), "true");
  await viewer.close();
});
