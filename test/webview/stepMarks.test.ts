import assert from "node:assert/strict";
import { test } from "node:test";
import { ending, longRun, phasesAt } from "./longRun.ts";
import { openViewer, type Viewer } from "./support.ts";

const row = (viewer: Viewer, step: number) => viewer.page.locator(`[data-step="${step}"]`);
const header = (viewer: Viewer, step: number) => row(viewer, step).locator(".step-head");

test("a row says what its step doubts, gives up or repeats, to everyone", async () => {
  const viewer = await openViewer({ width: 1200, surface: "tab" });
  await viewer.changes([...longRun(14), ...ending(14)], { reset: true });
  for (const [step, words] of [
    [6, ["doubts an earlier result"]],
    [7, ["gives up step 5"]],
    [11, ["doubts an earlier result", "again, as in step 4"]],
  ] as const) {
    for (const word of words) {
      assert.ok(
        await viewer.page.getByRole("button", { name: word }).and(header(viewer, step)).count(),
        word,
      );
      assert.ok((await header(viewer, step).getAttribute("title"))?.includes(word), word);
    }
    assert.equal(
      await row(viewer, step).locator(".doubt .icon").count(),
      words[0].startsWith("doubts") ? 1 : 0,
    );
    assert.equal(await header(viewer, step).locator("button").count(), 0);
  }
  assert.equal(await viewer.page.locator(".doubt").count(), 2);
  await viewer.close();
});

test("an open step leads to the one it speaks of, also into a folded phase", async () => {
  const viewer = await openViewer({ height: 900 });
  await viewer.changes([...longRun(14), phasesAt(1, 5, 10), ...ending(14)], { reset: true });
  await viewer.page.getByRole("button", { name: "Phase from 1 4" }).click();
  await header(viewer, 11).click();
  await row(viewer, 11).getByRole("button", { name: "again, as in step 4", exact: true }).click();
  const focused = await viewer.page.evaluate(
    () => document.activeElement?.closest<HTMLElement>("[data-step]")?.dataset.step,
  );
  assert.equal(focused, "4");
  assert.ok(await row(viewer, 4).isVisible());
  assert.equal(await header(viewer, 4).getAttribute("aria-expanded"), "false");
  await header(viewer, 11).click();
  assert.equal(await row(viewer, 11).getByRole("button", { name: "again", exact: true }).count(), 0);
  await viewer.close();
});

test("marks come when a step closes; tokens stand in the row where it is wide", async () => {
  const viewer = await openViewer({ width: 1200, surface: "tab" });
  await viewer.changes(longRun(6));
  assert.equal(await viewer.page.locator(".doubt").count(), 0);
  assert.equal(await header(viewer, 4).locator(".tokens").textContent(), "≈ 25 tok");
  assert.ok(await header(viewer, 4).locator(".tokens").isVisible());
  await viewer.changes(ending(6));
  assert.equal(await viewer.page.locator(".doubt").count(), 1);
  await viewer.page.setViewportSize({ width: 400, height: 700 });
  assert.equal(await header(viewer, 4).locator(".tokens").isVisible(), false);
  await viewer.close();
});

test("every step of a long run is told its share, and the shares are about the whole", async () => {
  const count = 1500;
  const reasoningTokens = 90_000;
  const viewer = await openViewer({ width: 1200, surface: "tab" });
  await viewer.changes(longRun(count), { reset: true });
  await viewer.changes([{ op: "usage", usage: { reasoningTokens } }, ...ending(count)]);
  const tips = viewer.page.locator('.step-head[title*=" tokens"]');
  await viewer.page.waitForFunction(
    (all) => document.querySelectorAll('.step-head[title*=" tokens"]').length === all,
    count,
  );
  const told = await tips.evaluateAll((heads) =>
    heads.map((head) => Number(/≈ ([\d,]+) tokens/.exec(head.getAttribute("title") ?? "")?.[1])),
  );
  const sum = told.reduce((all, one) => all + one, 0);
  assert.ok(Math.abs(sum / reasoningTokens - 1) < 0.02, `${sum} of ${reasoningTokens}`);
  await viewer.close();
});
