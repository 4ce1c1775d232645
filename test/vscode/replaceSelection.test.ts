import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { CodeContext } from "../../src/core/ask/codeContext.ts";
import type { RunHead } from "../../src/core/run/change.ts";
import { newRecord } from "../../src/core/run/runRecord.ts";
import { gatherContext } from "../../src/host/codeContext.ts";
import { createReplaceSelection } from "../../src/host/replaceSelection.ts";
import { test, type HostTest } from "../support/hostTest.ts";
import { workspaceFile } from "../support/workspaceFile.ts";
import { head } from "../webview/sampleRun.ts";

const text = "function a() {\n  return 1;\n}\n\nfunction b() {\n  return 2;\n}\n";

interface Asked {
  selection: vscode.Range;
  /** What the run that is shown knows of the code; by default it went along with its question. */
  ask?: (context: CodeContext) => Partial<RunHead>;
}

/** A reader who has asked about a selection in a document. */
async function asked(
  host: HostTest,
  document: vscode.TextDocument,
  { selection, ask = (context) => ({ context }) }: Asked,
) {
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(selection.start, selection.end);
  const context = await gatherContext(editor);
  assert.ok(context);
  const { context: _, ...without } = head;
  const record = newRecord({ ...without, ...ask(context) });
  const shown = async () => ({ record });
  const warnings: string[] = [];
  const replacing = createReplaceSelection({ shown }, (warning) => warnings.push(warning));
  host.after(() => replacing.dispose());
  return { replacing, warnings };
}

async function askedAbout(host: HostTest, content = text, selection = new vscode.Range(4, 0, 7, 0)) {
  const document = await workspaceFile(host, content);
  return { document, ...(await asked(host, document, { selection })) };
}

const diff = (): vscode.TabInputTextDiff | undefined => {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputTextDiff ? input : undefined;
};

/** The text of the active diff editor's right side. */
async function proposed(): Promise<string> {
  const input = diff();
  assert.ok(input, "a diff editor is active");
  return (await vscode.workspace.openTextDocument(input.modified)).getText();
}

async function edit(document: vscode.TextDocument, at: vscode.Range, to: string): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  change.replace(document.uri, at, to);
  assert.ok(await vscode.workspace.applyEdit(change));
}

const lines = (from: number, to: number) => new vscode.Range(from, 0, to, 0);

test("a replacement is shown first, then written in one undo step and not saved", async (host) => {
  const { document, replacing } = await askedAbout(host);
  await replacing.propose("function b() {\n  return 3;\n}");
  assert.equal(document.getText(), text, "nothing is written yet");
  const after = text.replace("return 2", "return 3");
  assert.equal(await proposed(), after);
  await replacing.apply();
  assert.equal(document.getText(), after);
  assert.ok(document.isDirty);
  assert.equal(diff(), undefined, "the diff editor is closed");
  assert.equal(vscode.window.activeTextEditor?.document, document);
  await vscode.commands.executeCommand("undo");
  assert.equal(document.getText(), text);
});

test("discarding changes nothing", async (host) => {
  const { document, replacing, warnings } = await askedAbout(host);
  await replacing.propose("gone");
  await replacing.discard(diff()?.modified);
  assert.equal(diff(), undefined);
  assert.equal(document.getText(), text);
  assert.equal(document.isDirty, false);
  await replacing.apply();
  assert.equal(document.getText(), text);
  assert.match(warnings.join(), /Choose Replace Selection/, "there is nothing left to apply");
});

test("exactly what was selected is replaced, with the indent and line ends of its place", async (host) => {
  const content = "class A {\r\n    f(): number {\r\n        return 1;\r\n    }\r\n}\r\n";
  const { document, replacing } = await askedAbout(host, content, new vscode.Range(1, 4, 3, 5));
  await replacing.propose("f(): number {\n    return 2;\n}");
  await replacing.apply();
  assert.equal(document.getText(), content.replace("return 1", "return 2"));
});

test("code that has moved since is replaced where it now is, even while the diff is open", async (host) => {
  const { document, replacing } = await askedAbout(host);
  await edit(document, lines(0, 0), "// new\n");
  await replacing.propose("// none");
  assert.equal(await proposed(), `// new\n${text.slice(0, 30)}// none\n`);
  await edit(document, lines(0, 0), "// newer\n");
  while (!(await proposed()).startsWith("// newer\n// new\n"))
    await new Promise((done) => setImmediate(done));
  await replacing.apply();
  assert.equal(document.getText(), `// newer\n// new\n${text.slice(0, 30)}// none\n`);
});

test("code that has changed since is not replaced: neither before the diff nor after it", async (host) => {
  const { document, replacing, warnings } = await askedAbout(host);
  await replacing.propose("// none");
  await edit(document, lines(5, 6), "  return 22;\n");
  const changed = text.replace("return 2", "return 22");
  await replacing.apply();
  assert.equal(document.getText(), changed);
  assert.ok(diff(), "the diff stays, to be read");
  await replacing.discard();
  await replacing.propose("// none");
  assert.equal(diff(), undefined);
  assert.equal(document.getText(), changed);
  assert.equal(warnings.length, 2);
  for (const warning of warnings) assert.match(warning, /has changed since you asked about it/);
});

test("in a follow-up the code of the conversation is replaced, and refused likewise when it has changed", async (host) => {
  const document = await workspaceFile(host, text);
  const { replacing, warnings } = await asked(host, document, {
    selection: lines(4, 7),
    ask: (about) => ({ about }),
  });
  await replacing.propose("// none");
  await replacing.apply();
  assert.equal(document.getText(), `${text.slice(0, 30)}// none\n`);
  await replacing.propose("// again");
  assert.equal(diff(), undefined);
  assert.equal(document.getText(), `${text.slice(0, 30)}// none\n`);
  assert.match(warnings.join(), /has changed since you asked about it/);
});

test("in a conversation without code there is none to replace, and that is said", async (host) => {
  const document = await workspaceFile(host, text);
  const { replacing, warnings } = await asked(host, document, { selection: lines(4, 7), ask: () => ({}) });
  await replacing.propose("// none");
  assert.equal(diff(), undefined);
  assert.match(warnings.join(), /No code was sent in this conversation/);
});

test("code that moved and stands there twice is not replaced", async (host) => {
  const { document, replacing, warnings } = await askedAbout(host);
  await edit(document, lines(0, 0), `// new\n${text.slice(30)}`);
  await replacing.propose("// none");
  assert.equal(diff(), undefined);
  assert.match(warnings.join(), /stands in several places/);
});

test("a document that was closed with its changes unsaved is as it is on the disk", async (host) => {
  const { document, replacing } = await askedAbout(host);
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  await replacing.propose("// none");
  await replacing.apply();
  const now = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === document.uri.toString());
  assert.equal(now?.getText(), `${text.slice(0, 30)}// none\n`);
  assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri)), text);
});

test("an untitled document is changed while it is there, and not made anew when it is gone", async (host) => {
  host.after(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));
  const document = await vscode.workspace.openTextDocument({ content: "a\nb\n" });
  const { replacing, warnings } = await asked(host, document, { selection: lines(1, 2) });
  await replacing.propose("c");
  await replacing.apply();
  assert.equal(document.getText(), "a\nc\n");
  await vscode.commands.executeCommand("undo");
  await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  await replacing.propose("c");
  assert.equal(diff(), undefined);
  assert.match(warnings.join(), /is no longer there/);
});

test("a file that was deleted, or may not be written, is refused", async (host) => {
  const { document, replacing, warnings } = await askedAbout(host);
  await vscode.commands.executeCommand("workbench.action.closeAllEditors");
  await vscode.workspace.fs.delete(document.uri);
  await replacing.propose("// none");
  assert.match(warnings.join(), /is no longer there/);
  assert.equal(diff(), undefined);
  const provider = vscode.workspace.registerTextDocumentContentProvider("cot-test", {
    provideTextDocumentContent: () => "fixed\n",
  });
  host.after(() => provider.dispose());
  const fixed = await vscode.workspace.openTextDocument(vscode.Uri.parse("cot-test:/fixed.txt"));
  const inFixed = await asked(host, fixed, { selection: lines(0, 1) });
  await inFixed.replacing.propose("loose");
  assert.match(inFixed.warnings.join(), /is read-only/);
  assert.equal(diff(), undefined);
});
