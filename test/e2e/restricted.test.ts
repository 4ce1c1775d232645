import assert from "node:assert/strict";
import path from "node:path";
import { after, afterEach, before, test } from "node:test";
import { copySample } from "../../scripts/copySample.ts";
import { Workbench } from "../support/workbench.ts";

let workbench: Workbench;

before(async () => {
  workbench = await Workbench.open({
    name: "restricted",
    folder: await copySample(path.resolve(".build", "restricted-workspace")),
    extension: { vsix: "cot-viewer.vsix" },
    settings: {
      "security.workspace.trust.enabled": true,
      "security.workspace.trust.startupPrompt": "never",
      "security.workspace.trust.untrustedFiles": "open",
      "cotViewer.sampleSpeed": 50,
    },
  });
});
after(() => workbench.close());
afterEach(async (context) => {
  if ("passed" in context) await workbench.keepFailure(context);
});

test("in a workspace that is not trusted code is neither inserted nor replaced, and the reason is said", async () => {
  await workbench.runCommand("Reasoning: Try the Sample");
  const frame = await workbench.webview("Viewer");
  await workbench.until(
    "the end",
    async () => (await frame.locator(".status-line .words").innerText()) === "Done",
  );
  for (const name of ["Insert at Cursor", "Replace Selection…"]) {
    await frame.getByRole("button", { name }).first().click();
    // A window under test shows no toasts; the notification is in the list.
    await workbench.runCommand("Notifications: Show Notifications");
    const said = workbench.page.locator(".notification-list-item", {
      hasText: "so its files are not changed",
    });
    await said.waitFor();
    await workbench.screenshot(name);
    assert.equal(await workbench.page.locator(".tab").count(), 1, `${name}: no diff`);
    assert.equal(await workbench.page.locator(".tab.dirty").count(), 0, `${name}: the file is as it was`);
    await workbench.runCommand("Notifications: Clear All Notifications");
    await said.waitFor({ state: "detached" });
  }
});
