import assert from "node:assert/strict";
import path from "node:path";
import { after, afterEach, before, test } from "node:test";
import type { Frame } from "playwright-core";
import { copySample } from "../../scripts/copySample.ts";
import { startReplyServer, type ReplyServer } from "../support/replyServer.ts";
import { Workbench } from "../support/workbench.ts";

const thoughts = [
  "Let me read the function first, to see what it promises. It says that a range is two numbers with a dash between them, or one number alone. On line 15 it asks whether there is a dash at all, and a text without one is read as a number.",
  "Now let me check what happens with a negative number. For that, lines 19 to 20 cut the text at the first dash, which is the sign. So the first part is empty, and an empty text counts as zero. On line 15 nothing asks for that.",
];

let server: ReplyServer;
let workbench: Workbench;
let frame: Frame;

before(async () => {
  server = await startReplyServer((_, response) => {
    const deltas = [{ reasoning_content: thoughts.join("\n\n") }, { content: "It is **wrong**." }];
    const chunks = deltas.map((delta) => ({ choices: [{ delta, finish_reason: null }] }));
    const end = { choices: [{ delta: {}, finish_reason: "stop" }] };
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.end(
      [...chunks, end].map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join("") + "data: [DONE]\n\n",
    );
  });
  workbench = await Workbench.open({
    name: "marks",
    folder: await copySample(path.resolve(".build", "marks-workspace")),
    extension: { vsix: "cot-viewer.vsix" },
    settings: {
      "cotViewer.endpoint": "Here",
      "cotViewer.endpoints": [{ name: "Here", baseUrl: `${server.origin}/v1`, model: "m" }],
    },
  });
});
after(async () => {
  await workbench.close();
  await server.close();
});
afterEach(async (context) => {
  if ("passed" in context) await workbench.keepFailure(context);
});

const head = (step: number) => frame.locator(`[data-step="${step}"] .step-head`);
const isFocused = (step: number) => head(step).evaluate((button) => button === document.activeElement);

/** The numbers of the lines that have a mark's bar. */
const marked = () =>
  workbench.page.evaluate(() => {
    const numbers = [...document.querySelectorAll(".editor-instance .line-numbers")];
    const at = (top: number) =>
      numbers.find((number) => Math.abs(number.getBoundingClientRect().top - top) < 2)?.textContent ?? "?";
    return [...document.querySelectorAll(".editor-instance .view-overlays .cdr")]
      .filter((each) => getComputedStyle(each).borderLeftWidth === "3px")
      .map((each) => at(each.getBoundingClientRect().top))
      .toSorted();
  });
const shows = (...lines: number[]) =>
  workbench.until(`marks on ${lines.join()}`, async () => (await marked()).join() === lines.join());

test("the lines of the step in focus are marked, in every theme, and the editor stays where it is", async () => {
  await workbench.openFile("range.ts");
  await workbench.selectLines(12, 22);
  await workbench.pickFromContextMenu("Reasoning", "Find Bugs");
  frame = await workbench.webview("Viewer");
  await head(2).waitFor();
  await shows();
  await head(1).click();
  await shows(15);
  await workbench.page.keyboard.press("ArrowDown");
  await shows(15, 19, 20);
  assert.ok(await isFocused(2), "the focus stays in the view");
  for (const [theme, name] of [
    ["Default Dark Modern", "dark"],
    ["Default High Contrast", "hc-dark"],
    ["Default High Contrast Light", "hc-light"],
    ["Default Light Modern", "light"],
  ] as const) {
    await workbench.configure({ "workbench.colorTheme": theme });
    await workbench.screenshot(name);
  }
});

test("marks move with edits, and Escape in the view takes them away", async () => {
  const { keyboard } = workbench.page;
  await workbench.openFile("range.ts");
  await keyboard.press("ControlOrMeta+Home");
  await keyboard.press("Enter");
  await shows(16, 20, 21);
  await keyboard.press("ControlOrMeta+Z");
  await shows(15, 19, 20);
  await head(2).focus();
  await keyboard.press("Escape");
  await shows();
  await keyboard.press("ArrowUp");
  await shows(15);
});

test("a mark says which steps speak of its line, and leads to one, also where the view is hidden", async () => {
  await workbench.openFile("range.ts");
  await workbench.selectLines(15, 15);
  await workbench.page.keyboard.press("ArrowLeft");
  await workbench.runCommand("View: Toggle Primary Side Bar Visibility");
  await workbench.runCommand("Show or Focus Hover");
  const link = workbench.page.locator(".monaco-hover a", { hasText: /^2 / });
  await link.waitFor();
  await workbench.screenshot("hover");
  await link.click();
  frame = await workbench.webview("Viewer");
  await workbench.until("step 2 in focus", () => isFocused(2));
  assert.equal(await head(2).getAttribute("aria-expanded"), "true");
  await shows(15, 19, 20);
});

test("steps are counted above their function where that is wanted, and one of them can be picked", async () => {
  await workbench.configure({ "cotViewer.codeLens": true });
  const lens = workbench.page.locator(".codelens-decoration a", { hasText: "2 steps about this" });
  await lens.waitFor();
  await workbench.screenshot("lens");
  await lens.click();
  const rows = workbench.page.locator(".quick-input-list .monaco-list-row");
  await workbench.until("two steps", async () => (await rows.count()) === 2);
  await workbench.screenshot("lens-pick");
  await rows.first().click();
  frame = await workbench.webview("Viewer");
  await workbench.until("step 1 in focus", () => isFocused(1));
  await shows(15);
});
