import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { after, afterEach, before, test } from "node:test";
import type { Frame } from "playwright-core";
import { copySample } from "../../scripts/copySample.ts";
import { startReplyServer, type ReplyServer } from "../support/replyServer.ts";
import { Workbench } from "../support/workbench.ts";

let workbench: Workbench;
let server: ReplyServer;
let frame: Frame;

before(async () => {
  server = await startReplyServer((_, response) => {
    const chunk = {
      choices: [{ delta: { content: "1: What it is given\n2: A plan" }, finish_reason: "stop" }],
    };
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.end(`data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`);
  });
  workbench = await Workbench.open({
    name: "steer",
    folder: await copySample(path.resolve(".build", "steer-workspace")),
    extension: { vsix: "cot-viewer.vsix" },
    // At its natural pace, so that there is a thought to break off however slow the machine is.
    settings: { "cotViewer.sampleSpeed": 1 },
  });
});
after(async () => {
  await workbench.close();
  await server.close();
});
afterEach(async (context) => {
  if ("passed" in context) await workbench.keepFailure(context);
});

const words = () => frame.locator(".status-line .words").innerText();
const titles = () => frame.locator("[data-step] .title").allInnerTexts();
const answer = () => frame.getByRole("region", { name: "Answer", exact: true });

async function openWalkthrough(): Promise<void> {
  await workbench.runCommand("Welcome: Open Walkthrough...");
  await workbench.page.locator(".quick-input-widget input[type=text]").fill("Read how");
  await workbench.page.locator(".quick-input-list").getByText("Read how a model thinks").first().click();
}

test("the walkthrough shows four steps, and its link plays the sample", async () => {
  await openWalkthrough();
  const steps = workbench.page.locator(".getting-started-step");
  await workbench.until("four steps", async () => (await steps.count()) === 4);
  await workbench.runCommand("View: Toggle Primary Side Bar Visibility");
  await workbench.screenshot("walkthrough");
  await workbench.page.getByRole("button", { name: "Try the Sample" }).click();
  frame = await workbench.webview("Viewer");
  await workbench.until("a thought", async () => (await words()).startsWith("Thinking"));
});

test("the answer can be had while the sample thinks: the steps stay, the recorded answer comes", async () => {
  await workbench.until("three steps", async () => (await frame.locator("[data-step]").count()) >= 3);
  await frame.locator('[data-step="1"] button').first().click();
  await frame.locator(".status-line").getByRole("button", { name: "Answer Now" }).click();
  await workbench.until("the end", async () => (await words()) === "Done");
  assert.ok((await frame.locator("[data-step]").count()) >= 3);
  assert.equal(await frame.locator('[data-step="1"] button').first().getAttribute("aria-expanded"), "true");
  assert.ok(await frame.getByText("its thinking was closed here and the answer begun").isVisible());
  const trace = await readFile("media/sample/traces/range-find-bugs.md", "utf8");
  const [first = ""] = trace.slice(trace.indexOf("=== answer ===")).split("\n").slice(1);
  assert.ok((await answer().innerText()).includes(first.replaceAll(/[*`#]/g, "").trim().slice(0, 30)), first);
  await workbench.screenshot("answered-now");
});

test("titles by a model are asked for, shown beside none but their own, and taken back", async () => {
  const own = await titles();
  const mine = { name: "Mine", baseUrl: `${server.origin}/v1`, model: "titler" };
  await workbench.configure({ "cotViewer.endpoints": [mine], "cotViewer.endpoint": mine.name });
  await workbench.runCommand("Reasoning: Title Steps with the Model…");
  const dialog = workbench.page.locator(".monaco-dialog-box");
  await workbench.until("the cost", async () => /≈ [\d,]+ tokens/.test(await dialog.innerText()));
  await workbench.screenshot("titles-asked");
  await dialog.getByRole("button", { name: "Title Steps" }).click();
  await workbench.until("the new titles", async () => (await titles())[0] === "What it is given");
  assert.deepEqual((await titles()).slice(1), ["A plan", ...own.slice(2)]);
  await workbench.reload();
  frame = await workbench.webview("Viewer");
  await workbench.until("the kept titles", async () => (await titles())[1] === "A plan");
  await workbench.runCommand("Reasoning: Use Local Titles");
  await workbench.until("the local titles", async () => (await titles())[0] === own[0]);
  assert.deepEqual(await titles(), own);
});

test("a new question begins on an empty page", async () => {
  await workbench.runCommand("Reasoning: New Question");
  await workbench.until("the welcome", async () =>
    frame.getByRole("region", { name: "Welcome" }).isVisible(),
  );
  assert.equal(await frame.locator("[data-step]").count(), 0);
  const box = frame.getByRole("textbox");
  await workbench.until("the focus", async () =>
    box.evaluate((element) => element === document.activeElement),
  );
  await workbench.screenshot("new-question");
});

test("what is done from the page is ticked in the walkthrough", async () => {
  await openWalkthrough();
  await frame.getByRole("textbox").fill("What is this for?");
  await frame.getByRole("textbox").press("Enter");
  for (const step of ["sample", "ask", "steer"])
    await workbench.page.locator(`.complete[data-done-step-id$="#${step}"]`).first().waitFor();
  await workbench.screenshot("walked");
  await workbench.until("the end", async () => (await words()) === "Done");
  await workbench.runCommand("Reasoning: New Question");
  await frame.getByRole("region", { name: "Welcome" }).waitFor();
});

test("a model's answer offers the case against it, which comes as a follow-up", async () => {
  const box = frame.getByRole("textbox");
  await box.fill("Is it right?");
  await box.press("Enter");
  await workbench.until("the end", async () => (await words()) === "Done");
  await frame.getByRole("button", { name: "Case Against", exact: true }).click();
  const asked = frame.getByRole("button", { name: "Case against this answer" });
  await workbench.until("the case", async () => (await asked.isVisible()) && (await words()) === "Done");
  assert.ok(await frame.getByText("A follow-up; 1 earlier question went along").isVisible());
  await workbench.screenshot("case-against");
});

test("Ask… has the last question first, which can be removed and brought back", async () => {
  await workbench.runCommand("Reasoning: Ask…");
  const row = workbench.page.locator(".quick-input-list .monaco-list-row").first();
  const says = (part: string) => async () => (await row.innerText()).includes(part);
  await workbench.until("the last question", says("Is it right?"));
  await row.hover();
  await row.getByRole("button", { name: "Remove from This List" }).click();
  await workbench.until("that it is removed", says("removed"));
  await workbench.screenshot("question-removed");
  await row.hover();
  await row.getByRole("button", { name: "Bring Back" }).click();
  await workbench.until("that it is back", async () => !(await says("removed")()));
  await workbench.page.keyboard.press("Escape");
});
