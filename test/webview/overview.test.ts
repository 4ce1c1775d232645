import assert from "node:assert/strict";
import { test } from "node:test";
import { ending, longRun, phasesAt, steps } from "./longRun.ts";
import { head, thinking, wholeRun } from "./sampleRun.ts";
import { openViewer, type Viewer } from "./support.ts";

const overview = (viewer: Viewer) => viewer.page.getByRole("toolbar", { name: "Overview of the steps" });
const segments = (viewer: Viewer) => overview(viewer).getByRole("button");
const focusedStep = (viewer: Viewer) =>
  viewer.page.evaluate(() => document.activeElement?.closest<HTMLElement>("[data-step]")?.dataset.step);
/** Hands over changes and waits until the strip, which is drawn in calm, has so many segments. */
const until = (viewer: Viewer, count: number) =>
  viewer.page.waitForFunction((wanted) => document.querySelectorAll(".segment").length === wanted, count);

test("a segment a step: its share, its kind, its title, its doubt, and which one still grows", async () => {
  const viewer = await openViewer({ width: 600 });
  await viewer.changes(longRun(9));
  await until(viewer, 9);
  const shown = await segments(viewer).evaluateAll((all) =>
    all.map((segment) => ({
      kind: segment.dataset.kind,
      letter: segment.querySelector("span")?.dataset.letter,
      name: segment.getAttribute("aria-label"),
      tooltip: segment.getAttribute("title"),
      width: segment.getBoundingClientRect().width,
      doubts: segment.hasAttribute("data-doubts"),
      running: segment.hasAttribute("data-running"),
    })),
  );
  assert.deepEqual(
    shown.map(({ kind, letter }) => `${kind} ${letter}`),
    [
      ["frame F", "plan P", "recall R", "explore E", "compute W", "check Ch", "backtrack B", "conclude Co"],
      ["frame F"],
    ].flat(),
  );
  assert.deepEqual(
    shown.map(({ doubts }) => doubts),
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((step) => step === 6),
  );
  assert.deepEqual(
    shown.map(({ running }) => running),
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((step) => step === 9),
  );
  assert.equal(shown[5]?.name, "6 Check: Step 6 (doubts an earlier result)");
  assert.equal(shown[5]?.tooltip, shown[5]?.name);
  // Step 4 says its sentence five times, step 5 once.
  const [long = 0, short = 0] = [shown[3]?.width, shown[4]?.width];
  assert.ok(Math.abs(long / short - 5) < 0.3, `${long} to ${short}`);
  await viewer.close();
});

test("a click goes to the step, opens the phase it is in and marks the segment", async () => {
  const viewer = await openViewer({ height: 500 });
  await viewer.changes([...longRun(40), phasesAt(1, 10, 30), ...ending(40)], { reset: true });
  await viewer.page.getByRole("button", { name: "Phase from 10" }).click();
  assert.equal(await viewer.page.locator('[data-step="25"]').isVisible(), false);
  await segments(viewer).nth(24).click();
  assert.equal(await focusedStep(viewer), "25");
  const box = await viewer.page.locator('[data-step="25"]').boundingBox();
  assert.ok(box && box.y > 0 && box.y < 500, JSON.stringify(box));
  assert.equal(
    await overview(viewer).locator("[aria-current=true]").getAttribute("title"),
    "25 Frame: Step 25",
  );
  await viewer.page.keyboard.press("ArrowDown");
  assert.equal(
    await overview(viewer).locator("[aria-current=true]").getAttribute("title"),
    "26 Plan: Step 26",
  );
  await viewer.close();
});

test("the strip is one tab stop; arrows move in it and Enter goes", async () => {
  const viewer = await openViewer({ height: 900 });
  const { keyboard } = viewer.page;
  await viewer.changes(wholeRun(), { reset: true });
  await segments(viewer).first().focus();
  const at = () => viewer.page.evaluate(() => document.activeElement?.getAttribute("title")?.split(" ")[0]);
  for (const [key, step] of [
    ["ArrowRight", "2"],
    ["ArrowRight", "3"],
    ["ArrowLeft", "2"],
    ["End", "11"],
    ["ArrowRight", "11"],
    ["Home", "1"],
    ["ArrowRight", "2"],
  ] as const) {
    await keyboard.press(key);
    assert.equal(await at(), step, key);
  }
  assert.equal(await overview(viewer).locator("[tabindex='0']").count(), 1);
  await keyboard.press("Tab");
  assert.equal(await viewer.page.evaluate(() => document.activeElement?.closest(".kinds") !== null), true);
  await keyboard.press("Shift+Tab");
  assert.equal(await at(), "2");
  await keyboard.press("Enter");
  assert.equal(await focusedStep(viewer), "2");
  await viewer.close();
});

test("two thousand steps are a bounded number of segments, each wide enough to be hit", async () => {
  for (const width of [280, 1200]) {
    const viewer = await openViewer({ width });
    await viewer.changes([...longRun(2000), ...ending(2000)], { reset: true });
    await viewer.page.waitForFunction(() => {
      const [strip] = document.querySelectorAll(".overview");
      const all = [...document.querySelectorAll(".segment")];
      const fits = all.every(
        (segment) =>
          segment.getBoundingClientRect().right <= (strip?.getBoundingClientRect().right ?? 0) + 0.5,
      );
      return all.length > 10 && all.length < 100 && fits;
    });
    const widths = await segments(viewer).evaluateAll((all) =>
      all.map((segment) => segment.getBoundingClientRect().width),
    );
    assert.ok(Math.min(...widths) >= 5, `${width} px: ${Math.min(...widths)}`);
    assert.match((await segments(viewer).first().getAttribute("title")) ?? "", /and \d+ more steps$/);
    await viewer.close();
  }
});

test("a new step changes only the end of the strip, and nothing while the pointer is on it", async () => {
  const viewer = await openViewer({ height: 1400 });
  await viewer.changes(longRun(20));
  await until(viewer, 20);
  await viewer.page.evaluate(() => {
    const changed = new Set<Node>();
    Object.assign(window, { changed });
    const strip = document.querySelector(".overview");
    if (!strip) throw new Error("no strip");
    new MutationObserver((records) => records.forEach(({ target }) => changed.add(target))).observe(strip, {
      attributes: true,
      subtree: true,
    });
  });
  await viewer.changes(steps(21, 21));
  await until(viewer, 21);
  const changed = await viewer.page.evaluate(() => {
    const nodes: unknown = Reflect.get(window, "changed");
    return nodes instanceof Set ? nodes.size : -1;
  });
  assert.ok(changed >= 1 && changed <= 4, `${changed} segments changed`);
  const box = await segments(viewer).nth(3).boundingBox();
  assert.ok(box);
  await viewer.page.mouse.move(box.x + 3, box.y + 10);
  await viewer.changes(steps(22, 22));
  await viewer.changes([{ op: "status", status: { state: "answering" }, at: 90_000 }]);
  assert.equal(await segments(viewer).count(), 21);
  await viewer.page.mouse.move(200, 1300);
  await until(viewer, 22);
  await viewer.close();
});

test("another run begins with an empty strip", async () => {
  const viewer = await openViewer();
  await viewer.changes(wholeRun(), { reset: true });
  await viewer.changes(thinking(2, { ...head, id: "run-2" }), { reset: true });
  assert.equal(await segments(viewer).count(), 2);
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});
