import assert from "node:assert/strict";
import path from "node:path";
import { after, afterEach, before, test } from "node:test";
import type { Frame } from "playwright-core";
import { copySample } from "../../scripts/copySample.ts";
import { Workbench } from "../support/workbench.ts";

// From the first question to the follow-up without a pointer: nothing in this file clicks.
let workbench: Workbench;
let frame: Frame;

before(async () => {
  workbench = await Workbench.open({
    name: "keyboard",
    folder: await copySample(path.resolve(".build", "keyboard-workspace")),
    extension: { vsix: "cot-viewer.vsix" },
    settings: { "cotViewer.sampleSpeed": 40 },
  });
});
after(() => workbench.close());
afterEach(async (context) => {
  if ("passed" in context) await workbench.keepFailure(context);
});

const press = (...keys: string[]) =>
  keys.reduce((done, key) => done.then(() => workbench.page.keyboard.press(key)), Promise.resolve());
const type = (text: string) => workbench.page.keyboard.type(text);

/** What has the focus inside the page: the step it belongs to, its name and whether it stands open. */
const focused = () =>
  frame.evaluate(() => {
    const element = document.activeElement;
    return {
      step: Number(element?.closest<HTMLElement>("[data-step]")?.dataset.step ?? 0),
      header: element?.matches(".step-head, .phase-head") ?? false,
      expanded: element?.getAttribute("aria-expanded"),
      name: element?.getAttribute("aria-label") ?? element?.textContent ?? "",
      outline: element ? getComputedStyle(element).outlineStyle : "",
    };
  });

async function command(label: string): Promise<void> {
  const { page } = workbench;
  await workbench.until(`the command ${label}`, async () => {
    await press("Escape", "F1");
    const input = page.locator(".quick-input-widget input[type=text]");
    await input.waitFor({ timeout: 1500 });
    await type(label);
    const row = page.locator(".quick-input-list .monaco-list-row.focused");
    await row
      .locator(`[aria-label^=${JSON.stringify(label)}], :text(${JSON.stringify(label)})`)
      .first()
      .waitFor({ timeout: 1500 });
    return true;
  });
  await press("Enter");
  await workbench.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

test("a question is asked, its steps are walked and opened, and Tab finds a way in and out", async () => {
  const { page } = workbench;
  await workbench.until("the file", async () => {
    await press("Escape", "ControlOrMeta+p");
    await page.locator(".quick-input-widget input[type=text]").waitFor({ timeout: 1500 });
    await type("range.ts");
    await page
      .locator(".quick-input-list .monaco-list-row.focused", { hasText: "range.ts" })
      .waitFor({ timeout: 1500 });
    await press("Enter");
    await page.locator(".editor-instance .view-line").first().waitFor({ timeout: 1500 });
    return true;
  });
  await press("ControlOrMeta+Home", "Shift+PageDown");
  await command("Reasoning: Find Bugs");
  frame = await workbench.webview("Viewer");
  await workbench.until(
    "the end",
    async () => (await frame.locator(".status-line .words").innerText()) === "Done",
  );
  await command("Reasoning: Focus on Viewer View");
  const seen: string[] = [];
  await workbench.until("the list of steps, by Tab", async () => {
    await press("Tab");
    const { header, name, outline } = await focused();
    seen.push(name);
    assert.notEqual(outline, "none", `no focus ring on ${name}`);
    return header;
  });
  assert.ok((await focused()).step <= 1, `on the way: ${seen.join(", ")}`);
  await press("Home");
  assert.equal((await focused()).step, 0, "a long run begins with its first phase");
  await press("ArrowDown");
  assert.equal((await focused()).step, 1);
  await press("ArrowDown", "j", "j", "k");
  assert.equal((await focused()).step, 3);
  await press("ArrowRight");
  assert.equal((await focused()).expanded, "true");
  await press("ArrowLeft");
  assert.equal((await focused()).expanded, "false");
  await press("Enter");
  assert.equal((await focused()).expanded, "true");
  await press("Home");
  assert.equal((await focused()).step, 0);
  await press("End");
  const last = (await focused()).step;
  assert.equal(last, await frame.locator("[data-step]").count());
  await press("e");
  assert.equal(await frame.locator('.step-head[aria-expanded="false"]').count(), 0);
  await press("c");
  assert.equal(await frame.locator('.step-head[aria-expanded="true"]').count(), 0);
});

test("folded text is found with / and left with Escape, the focus returns", async () => {
  const from = (await focused()).step;
  await press("/");
  await type("parse");
  const box = frame.locator(".find");
  await workbench.until("a count", async () => /\d+ of \d+/.test(await box.innerText()));
  await press("Enter", "Shift+Enter", "Escape");
  assert.equal(await box.isVisible(), false);
  assert.equal((await focused()).header, true, `came from step ${from}`);
});

test("? tells every key and Escape closes it", async () => {
  await press("?");
  const sheet = frame.getByRole("dialog");
  await sheet.waitFor();
  assert.ok((await sheet.innerText()).includes("Expand all"));
  await press("Tab", "Tab", "Tab");
  assert.ok(
    await sheet.evaluate((element) => element.contains(document.activeElement)),
    "the focus stays inside",
  );
  await press("Escape");
  assert.equal(await sheet.count(), 0);
  assert.equal((await focused()).header, true);
});

test("a follow-up is written and sent, and can be stopped by key", async () => {
  await workbench.configure({ "cotViewer.sampleSpeed": 0.25 });
  await workbench.until("the box, by Tab", async () => {
    await press("Tab");
    return frame.evaluate(() => document.activeElement?.tagName === "TEXTAREA");
  });
  await type("And what of decimals?");
  await press("Enter");
  await workbench.until("a new run", async () =>
    /^(Waiting|Thinking)/.test(await frame.locator(".status-line .words").innerText()),
  );
  await command("Reasoning: Stop");
  await workbench.until(
    "the stop",
    async () => (await frame.locator(".status-line .words").innerText()) === "Stopped",
  );
});
