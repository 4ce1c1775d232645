import assert from "node:assert/strict";
import { test } from "node:test";
import { copySample } from "../../scripts/copySample.ts";
import { Workbench } from "../support/workbench.ts";

test("the packed extension, installed in a clean VS Code, answers from the sample", async (context) => {
  const workbench = await Workbench.open({
    name: "packed",
    folder: await copySample(".build/packed-workspace"),
    extension: { vsix: "cot-viewer.vsix" },
    settings: { "cotViewer.sampleSpeed": 50 },
  });
  context.after(() => workbench.close());

  await workbench.openFile("range.ts");
  await workbench.runCommand("Reasoning: Find Bugs");
  const view = await workbench.webview("Viewer");
  const answer = view.getByRole("region", { name: "Answer", exact: true });
  await workbench.until("the answer", async () => (await answer.innerText()).length > 200);
  await workbench.until("the end of the run", async () => {
    return (await view.locator(".status-line .words").innerText()) === "Done";
  });
  assert.ok((await view.locator("[data-step]").count()) > 3);
  await workbench.screenshot("answered");
});
