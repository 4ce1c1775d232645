import assert from "node:assert/strict";
import { test } from "node:test";
import type { Change } from "../../src/core/run/change.ts";
import { ended, head, sampleSteps, thinking, wholeRun } from "./sampleRun.ts";
import { openViewer, setup, type Viewer } from "./support.ts";

const header = (viewer: Viewer, step: number) => viewer.page.locator(`[data-step="${step}"] .step-head`);
const isOpen = async (viewer: Viewer, step: number) =>
  (await header(viewer, step).getAttribute("aria-expanded")) === "true";
const openSteps = (viewer: Viewer) =>
  viewer.page.locator(".step-head[aria-expanded=true] .number").allTextContents();
/** The changes that lead from `from` steps to `to` steps. */
const between = (from: number, to: number) => thinking(to).slice(thinking(from).length);

test("only the running step is open, unless the setting says otherwise", async () => {
  const expected = { latest: ["4"], collapsed: [], expanded: ["1", "2", "3", "4"] } as const;
  for (const opening of ["latest", "collapsed", "expanded"] as const) {
    const viewer = await openViewer({ height: 1500 });
    await viewer.send({ ...setup, opening });
    await viewer.changes(thinking(4));
    assert.deepEqual(await openSteps(viewer), expected[opening], opening);
    await viewer.close();
  }
});

test("the reader's own toggle wins over everything that comes later", async () => {
  const viewer = await openViewer({ height: 1500 });
  await viewer.changes(thinking(3));
  await header(viewer, 3).click();
  await header(viewer, 1).click();
  await viewer.changes(between(3, 5));
  // The pointer is still on the list: step 4 folds once it has come to rest.
  await header(viewer, 4).and(viewer.page.locator("[aria-expanded=false]")).waitFor();
  assert.deepEqual(await openSteps(viewer), ["1", "5"]);
  for (const opening of ["collapsed", "expanded"] as const) {
    await viewer.send({ ...setup, opening });
    assert.equal(await isOpen(viewer, 1), true, opening);
    assert.equal(await isOpen(viewer, 3), false, opening);
  }
  await viewer.close();
});

test("folds, all of them at once too, survive the page being thrown away", async () => {
  const first = await openViewer();
  await first.changes(thinking(5));
  await first.page.getByRole("button", { name: "Expand All" }).click();
  await header(first, 2).click();
  await first.page.getByRole("textbox").fill("why 7?");
  await first.page.waitForFunction(() => JSON.stringify(window.kept)?.includes("why 7?"));
  const state = await first.page.evaluate(() => window.kept);
  await first.close();
  const second = await openViewer({ state });
  await second.changes(wholeRun(), { reset: true });
  const all = sampleSteps.map((_, index) => String(index + 1)).filter((step) => step !== "2");
  assert.deepEqual(await openSteps(second), all);
  assert.equal(await second.page.getByRole("textbox").inputValue(), "why 7?");
  await second.changes(thinking(3, { ...head, id: "another" }), { reset: true });
  assert.deepEqual(await openSteps(second), ["3"]);
  await second.close();
});

test("text is there in the next frame, in one write, and moves with the carry", async () => {
  const viewer = await openViewer();
  const open = (step: number, carry: number): Change => ({
    op: "openStep",
    step,
    title: `S${step}`,
    kind: "plan",
    carry,
    at: 0,
  });
  const grow = (step: number, text: string): Change => ({ op: "growStep", step, text });
  await viewer.changes([{ op: "begin", version: 1, run: head }, open(1, 0), grow(1, "First.")]);
  const { writes, text } = await viewer.page.evaluate(
    async (changes) => {
      const seen: MutationRecord[] = [];
      const watcher = new MutationObserver((records) => seen.push(...records));
      const body = document.querySelector("#step-1");
      if (!body) throw new Error("no body");
      watcher.observe(body, { subtree: true, characterData: true, childList: true });
      const next = new Promise<string>((done) => {
        window.addEventListener("message", () => requestAnimationFrame(() => done(body.textContent)), {
          once: true,
        });
      });
      window.postMessage({ type: "changes", reset: false, elapsed: 5, changes });
      return { text: await next, writes: seen.length };
    },
    [grow(1, " More"), grow(1, " and"), grow(1, " more.")],
  );
  assert.deepEqual({ writes, text }, { writes: 1, text: "First. More and more." });
  await viewer.changes([grow(1, "\n\nWait, no"), open(2, 8), grow(2, "!")]);
  await header(viewer, 1).click();
  assert.equal(await viewer.page.locator("#step-1").textContent(), "First. More and more.");
  assert.equal(await viewer.page.locator("#step-2").textContent(), "Wait, no!");
  await viewer.changes([{ op: "closeStep", step: 1, title: "Done first", kind: "check", at: 5 }]);
  assert.equal((await viewer.page.locator("#step-1").textContent())?.trim(), "First. More and more.");
  assert.equal(
    await viewer.page.locator('[data-step="1"][data-kind=check] .title').textContent(),
    "Done first",
  );
  await viewer.close();
});

test("a closed running step shows the end of its last line", async () => {
  const viewer = await openViewer();
  await viewer.send({ ...setup, opening: "collapsed" });
  await viewer.changes(thinking(3));
  assert.equal(await viewer.page.locator(".ticker").textContent(), "- an empty end");
  await viewer.changes([{ op: "growStep", step: 3, text: "and one more" }]);
  assert.equal(await viewer.page.locator(".ticker").textContent(), "and one more");
  await viewer.changes(ended());
  await viewer.close();
});

test("two thousand steps: a row each, those out of view are skipped until they come near", async () => {
  const changes: Change[] = [{ op: "begin", version: 1, run: head }];
  for (let step = 1; step <= 2000; step++) {
    changes.push({ op: "openStep", step, title: `Step ${step}`, kind: "explore", carry: 0, at: step });
    changes.push({ op: "growStep", step, text: `The **text** of ${step}.\n` });
    changes.push({ op: "closeStep", step, title: `Step ${step}`, kind: "explore", at: step + 1 });
  }
  const viewer = await openViewer();
  await viewer.send({ ...setup, opening: "expanded" });
  await viewer.changes([...changes, ...ended()], { reset: true });
  // Those far from view are made when there is time.
  await viewer.page.waitForFunction(() => document.querySelectorAll("[data-step]").length === 2000);
  assert.ok((await viewer.page.locator(".step-body strong").count()) < 200);
  await viewer.page.locator('[data-step="1000"]').scrollIntoViewIfNeeded();
  await viewer.page.locator("#step-1000 strong").waitFor();
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});
