import assert from "node:assert/strict";
import * as vscode from "vscode";
import { createCodeActions } from "../../src/host/codeActions.ts";
import { followLastEditor } from "../../src/host/lastEditor.ts";
import { test, type HostTest } from "../support/hostTest.ts";
import { workspaceFile } from "../support/workspaceFile.ts";

function open(host: HostTest) {
  const lastEditor = followLastEditor();
  host.after(() => lastEditor.dispose());
  host.after(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));
  const warnings: string[] = [];
  return { warnings, ...createCodeActions(lastEditor, (warning) => warnings.push(warning)) };
}

test("code is inserted at each cursor, indented as its line, in one undo step", async (host) => {
  const actions = open(host);
  const editor = await vscode.window.showTextDocument(await workspaceFile(host, "one\n  two\nthree"));
  editor.selections = [new vscode.Selection(0, 3, 0, 3), new vscode.Selection(1, 2, 1, 5)];
  await actions.insert("a\nb");
  assert.equal(editor.document.getText(), "onea\nb\n  a\n  b\nthree");
  await vscode.commands.executeCommand("undo");
  assert.equal(editor.document.getText(), "one\n  two\nthree");
});

test("while a webview has the focus, code goes to the editor the reader was last in", async (host) => {
  const actions = open(host);
  const document = await workspaceFile(host, "first");
  await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  await vscode.window.showTextDocument(await workspaceFile(host, "second"), vscode.ViewColumn.Two);
  const back = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  back.selection = new vscode.Selection(0, 0, 0, 0);
  const panel = vscode.window.createWebviewPanel("test", "Test", vscode.ViewColumn.Three);
  host.after(() => panel.dispose());
  while (vscode.window.activeTextEditor) await new Promise((resolve) => setImmediate(resolve));
  await actions.insert("the ");
  assert.equal(document.getText(), "the first");
});

test("without an editor, and in one that cannot be changed, nothing is inserted", async (host) => {
  const actions = open(host);
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  while (vscode.window.visibleTextEditors.length > 0) await new Promise((resolve) => setImmediate(resolve));
  await actions.insert("nowhere");
  assert.match(actions.warnings[0] ?? "", /Open a file/);
  const provider = vscode.workspace.registerTextDocumentContentProvider("cot-test", {
    provideTextDocumentContent: () => "fixed",
  });
  host.after(() => provider.dispose());
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse("cot-test:/fixed.txt"));
  await vscode.window.showTextDocument(document);
  await actions.insert("more");
  assert.equal(document.getText(), "fixed");
  assert.match(actions.warnings[1] ?? "", /is read-only/);
});

test("a code block opens as an untitled file in its language, in plain text where that is unknown", async (host) => {
  const actions = open(host);
  for (const [word, id] of [
    ["ts", "typescript"],
    ["sh", "shellscript"],
    ["no-such-language", "plaintext"],
    ["", "plaintext"],
  ] as const) {
    await actions.open("let a;\n", word);
    const shown = vscode.window.activeTextEditor?.document;
    assert.deepEqual([shown?.isUntitled, shown?.languageId, shown?.getText()], [true, id, "let a;\n"], word);
  }
});
