import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { after, afterEach, before, test } from "node:test";
import type { Frame } from "playwright-core";
import { copySample } from "../../scripts/copySample.ts";
import { journalLines } from "../../src/core/run/journal.ts";
import { replayRecord } from "../../src/core/run/runRecord.ts";
import { readRun } from "../support/readRun.ts";
import { Workbench } from "../support/workbench.ts";

let workbench: Workbench;
let frame: Frame;

before(async () => {
  const folder = await copySample(path.resolve(".build", "history-workspace"));
  const saved = readRun([
    "First I look at the loop. It ends at the last item.\n\nBut wait, is that so? It is.",
  ]);
  await writeFile(path.join(folder, "saved.cot.jsonl"), journalLines(replayRecord(saved)));
  await writeFile(path.join(folder, "foreign.cot.jsonl"), '{"messages": []}\n');
  workbench = await Workbench.open({
    name: "history",
    folder,
    extension: { vsix: "cot-viewer.vsix" },
    settings: { "cotViewer.sampleSpeed": 100 },
  });
});
after(() => workbench.close());
afterEach(async (context) => {
  if ("passed" in context) await workbench.keepFailure(context);
});

const words = () => frame.locator(".status-line .words").innerText();
const question = () => frame.locator(".question h1").innerText();
const rows = () => workbench.page.locator(".pane", { hasText: "History" }).getByRole("treeitem");
const labels = () => rows().locator(".label-name").allInnerTexts();
const welcome = () =>
  workbench.until("the welcome", () => frame.getByRole("region", { name: "Welcome" }).isVisible());
const waitFor = (state: string) => workbench.until(state, async () => (await words()) === state);

test("an empty history says what will be there, and leads to the sample", async () => {
  await workbench.runCommand("Reasoning: Focus on History View");
  await workbench.page.getByText("No runs yet.").waitFor();
  await workbench.screenshot("empty");
  await workbench.page.getByRole("button", { name: "Try the Sample" }).click();
  frame = await workbench.webview("Viewer");
  await waitFor("Done");
  await workbench.until("its row", async () => (await rows().count()) === 1);
});

test("runs are listed newest first, and Enter shows one again while another goes on", async () => {
  await workbench.configure({ "cotViewer.sampleSpeed": 1 });
  await workbench.openFile("retry.ts");
  await workbench.runCommand("Reasoning: Explain");
  await workbench.until("two rows", async () => (await labels()).join() === "Explain,Find bugs");
  await workbench.until("a thought", async () => (await words()).startsWith("Thinking"));
  assert.equal(await rows().nth(0).locator(".codicon-modifier-spin").count(), 1);
  await rows().nth(0).click();
  await workbench.page.keyboard.press("ArrowDown");
  await workbench.page.keyboard.press("Enter");
  await workbench.until("the earlier run", async () => (await question()) === "Find bugs");
  await waitFor("Done");
  await workbench.screenshot("two-light");
  assert.match((await rows().nth(1).getAttribute("aria-label")) ?? "", /^Find bugs, .*Done · .* steps/);
  await workbench.configure({ "workbench.colorTheme": "Default Dark Modern" });
  await workbench.screenshot("two-dark");
  await workbench.runCommand("Reasoning: Show the Run That Goes On");
  await workbench.until("the run that goes on", async () => (await question()) === "Explain");
  await workbench.until("its thought", async () => (await words()).startsWith("Thinking"));
});

test("typing finds a row", async () => {
  await rows().nth(0).click();
  await workbench.page.keyboard.press("ControlOrMeta+Alt+f");
  await workbench.page.keyboard.type("bugs");
  await workbench.screenshot("find");
  await workbench.page.keyboard.press("Escape");
});

test("the Delete key deletes the selected run after asking, and the viewer lets go of it", async () => {
  await frame.getByRole("button", { name: "Stop" }).click();
  await waitFor("Stopped");
  await rows().nth(0).click();
  await workbench.page.keyboard.press("Delete");
  const dialog = workbench.page.locator(".monaco-dialog-box");
  await dialog.getByText("Delete the run “Explain”?").waitFor();
  await workbench.screenshot("delete");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  assert.equal(await rows().count(), 2);
  await rows().nth(0).click();
  await workbench.page.keyboard.press("Delete");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await workbench.until("one row", async () => (await labels()).join() === "Find bugs");
  await welcome();
  await workbench.reload();
  frame = await workbench.webview("Viewer");
  await welcome();
  await workbench.runCommand("Reasoning: Focus on History View");
  await rows().nth(0).click();
  await workbench.until("the run that is left", async () => (await question()) === "Find bugs");
});

test("a row opens in an editor tab, and the whole history can be cleared", async () => {
  await workbench.runCommand("Reasoning: Focus on History View");
  await rows().nth(0).hover();
  await rows().nth(0).getByRole("button", { name: "Open in Editor" }).click();
  const tab = await workbench.webview("Reasoning");
  await workbench.until("the run in the tab", async () => (await tab.locator("[data-step]").count()) > 3);
  await workbench.screenshot("tab");
  await workbench.runCommand("Reasoning: Clear History…");
  const dialog = workbench.page.locator(".monaco-dialog-box");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await workbench.page.getByText("No runs yet.").waitFor();
});

/** Opens a file that is shown otherwise than as text, and finds its page by what it says. */
async function openSaved(name: string, says: string): Promise<Frame> {
  await workbench.page.keyboard.press("ControlOrMeta+P");
  await workbench.page.locator(".quick-input-widget input[type=text]").fill(name);
  await workbench.page.locator(".quick-input-list").getByText(name).first().click();
  await workbench.page.locator(`.tab.active[aria-label^="${name}"]`).waitFor();
  return workbench.until(says, async () => {
    for (const each of workbench.page.frames())
      if ((await each.getByText(says).count()) > 0 && each !== workbench.page.mainFrame()) return each;
    return undefined;
  });
}

test("a saved run opens in a tab of its own, and asking on takes it into the history", async () => {
  const tab = await openSaved("saved.cot.jsonl", "Why?");
  await workbench.until("its step", async () => (await tab.locator("[data-step]").count()) === 1);
  await workbench.screenshot("file");
  assert.equal(await rows().count(), 0, "reading a file keeps nothing");
  await tab.locator('[data-step="1"] .step-head').focus();
  await workbench.page.keyboard.press("2");
  await workbench.until("its copy", async () => (await labels()).join() === "Why?");
  await workbench.until("the verdict on both pages", async () => {
    const judged = '[data-step="1"] .step-head .verdict';
    return (await tab.locator(judged).count()) === 1 && (await frame.locator(judged).count()) === 1;
  });
});

test("a file that is no run says so", async () => {
  const tab = await openSaved("foreign.cot.jsonl", "This file is not a run");
  assert.equal(await tab.getByRole("alert").isVisible(), true);
  await workbench.screenshot("foreign");
});
