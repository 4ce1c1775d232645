import assert from "node:assert/strict";
import * as vscode from "vscode";
import { gatherContext } from "../../src/host/codeContext.ts";
import { revealLines } from "../../src/host/revealLines.ts";
import { test, type HostTest } from "../support/hostTest.ts";
import { workspaceFile } from "../support/workspaceFile.ts";

const text = Array.from({ length: 40 }, (_, index) => `line(${index + 1});\n`).join("");

/** Lines 12 to 16 of a document were asked about. */
async function asked(host: HostTest) {
  const document = await workspaceFile(host, text);
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(11, 0, 16, 0);
  const context = await gatherContext(editor);
  assert.ok(context);
  return { document, context, uri: context.uri };
}

const selected = () => {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.getText(editor.selection);
};

test("lines of the code are shown selected, also after lines came before it and its file was closed", async (host) => {
  const { document, context, uri } = await asked(host);
  await revealLines({ context }, { uri, startLine: 13, endLine: 14 });
  assert.equal(selected(), "line(13);\nline(14);\n");
  const change = new vscode.WorkspaceEdit();
  change.insert(document.uri, new vscode.Position(0, 0), "new\nnew\n");
  assert.ok(await vscode.workspace.applyEdit(change));
  await document.save();
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  await revealLines({ about: context }, { uri, startLine: 13, endLine: 14 });
  assert.equal(selected(), "line(13);\nline(14);\n");
});

test("no other file than the run's own is shown, and no line beyond it is an error", async (host) => {
  const { context, uri } = await asked(host);
  await revealLines({ context }, { uri, startLine: -5, endLine: 900 });
  assert.equal(selected(), text);
  const other = await workspaceFile(host, "other");
  await revealLines({ context }, { uri: other.uri.toString(), startLine: 1, endLine: 1 });
  await revealLines(undefined, { uri, startLine: 1, endLine: 1 });
  assert.equal(selected(), text);
});
