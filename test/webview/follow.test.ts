import assert from "node:assert/strict";
import { test } from "node:test";
import type { Change } from "../../src/core/run/change.ts";
import { answering, sampleSteps, thinking, wholeRun } from "./sampleRun.ts";
import { openViewer, type Viewer } from "./support.ts";

const small = { width: 320, height: 300 };
const between = (from: number, to: number) => thinking(to).slice(thinking(from).length);
const room = (viewer: Viewer) =>
  viewer.page.locator("main").evaluate((main) => main.scrollHeight - main.clientHeight - main.scrollTop);
/** Where a step's header stands on the screen. */
const place = (viewer: Viewer, step: number) =>
  viewer.page
    .locator(`[data-step="${step}"] .step-head`)
    .evaluate((head) => Math.round(head.getBoundingClientRect().top));
const pill = (viewer: Viewer) => viewer.page.locator(".pill");

/** Scrolls up as a reader does and waits until it has happened. */
async function wheelUp(viewer: Viewer, pixels: number): Promise<void> {
  const main = viewer.page.locator("main");
  const from = await main.evaluate(({ scrollTop }) => scrollTop);
  await viewer.page.mouse.move(10, 120);
  await viewer.page.mouse.wheel(0, -pixels);
  await viewer.page.waitForFunction(
    (wanted) => (document.querySelector("main")?.scrollTop ?? 0) <= wanted,
    Math.max(0, from - pixels),
  );
}

test("at the end it follows", async () => {
  const viewer = await openViewer(small);
  await viewer.changes(thinking(5));
  for (let count = 5; count < 9; count++) {
    await viewer.changes(between(count, count + 1));
    assert.ok((await room(viewer)) <= 1, `after step ${count + 1}`);
  }
  assert.equal(await pill(viewer).isVisible(), false);
  await viewer.close();
});

test("the browser keeps the place of a reader, not of one who follows the end", async () => {
  const viewer = await openViewer(small);
  const anchoring = () =>
    viewer.page.locator("main").evaluate((main) => getComputedStyle(main).overflowAnchor);
  await viewer.changes(thinking(7));
  assert.equal(await anchoring(), "none");
  await wheelUp(viewer, 90);
  assert.equal(await anchoring(), "auto");
  await viewer.changes(between(7, 8));
  await pill(viewer).click();
  assert.equal(await anchoring(), "none");
  await viewer.close();
});

test("scrolled away nothing moves, however much comes, and a button leads back", async () => {
  const viewer = await openViewer(small);
  await viewer.changes(thinking(7));
  await wheelUp(viewer, 90);
  const stood = await place(viewer, 5);
  for (const change of between(7, 10)) await viewer.changes([change]);
  assert.equal(await place(viewer, 5), stood);
  assert.equal(await pill(viewer).textContent(), "3 new steps");
  await pill(viewer).click();
  assert.ok((await room(viewer)) <= 1);
  assert.equal(await pill(viewer).isVisible(), false);
  await viewer.changes(between(10, 11));
  assert.ok((await room(viewer)) <= 1);
  await viewer.close();
});

test("once the run is over no button speaks of new steps", async () => {
  const viewer = await openViewer(small);
  await viewer.changes(thinking(7));
  await wheelUp(viewer, 90);
  await viewer.changes(between(7, 9));
  assert.equal(await pill(viewer).textContent(), "2 new steps");
  await viewer.changes([{ op: "status", status: { state: "stopped" }, at: 30_000 }]);
  assert.equal(await pill(viewer).isVisible(), false);
  await viewer.close();
});

test("when the answer begins a follower is taken to it, another reader is only told", async () => {
  const follower = await openViewer(small);
  await follower.changes(thinking(sampleSteps.length));
  await follower.changes(answering(200));
  assert.equal(await follower.page.locator("main").evaluate(({ scrollTop }) => scrollTop), 0);
  await follower.close();
  const reader = await openViewer(small);
  await reader.changes(thinking(sampleSteps.length));
  await wheelUp(reader, 60);
  const stood = await place(reader, 8);
  for (const length of [30, 200, 500, 900]) {
    await reader.changes(answering(length).slice(length === 30 ? 0 : 2));
    // A scroll offset is a whole pixel, what stands above need not be.
    assert.ok(Math.abs((await place(reader, 8)) - stood) <= 1, `${length} characters of the answer`);
  }
  assert.equal(await pill(reader).textContent(), "Answer");
  await pill(reader).click();
  assert.ok(await reader.page.getByRole("region", { name: "Answer" }).isVisible());
  assert.equal(await reader.page.locator("main").evaluate(({ scrollTop }) => scrollTop), 0);
  await reader.close();
});

test("opening an earlier step keeps its header where it was pressed", async () => {
  const viewer = await openViewer(small);
  await viewer.changes(thinking(9));
  const stood = await place(viewer, 7);
  await viewer.page.locator('[data-step="7"] .step-head').click();
  assert.equal(await place(viewer, 7), stood);
  await viewer.changes(between(9, 10));
  assert.equal(await place(viewer, 7), stood);
  await viewer.close();
});

test("no step folds by itself under a pointer that takes aim", async () => {
  const viewer = await openViewer({ width: 400, height: 900 });
  await viewer.changes(thinking(4));
  const box = await viewer.page.locator('[data-step="2"]').boundingBox();
  assert.ok(box);
  const expanded = viewer.page.locator('[data-step="4"] .step-head[aria-expanded=true]');
  await viewer.page.mouse.move(box.x + 60, box.y + 10);
  await viewer.page.mouse.down();
  await viewer.changes(between(4, 5));
  assert.equal(await expanded.count(), 1);
  await viewer.page.mouse.up();
  await expanded.waitFor({ state: "detached" });
  await viewer.close();
});

test("the place is kept when the page is thrown away", async () => {
  const first = await openViewer(small);
  await first.changes(wholeRun());
  await first.page.locator("main").evaluate((main) => main.scrollTo(0, 400));
  await first.page.waitForFunction(() => JSON.stringify(window.kept)?.includes('"scroll":400'));
  const state = await first.page.evaluate(() => window.kept);
  await first.close();
  const second = await openViewer({ ...small, state });
  await second.changes(wholeRun(), { reset: true });
  assert.equal(await second.page.locator("main").evaluate(({ scrollTop }) => scrollTop), 400);
  await second.close();
});

test("side by side, answer and steps scroll each by itself", async () => {
  const viewer = await openViewer({ width: 1000, height: 320, surface: "tab" });
  await viewer.changes(thinking(sampleSteps.length));
  const scrolled = () => viewer.page.locator(".reasoning").evaluate(({ scrollTop }) => scrollTop);
  assert.ok((await scrolled()) > 0);
  const stood = await scrolled();
  const more: Change[] = answering();
  await viewer.changes(more.slice(1));
  assert.equal(await scrolled(), stood);
  const [answer, reasoning] = await Promise.all(
    ["Answer", "Reasoning"].map((name) => viewer.page.getByRole("region", { name }).boundingBox()),
  );
  assert.ok(answer && reasoning && answer.x + answer.width <= reasoning.x);
  await viewer.close();
});
