import assert from "node:assert/strict";
import * as vscode from "vscode";
import { test } from "../support/hostTest.ts";

function thisExtension(): vscode.Extension<unknown> {
  const found = vscode.extensions.all.find(({ id }) => id.endsWith(".cot-viewer"));
  assert.ok(found, "VS Code does not know the extension");
  return found;
}

test("every command of the manifest is there once the extension runs", async () => {
  const extension = thisExtension();
  await extension.activate();
  const manifest: { contributes: { commands: { command: string }[] } } = extension.packageJSON;
  const known = new Set(await vscode.commands.getCommands(true));
  const missing = manifest.contributes.commands.map(({ command }) => command).filter((id) => !known.has(id));
  assert.deepEqual(missing, []);
});

test("activation leaves the model's SDK on the disk", async () => {
  await thisExtension().activate();
  assert.deepEqual(
    Object.keys(require.cache).filter((file) => file.endsWith("openai.cjs")),
    [],
  );
});
