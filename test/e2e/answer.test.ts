import assert from "node:assert/strict";
import path from "node:path";
import { after, afterEach, before, test } from "node:test";
import type { Frame } from "playwright-core";
import { copySample } from "../../scripts/copySample.ts";
import { startReplyServer, type ReplyServer } from "../support/replyServer.ts";
import { Workbench } from "../support/workbench.ts";

const code = "export function parseRange(): number {\n  return 42;\n}";
const answer = `It runs $\\frac{n}{2}$ times.\n\n\`\`\`ts\n${code}\n\`\`\`\n`;

let server: ReplyServer;
let workbench: Workbench;
let frame: Frame;

before(async () => {
  server = await startReplyServer((_, response) => {
    const deltas = [{ reasoning_content: "Let me see." }, { content: answer }];
    const chunks = deltas.map((delta) => ({ choices: [{ delta, finish_reason: null }] }));
    const end = { choices: [{ delta: {}, finish_reason: "stop" }] };
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.end(
      [...chunks, end].map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join("") + "data: [DONE]\n\n",
    );
  });
  workbench = await Workbench.open({
    name: "answer",
    folder: await copySample(path.resolve(".build", "answer-workspace")),
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

const editorText = () =>
  workbench.page
    .locator(".editor-instance .view-lines")
    .first()
    .innerText()
    .then((text) => text.replaceAll("\u00A0", " "));
const shows = (text: string) =>
  workbench.until(`an editor with ${text}`, async () => (await editorText()).includes(text));

test("a formula of an answer is set under VS Code's own content security policy", async () => {
  await workbench.openFile("range.ts");
  await workbench.selectLines(12, 22);
  await workbench.pickFromContextMenu("Reasoning", "Find Bugs");
  frame = await workbench.webview("Viewer");
  await frame.locator(".answer mfrac").waitFor();
});

test("Replace Selection shows a diff; Apply writes it, and one undo takes it back", async () => {
  await frame.getByRole("button", { name: "Replace Selection…" }).click();
  const apply = workbench.page.locator(".editor-actions").getByText("Apply", { exact: true });
  await apply.waitFor();
  await workbench.screenshot("replacement");
  await apply.click();
  await workbench.page.locator(".tab[aria-label*='Replacement']").waitFor({ state: "detached" });
  await shows("return 42;");
  await workbench.page.keyboard.press("ControlOrMeta+Z");
  await workbench.until("the old text", async () => !(await editorText()).includes("return 42;"));
});

test("Discard leaves the file as it is", async () => {
  await frame.getByRole("button", { name: "Replace Selection…" }).click();
  await workbench.page.locator(".editor-actions").getByText("Discard", { exact: true }).click();
  await workbench.page.locator(".tab[aria-label*='Replacement']").waitFor({ state: "detached" });
  assert.ok(!(await editorText()).includes("return 42;"));
});

test("Insert at Cursor writes into the editor, Open as File makes a new one in the block's language", async () => {
  await frame.getByRole("button", { name: "Insert at Cursor" }).click();
  await shows("return 42;");
  await frame.getByRole("button", { name: "Open as File" }).click();
  await workbench.page.locator(".tab.active[aria-label*='Untitled-1']").waitFor();
  await workbench.page.locator(".statusbar-item", { hasText: "TypeScript" }).waitFor();
  assert.match(await editorText(), /^export function parseRange\(\): number/);
});
