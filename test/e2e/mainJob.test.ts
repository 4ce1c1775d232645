import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, afterEach, before, test } from "node:test";
import type { Frame } from "playwright-core";
import { copySample } from "../../scripts/copySample.ts";
import { Workbench } from "../support/workbench.ts";

const view = "Viewer";
let workbench: Workbench;
let frame: Frame;

before(async () => {
  workbench = await Workbench.open({
    name: "main-job",
    folder: await copySample(path.resolve(".build", "main-job-workspace")),
    extension: { vsix: "cot-viewer.vsix" },
    settings: { "cotViewer.sampleSpeed": 8 },
  });
});
after(() => workbench.close());
afterEach(async (context) => {
  if ("passed" in context) await workbench.keepFailure(context);
});

const step = (number: number) => frame.locator(`[data-step="${number}"]`);
const head = (number: number) => step(number).getByRole("button").first();
const words = () => frame.locator(".status-line .words").innerText();
const region = (name: string) => frame.getByRole("region", { name, exact: true });

async function stepCount(): Promise<number> {
  return frame.locator("[data-step]").count();
}

async function waitForSteps(count: number): Promise<void> {
  await workbench.until(`${count} steps`, async () => (await stepCount()) >= count);
}

async function waitFor(state: string): Promise<void> {
  await workbench.until(`the state ${state}`, async () => (await words()) === state);
}

/** Selects the function in the sample file, as a user would with the keyboard. */
async function selectFunction(file: string, name: string): Promise<void> {
  const lines = (await readFile(path.join("media/sample/workspace/src", file), "utf8")).split("\n");
  const first = lines.findIndex((line) => new RegExp(`function ${name}\\b`).test(line)) + 1;
  const last = first + lines.slice(first).findIndex((line) => line === "}") + 1;
  await workbench.openFile(file);
  await workbench.selectLines(first, last);
}

async function recordedAnswer(trace: string): Promise<string> {
  const text = await readFile(path.join("media/sample/traces", trace), "utf8");
  return text.slice(text.indexOf("=== answer ===") + "=== answer ===".length).trim();
}

async function clipboard(): Promise<string> {
  return workbench.page.evaluate(() => navigator.clipboard.readText());
}

test("a function is asked about from the context menu, and titled steps stream in", async () => {
  await selectFunction("range.ts", "parseRange");
  await workbench.pickFromContextMenu("Reasoning", "Find Bugs");
  frame = await workbench.webview(view);
  await waitForSteps(3);
  assert.match(await words(), /^Thinking/);
  assert.equal(await region("Answer").isVisible(), false, "no answer, no box");
  assert.equal(await frame.getByRole("button", { name: "Stop" }).isVisible(), true);
  for (const number of [1, 2]) {
    const title = await step(number).locator(".title").innerText();
    assert.ok(title.length > 2 && title.length <= 60, title);
    assert.match((await step(number).getAttribute("data-kind")) ?? "", /^[a-z]+$/);
  }
  await workbench.screenshot("live");
});

test("a step that the reader folds stays folded, one that is opened stays open", async () => {
  // In one go, since the running step may be another one a moment later.
  const running = await frame.evaluate(() => {
    const row = document.querySelector<HTMLElement>('[data-step][data-state="running"]');
    row?.querySelector("button")?.click();
    return Number(row?.dataset.step);
  });
  assert.equal(await head(running).getAttribute("aria-expanded"), "false");
  await head(1).click();
  assert.equal(await head(1).getAttribute("aria-expanded"), "true");
  await waitForSteps(running + 2);
  assert.equal(await head(running).getAttribute("aria-expanded"), "false");
  assert.equal(await head(1).getAttribute("aria-expanded"), "true");
});

test("the answer stands in its own region and is the recorded one", async () => {
  await waitFor("Done");
  const answer = region("Answer");
  assert.equal(await answer.isVisible(), true);
  assert.ok((await answer.locator("pre code").count()) > 0, "code stays code");
  await workbench.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await answer.getByRole("button", { name: "Copy Answer" }).click();
  const expected = await recordedAnswer("range-find-bugs.md");
  await workbench.until("the answer on the clipboard", async () => (await clipboard()).trim() === expected);
  assert.equal(
    await head(1).getAttribute("aria-expanded"),
    "true",
    "the answer does not fold what was opened",
  );
});

test("Ctrl+F in the view searches the run, and not the code beside it", async () => {
  await head(2).focus();
  await workbench.page.keyboard.press("Control+f");
  const query = frame.getByRole("textbox", { name: "Find in this run" });
  await query.fill("range");
  await workbench.until("a match", async () =>
    /^\d+ of \d+$/.test(await frame.locator(".find-count").innerText()),
  );
  await workbench.screenshot("find");
  await workbench.page.keyboard.press("F3");
  assert.equal(await query.evaluate((box) => box === document.activeElement), true);
  assert.equal(await workbench.page.locator(".find-widget.visible").count(), 0, "the editor's find");
  await workbench.page.keyboard.press("Escape");
  assert.equal(await query.isVisible(), false);
  assert.equal(await head(2).evaluate((button) => button === document.activeElement), true);
});

test("everything of a run is copied as Markdown from the menu", async () => {
  await frame.getByRole("button", { name: "More" }).click();
  await frame.getByRole("menuitem", { name: "Copy All as Markdown" }).click();
  const answer = await recordedAnswer("range-find-bugs.md");
  await workbench.until("the run on the clipboard", async () => {
    const text = await clipboard();
    return text.includes(`## Answer\n\n${answer}`) && /^### 2\. .+ \(.+\)$/m.test(text);
  });
});

test("it reads well in every theme and when narrow", async () => {
  await workbench.screenshot("done-light");
  for (const [theme, name] of [
    ["Default Dark Modern", "done-dark"],
    ["Default High Contrast", "done-hc-dark"],
    ["Default High Contrast Light", "done-hc-light"],
    ["Default Light Modern", "done-light-again"],
  ] as const) {
    await workbench.configure({ "workbench.colorTheme": theme });
    await workbench.screenshot(name);
  }
  const wide = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(wide <= 0, `${wide} px do not fit`);
});

test("the run opens in an editor tab too, with the answer beside the steps", async () => {
  await frame.getByRole("button", { name: "Open in Editor" }).click();
  const tab = await workbench.webview("Reasoning");
  await workbench.until("the run in the tab", async () => (await tab.locator("[data-step]").count()) > 3);
  await workbench.screenshot("tab");
  await workbench.configure({ "workbench.colorTheme": "Default Dark Modern" });
  await workbench.runCommand("View: Toggle Primary Side Bar Visibility");
  await tab.locator("[data-step] button").first().click();
  await workbench.screenshot("tab-wide-dark");
  await workbench.runCommand("View: Toggle Primary Side Bar Visibility");
  await workbench.configure({ "workbench.colorTheme": "Default Light Modern" });
  frame = await workbench.webview(view);
});

test("a stopped run keeps what came, also when the window is loaded anew", async () => {
  await selectFunction("retry.ts", "retry");
  await workbench.runCommand("Reasoning: Explain");
  await workbench.until("a second run", async () =>
    (await frame.locator(".question h1").innerText()).includes("Explain"),
  );
  await waitForSteps(3);
  await frame.getByRole("button", { name: "Stop" }).click();
  await waitFor("Stopped");
  const kept = await stepCount();
  const titles = await frame.locator("[data-step] .title").allInnerTexts();
  assert.ok(kept >= 3);
  await workbench.screenshot("stopped");
  await workbench.reload();
  frame = await workbench.webview(view);
  await waitForSteps(kept);
  assert.deepEqual(await frame.locator("[data-step] .title").allInnerTexts(), titles);
  assert.equal(await words(), "Stopped");
});

test("an endpoint without a key says so, with what to do next", async () => {
  await workbench.configure({ "cotViewer.endpoint": "DeepSeek" });
  await frame.getByRole("button", { name: "Ask Again" }).click();
  await waitFor("Failed");
  assert.equal(await frame.getByRole("button", { name: "Set API Key" }).first().isVisible(), true);
  await workbench.screenshot("no-key");
});
