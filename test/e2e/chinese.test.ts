import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, afterEach, before, test } from "node:test";
import type { Frame } from "playwright-core";
import { copySample } from "../../scripts/copySample.ts";
import { Workbench } from "../support/workbench.ts";
import { englishIn, wordsOnPage } from "../support/wordsOnPage.ts";

/** The Chinese words of a bundle. */
async function wordsIn(file: string): Promise<(key: string) => string> {
  const bundle: Record<string, string> = JSON.parse(await readFile(file, "utf8"));
  return (key) => bundle[key] ?? assert.fail(`${file} has no “${key}”`);
}

const label = await wordsIn("package.nls.zh-cn.json");
const t = await wordsIn("l10n/bundle.l10n.zh-cn.json");

let workbench: Workbench;
let frame: Frame;

before(async () => {
  workbench = await Workbench.open({
    name: "chinese",
    folder: await copySample(path.resolve(".build", "chinese-workspace")),
    extension: { vsix: "cot-viewer.vsix" },
    settings: { "cotViewer.sampleSpeed": 40 },
    language: "zh-cn",
  });
});
after(() => workbench.close());
afterEach(async (context) => {
  if ("passed" in context) await workbench.keepFailure(context);
});

const words = () => frame.locator(".status-line .words").innerText();

test("12. in a Chinese window the command and all of the page speak Chinese", async () => {
  await workbench.openFile("range.ts");
  await workbench.runCommand(`${label("category")}: ${label("command.findBugs")}`);
  frame = await workbench.webview(label("view.viewer"));
  await workbench.until("its end", async () => (await words()) === t("Done"));
  assert.equal(await frame.locator("html").getAttribute("lang"), "zh-cn");
  for (const region of ["Answer", "Reasoning", "Question"])
    assert.equal(await frame.getByRole("region", { name: t(region), exact: true }).count(), 1, region);
  const spoken = await wordsOnPage(frame);
  // Read after the words, since rows may still be made.
  const titles = await frame.locator(".step-head .title, .phase-head .title").allTextContents();
  assert.ok(titles.length > 3, "the steps are there");
  const sent = (await frame.locator(".sent").textContent()) ?? "";
  assert.match(sent, /Find the bugs/, "the question that went out is there");
  assert.deepEqual(englishIn(spoken, ["Sample", "src/range.ts", sent, ...titles]), []);
  await workbench.screenshot("viewer");
});

test("12. and so do the history, its question before a deletion, and the status bar", async () => {
  const { page } = workbench;
  await page.locator(".pane-header", { hasText: label("view.history") }).click();
  const row = page
    .locator(".pane", { hasText: label("view.history") })
    .getByRole("treeitem")
    .first();
  await row.getByText(t("Find bugs")).waitFor();
  const spoken = [
    await row.getAttribute("aria-label"),
    await page.locator(".statusbar-item", { hasText: "Sample" }).getAttribute("aria-label"),
  ];
  // The icon is read out by its name, which VS Code does not translate.
  assert.deepEqual(englishIn(spoken.map(String), ["Sample", "src/range.ts", "lightbulb-sparkle"]), []);
  await row.click();
  await page.keyboard.press("Delete");
  const question = t("Delete the run “{0}”?").replace("{0}", t("Find bugs"));
  await page.locator(".monaco-dialog-box").getByText(question).waitFor();
  await workbench.screenshot("history");
});
