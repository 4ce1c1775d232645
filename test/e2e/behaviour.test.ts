import assert from "node:assert/strict";
import path from "node:path";
import { after, afterEach, before, test } from "node:test";
import type { Frame } from "playwright-core";
import { copySample } from "../../scripts/copySample.ts";
import { Workbench } from "../support/workbench.ts";

// The rules of behaviour, each tried on a run that streams slowly in a real VS Code.
const slow = 1;
let workbench: Workbench;
let frame: Frame;
const elsewhere: string[] = [];

before(async () => {
  workbench = await Workbench.open({
    name: "behaviour",
    folder: await copySample(path.resolve(".build", "behaviour-workspace")),
    extension: { vsix: "cot-viewer.vsix" },
    settings: { "cotViewer.sampleSpeed": slow },
  });
  workbench.page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    // A webview's own files have this host, which VS Code's service worker answers.
    const own = /^(localhost|127\.0\.0\.1)$|\.vscode-resource\.vscode-cdn\.net$/;
    if (protocol.startsWith("http") && !own.test(hostname)) elsewhere.push(request.url());
  });
  await workbench.openFile("range.ts");
  await workbench.runCommand("Reasoning: Find Bugs");
  frame = await workbench.webview("Viewer");
});
after(() => workbench.close());
afterEach(async (context) => {
  if ("passed" in context) await workbench.keepFailure(context);
});

const head = (number: number) => frame.locator(`[data-step="${number}"] .step-head`);
const expanded = async (number: number) => (await head(number).getAttribute("aria-expanded")) === "true";
const count = () => frame.locator("[data-step]").count();
const words = () => frame.locator(".status-line .words").innerText();
const moreSteps = async (more: number) => {
  const wanted = (await count()) + more;
  await workbench.until(`${wanted} steps`, async () => (await count()) >= wanted);
};
const scroller = () => frame.locator("main");

test("1. the reader's own toggle wins over every automatic one", async () => {
  await moreSteps(3);
  await head(1).click();
  assert.ok(await expanded(1));
  await workbench.configure({ "cotViewer.openSteps": "collapsed" });
  await moreSteps(1);
  assert.ok(await expanded(1), "the setting folds only what nobody touched");
  await workbench.configure({ "cotViewer.openSteps": "latest" });
  await head(1).click();
  await moreSteps(1);
  assert.equal(await expanded(1), false);
});

test("4. the running step streams as plain text, a closed one is Markdown", async () => {
  const running = frame.locator('[data-step][data-state="running"] .step-body .plain');
  const length = async () => ((await running.first().textContent()) ?? "").length;
  await workbench.until(
    "text in the running step",
    async () => (await running.count()) > 0 && (await length()) > 20,
  );
  await head(1).click();
  assert.equal((await frame.locator('[data-step="1"] .step-body.prose p').count()) > 0, true);
  await head(1).click();
});

test("2. the reader's scroll is not moved; what came is told and led to", async () => {
  await head(2).click();
  await head(3).click();
  await scroller().evaluate((element) => element.scrollTo(0, 40));
  await moreSteps(2);
  assert.equal(await scroller().evaluate((element) => element.scrollTop), 40);
  const pill = frame.getByRole("button", { name: /new steps?/ });
  await pill.click();
  await workbench.until("the end", () =>
    scroller().evaluate((element) => element.scrollHeight - element.clientHeight - element.scrollTop < 8),
  );
});

test("3. selecting text folds nothing", async () => {
  if (!(await expanded(2))) await head(2).click();
  const paragraph = frame.locator('[data-step="2"] .step-body p').first();
  await paragraph.scrollIntoViewIfNeeded();
  const box = await paragraph.boundingBox();
  assert.ok(box);
  const { mouse } = workbench.page;
  await mouse.move(box.x + 4, box.y + 8);
  await mouse.down();
  await mouse.move(box.x + Math.min(160, box.width - 4), box.y + 8, { steps: 5 });
  await mouse.up();
  assert.ok((await frame.evaluate(() => document.getSelection()?.toString() ?? "")).length > 3);
  assert.ok(await expanded(2));
  await head(4).scrollIntoViewIfNeeded();
  const title = await head(4).locator(".title").boundingBox();
  assert.ok(title);
  await mouse.move(title.x + 2, title.y + 8);
  await mouse.down();
  await mouse.move(title.x + 60, title.y + 9, { steps: 4 });
  await mouse.up();
  assert.equal(await expanded(4), false, "a drag over a title is no click");
});

test("7. a step's start and the answer's are said politely, tokens are not", async () => {
  await frame.evaluate(() => {
    const status = document.querySelector<HTMLElement>("[role=status]");
    if (!status) return;
    const note = () => (status.dataset.heard = [status.dataset.heard, status.textContent].join("\n"));
    new MutationObserver(note).observe(status, { childList: true, characterData: true, subtree: true });
  });
  const heard = async () =>
    ((await frame.locator("[role=status]").getAttribute("data-heard")) ?? "")
      .split("\n")
      .filter((text) => text !== "");
  const said = await workbench.until("two announcements", async () => {
    const all = await heard();
    return all.length >= 2 && all;
  });
  for (const text of said) assert.match(text, /^(Step \d+: |The answer begins|Done)/);
});

test("11. what takes long shows that it goes on and can be stopped; what came is kept", async () => {
  assert.match(await words(), /^(Thinking|Answering)/);
  const came = await count();
  await frame.getByRole("button", { name: "Stop" }).click();
  await workbench.until("the stop", async () => (await words()) === "Stopped");
  assert.ok((await count()) >= came);
});

test("9. times and verdicts are kept with the run: the same after the window is loaded anew", async () => {
  const times = () => frame.locator("[data-step] .time").allInnerTexts();
  const titles = () => frame.locator("[data-step] .title").allInnerTexts();
  const verdict = () => frame.locator('[data-step="1"] .verdict').getAttribute("data-verdict");
  await head(1).press("1");
  await head(1).press("2");
  await workbench.until("the verdict", async () =>
    (await frame.locator(".summary").innerText()).endsWith("1 judged, 1 wrong"),
  );
  const kept = {
    verdict: await verdict(),
    times: await times(),
    titles: await titles(),
    summary: await frame.locator(".summary").innerText(),
  };
  await workbench.reload();
  frame = await workbench.webview("Viewer");
  await workbench.until("the steps", async () => (await count()) === kept.titles.length);
  const summary = await frame.locator(".summary").innerText();
  assert.deepEqual({ verdict: await verdict(), times: await times(), titles: await titles(), summary }, kept);
  assert.equal(kept.verdict, "wrong");
});

test("5. folded text is found, the step opened for it and folded again", async () => {
  await frame.getByRole("button", { name: "Collapse All" }).click();
  await head(1).focus();
  await workbench.page.keyboard.press("ControlOrMeta+f");
  const box = frame.getByRole("textbox", { name: "Find" });
  await box.fill("because");
  const position = async () => (await frame.locator(".find").innerText()).replaceAll(/\s+/g, " ");
  await workbench.until("a count", async () => /\d+ of \d+/.test(await position()));
  const open = () => frame.locator('.step-head[aria-expanded="true"]').count();
  const opened = new Set<string>();
  await workbench.until("a match in another step", async () => {
    const last = await position();
    await box.press("Enter");
    await workbench.until("the next match", async () => (await position()) !== last);
    // A match in a title is seen without its step being opened.
    await workbench.until("no step open but the match's", async () => (await open()) <= 1);
    const shown = await frame.locator('[data-step]:has(.step-head[aria-expanded="true"])').allInnerTexts();
    for (const step of shown) opened.add(step);
    return opened.size > 1;
  });
  await box.press("Escape");
  assert.equal(await box.count(), 0);
  await workbench.until("the match's step, still open", async () => (await open()) === 1);
});

test("8. colours are the theme's, and change with it", async () => {
  const colours = () =>
    frame.evaluate(() => {
      const of = (selector: string) => {
        const element = document.querySelector(selector);
        return element ? getComputedStyle(element).color : "";
      };
      return [of(".step-head .title"), of(".step-head .kind"), of(".status-line .words")];
    });
  const seen = new Set<string>();
  for (const theme of ["Default Dark Modern", "Default High Contrast", "Default High Contrast Light"]) {
    await workbench.configure({ "workbench.colorTheme": theme });
    await workbench.until(`the colours of ${theme}`, async () => !seen.has((await colours()).join()));
    seen.add((await colours()).join());
    await workbench.screenshot(`stopped-${theme}`);
  }
  await workbench.configure({ "workbench.colorTheme": "Default Light Modern" });
});

test("10. nothing but this machine was spoken to, and the page's policy was never broken", () => {
  assert.deepEqual(elsewhere, []);
});
