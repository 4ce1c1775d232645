import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import * as vscode from "vscode";
import type { HostTest } from "./hostTest.ts";

/** A TypeScript file of the workspace with that text; after the test it is gone and all editors are closed. */
export async function workspaceFile(host: HostTest, content: string): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, "the sample workspace is open");
  const uri = vscode.Uri.joinPath(folder.uri, `test-${randomUUID()}.ts`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  host.after(() => vscode.workspace.fs.delete(uri).then(undefined, () => undefined));
  host.after(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));
  host.after(async () => {
    // A file with changes would ask, when it is closed, whether to save them.
    const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
    if (!document?.isDirty) return;
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });
  return vscode.workspace.openTextDocument(uri);
}
