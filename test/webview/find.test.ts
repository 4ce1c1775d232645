import assert from "node:assert/strict";
import { test } from "node:test";
import type { Change } from "../../src/core/run/change.ts";
import { answering, ended, head, thinking, wholeRun } from "./sampleRun.ts";
import { ending, longRun, phasesAt } from "./longRun.ts";
import { openViewer, setup, type Viewer } from "./support.ts";

const header = (viewer: Viewer, step: number) => viewer.page.locator(`[data-step="${step}"] .step-head`);
const openSteps = (viewer: Viewer) =>
  viewer.page.locator(".step-head[aria-expanded=true] .number").allTextContents();
const query = (viewer: Viewer) => viewer.page.getByRole("textbox", { name: "Find in this run" });

/** Waits until the box says so: a search goes in slices. */
async function counts(viewer: Viewer, words: string): Promise<void> {
  await viewer.page.locator(".find-count", { hasText: new RegExp(`^${words}$`) }).waitFor({ timeout: 5000 });
}

/** The texts that a highlight colours. */
const coloured = (viewer: Viewer, name: "find" | "find-current") =>
  viewer.page.evaluate((highlight) => {
    return Array.from(CSS.highlights.get(highlight) ?? [], (range) => {
      const live = document.createRange();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString();
    });
  }, name);

/** The current match is in view once it stands still: what is drawn for the first time may still move it. */
async function staysInView(viewer: Viewer, where = ""): Promise<void> {
  const { match, view } = await viewer.page.evaluate(async (stillFrames) => {
    const look = () => {
      const [range] = CSS.highlights.get("find-current") ?? [];
      const live = document.createRange();
      if (range) live.setStart(range.startContainer, range.startOffset);
      if (range) live.setEnd(range.endContainer, range.endOffset);
      const stage = document.querySelector(".stage")?.getBoundingClientRect();
      return { match: live.getBoundingClientRect().toJSON(), view: stage?.toJSON() };
    };
    let seen = look();
    for (let frame = 0, still = 0; frame < 120 && still < stillFrames; frame++) {
      await new Promise(requestAnimationFrame);
      const now = look();
      still = JSON.stringify(now) === JSON.stringify(seen) ? still + 1 : 0;
      seen = now;
    }
    return seen;
  }, 6);
  const inside =
    match.height > 0 &&
    match.top >= view.top &&
    match.bottom <= view.bottom &&
    match.left >= 0 &&
    match.right <= view.right;
  assert.ok(inside, `${where} ${JSON.stringify({ match, view })}`);
}

test("folded steps are found: the one landed in opens, and folds again when left", async () => {
  const viewer = await openViewer();
  await viewer.changes(wholeRun());
  await viewer.page.keyboard.press("Control+f");
  await viewer.page.keyboard.type("the loop");
  await counts(viewer, "1 of 3");
  assert.deepEqual(await openSteps(viewer), ["5"]);
  assert.deepEqual(await coloured(viewer, "find-current"), ["The loop"]);
  await viewer.page.keyboard.press("Enter");
  await counts(viewer, "2 of 3");
  assert.deepEqual(await openSteps(viewer), [], "a match in a title needs no open step");
  assert.equal(await viewer.page.locator(".step-head.found .number").textContent(), "7");
  await viewer.page.keyboard.press("F3");
  await counts(viewer, "3 of 3");
  assert.deepEqual(await openSteps(viewer), ["10"]);
  await staysInView(viewer);
  await viewer.page.keyboard.press("Enter");
  await counts(viewer, "1 of 3");
  await viewer.page.keyboard.press("Shift+F3");
  await counts(viewer, "3 of 3");
  await viewer.page.keyboard.press("Shift+Enter");
  await counts(viewer, "2 of 3");
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});

test("a step that the reader has opened, or touched while find stood in it, stays as the reader left it", async () => {
  const viewer = await openViewer({ height: 1500 });
  await viewer.changes(wholeRun());
  await header(viewer, 10).click();
  await viewer.page.keyboard.press("/");
  await viewer.page.keyboard.type("loop");
  await counts(viewer, "3 of 3");
  await viewer.page.keyboard.press("Enter");
  await counts(viewer, "1 of 3");
  assert.deepEqual(await openSteps(viewer), ["5", "10"]);
  await header(viewer, 5).click();
  await header(viewer, 5).click();
  await viewer.page.keyboard.press("F3");
  await counts(viewer, "2 of 3");
  assert.deepEqual(await openSteps(viewer), ["5", "10"]);
  await viewer.close();
});

test("a phase that hides the match unfolds, and folds again when left", async () => {
  const viewer = await openViewer();
  await viewer.changes([...longRun(12), phasesAt(1, 5, 9), ...ending(12)], { reset: true });
  const phase = (from: number) => viewer.page.locator(`[aria-controls="phase-${from}"]`);
  await phase(5).click();
  await phase(9).click();
  await viewer.page.keyboard.press("Control+f");
  await viewer.page.keyboard.type("text of 7");
  await counts(viewer, "1 of 3");
  assert.equal(await phase(5).getAttribute("aria-expanded"), "true");
  assert.deepEqual(await openSteps(viewer), ["7"]);
  await staysInView(viewer);
  await query(viewer).fill("text of 12");
  await counts(viewer, "1 of 3");
  assert.equal(await phase(5).getAttribute("aria-expanded"), "false");
  assert.equal(await phase(9).getAttribute("aria-expanded"), "true");
  assert.deepEqual(await openSteps(viewer), ["12"]);
  await viewer.close();
});

test("the title of a phase is found, and need not be unfolded for it", async () => {
  const viewer = await openViewer();
  await viewer.changes([...longRun(12), phasesAt(1, 5, 9), ...ending(12)], { reset: true });
  const phase = (from: number) => viewer.page.locator(`[aria-controls="phase-${from}"]`);
  await phase(5).click();
  await viewer.page.keyboard.press("Control+f");
  await viewer.page.keyboard.type("phase from");
  await counts(viewer, "[123] of 3");
  const said = viewer.page.locator("[role=status]");
  for (const from of [1, 5, 9]) {
    await viewer.page.keyboard.press("Enter");
    const current = viewer.page.locator(".phase-head.found");
    await viewer.page.locator("[role=status]", { hasText: "Phase: Phase from" }).waitFor();
    const title = (await current.locator(".title").textContent()) ?? "";
    assert.match(title, /^Phase from [159]$/, `after ${from}`);
    assert.deepEqual(await coloured(viewer, "find-current"), ["Phase from"]);
    await staysInView(viewer);
  }
  assert.equal(await phase(5).getAttribute("aria-expanded"), "false");
  assert.deepEqual(await openSteps(viewer), []);
  assert.match((await said.textContent()) ?? "", /of 3/);
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});

test("the answer is found with what Markdown hides left out, and on a match that nothing shows it still lands near", async () => {
  const viewer = await openViewer({ width: 320, height: 500 });
  await viewer.changes(wholeRun());
  await viewer.page.keyboard.press("Control+f");
  await viewer.page.keyboard.type('gives ["", "3"');
  await counts(viewer, "1 of 1");
  assert.deepEqual(await coloured(viewer, "find-current"), ['gives ["", "3"']);
  await query(viewer).fill("split");
  await viewer.page.locator(".find-count", { hasText: " of 7" }).waitFor();
  for (let press = 0; press < 7; press++) {
    await viewer.page.keyboard.press("Enter");
    const [now] = await coloured(viewer, "find-current");
    assert.equal((now ?? "split").toLowerCase(), "split");
  }
  await query(viewer).fill("regexp.prototype");
  await viewer.page.locator(".find-count", { hasText: "No results" }).waitFor();
  await query(viewer).fill("range:");
  await counts(viewer, "1 of 1");
  await staysInView(viewer, "far to the right in a code block");
  await viewer.close();
});

test("Escape closes the box and gives the focus back; the words and the case are kept for the next time", async () => {
  const viewer = await openViewer();
  await viewer.changes(wholeRun());
  await header(viewer, 3).focus();
  await viewer.page.keyboard.press("/");
  await viewer.page.keyboard.type("Plain");
  await counts(viewer, "1 of 1");
  await viewer.page.keyboard.press("Alt+c");
  await viewer.page.locator(".find-count", { hasText: "No results" }).waitFor();
  assert.deepEqual(await openSteps(viewer), [], "nothing to stand in any more");
  await viewer.page.keyboard.press("Escape");
  assert.equal(await query(viewer).isVisible(), false);
  assert.deepEqual(await coloured(viewer, "find"), []);
  assert.equal(
    await viewer.page.evaluate(
      () => document.activeElement?.closest<HTMLElement>("[data-step]")?.dataset.step,
    ),
    "3",
  );
  await viewer.page.keyboard.press("Control+f");
  assert.equal(await query(viewer).inputValue(), "Plain");
  await viewer.page.locator(".find-count", { hasText: "No results" }).waitFor();
  assert.equal(
    await viewer.page.getByRole("button", { name: "Match Case" }).getAttribute("aria-pressed"),
    "true",
  );
  await viewer.close();
});

test("while it streams new matches are counted, the current one and the reader's place stay", async () => {
  const viewer = await openViewer();
  await viewer.changes(thinking(5));
  await viewer.page.keyboard.press("Control+f");
  await viewer.page.keyboard.type("seven");
  await viewer.page.locator(".find-count", { hasText: "No results" }).waitFor();
  await query(viewer).fill("the");
  await viewer.page.locator(".find-count", { hasText: / of / }).waitFor();
  for (let press = 0; press < 4; press++) await viewer.page.keyboard.press("Enter");
  const words = (await viewer.page.locator(".find-count").textContent()) ?? "";
  const [, at = "", of = ""] = /^(\d+) of (\d+)$/.exec(words) ?? assert.fail(words);
  const open = await openSteps(viewer);
  const current = await coloured(viewer, "find-current");
  const more: Change[] = [{ op: "growStep", step: 5, text: "The end of the thought, the last." }];
  await viewer.changes(more);
  await counts(viewer, `${at} of ${Number(of) + 3}`);
  assert.deepEqual(await openSteps(viewer), open);
  assert.deepEqual(await coloured(viewer, "find-current"), current);
  const top = await viewer.page.locator("main").evaluate((main) => main.scrollTop);
  await viewer.changes(thinking(11).slice(thinking(5).length));
  assert.equal(await viewer.page.locator("main").evaluate((main) => main.scrollTop), top);
  await viewer.changes([...answering(), ...ended()]);
  await viewer.page.locator(".find-count", { hasText: / of (2\d|3\d)$/ }).waitFor();
  assert.deepEqual(await coloured(viewer, "find-current"), current);
  await viewer.close();
});

test("800 000 characters in folded steps are searched, and the one that is found is shown", async () => {
  const changes: Change[] = [{ op: "begin", version: 1, run: head }];
  for (let step = 1; step <= 800; step++) {
    const text = `Step ${step} looks at the loop and at **what** it does. `.repeat(20);
    changes.push({ op: "openStep", step, title: `Loop ${step}`, kind: "explore", carry: 0, at: step });
    changes.push({ op: "growStep", step, text: step === 777 ? `${text}The needle.` : text });
    changes.push({ op: "closeStep", step, title: `Loop ${step}`, kind: "explore", at: step + 1 });
  }
  const viewer = await openViewer();
  await viewer.changes([...changes, ...ended()], { reset: true });
  await viewer.page.keyboard.press("Control+f");
  await query(viewer).fill("what it");
  await counts(viewer, "1 of 16,000");
  await query(viewer).fill("needle");
  await counts(viewer, "1 of 1");
  assert.deepEqual(await openSteps(viewer), ["777"]);
  await staysInView(viewer);
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});

test("the search button opens the box, what is selected is looked for, and the count is announced", async () => {
  const viewer = await openViewer();
  await viewer.send({ ...setup, opening: "expanded" });
  await viewer.changes(wholeRun());
  await viewer.page
    .locator("#step-5 p")
    .first()
    .dblclick({ position: { x: 40, y: 8 } });
  const word = (await viewer.page.evaluate(() => String(getSelection()))).trim();
  assert.ok(word.length > 1, word);
  await viewer.page.getByRole("region", { name: "Reasoning" }).getByRole("button", { name: "Find" }).click();
  assert.equal(await query(viewer).inputValue(), word);
  await viewer.page.locator("[role=status]", { hasText: /^\d+ of \d+ Step \d+: / }).waitFor();
  assert.equal(await viewer.page.getByRole("search").count(), 1);
  await viewer.close();
});

test("matches are told apart in every theme and with forced colours", async () => {
  for (const theme of ["dark", "light", "highContrast", "highContrastLight"] as const) {
    const viewer = await openViewer({ theme });
    if (theme === "light") {
      // As other themes have it; what the reader stands on must be read all the same.
      const clear =
        "document.documentElement.style.setProperty('--vscode-editor-findMatchBackground', '#0069cc40')";
      await viewer.page.evaluate(clear);
    }
    await viewer.changes(wholeRun());
    await viewer.page.keyboard.press("Control+f");
    await query(viewer).fill("negative numbers");
    await counts(viewer, "1 of 3");
    const style = (name: string) =>
      viewer.page.evaluate((pseudo) => {
        const prose = document.querySelector(".answer .prose") ?? document.body;
        const { backgroundColor, textDecorationLine, color } = getComputedStyle(
          prose,
          `::highlight(${pseudo})`,
        );
        return { backgroundColor, textDecorationLine, color };
      }, name);
    const [all, current] = [await style("find"), await style("find-current")];
    assert.notDeepEqual(all, current, theme);
    assert.match(current.backgroundColor, /^(rgb\(|color\(srgb [\d. ]+\)$)/, `${theme}: opaque`);
    assert.doesNotMatch(current.color, /rgba|\/ 0/, `${theme}: opaque letters`);
    assert.ok(
      all.textDecorationLine === "underline" || !all.backgroundColor.endsWith(", 0)"),
      `${theme}: ${JSON.stringify(all)}`,
    );
    await viewer.page.emulateMedia({ forcedColors: "active" });
    assert.notDeepEqual(await style("find"), await style("find-current"), `${theme}, forced`);
    await viewer.close();
  }
});
