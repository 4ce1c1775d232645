import assert from "node:assert/strict";
import * as vscode from "vscode";
import { gatherContext } from "../../src/host/codeContext.ts";
import { createLineMarks } from "../../src/host/lineMarks.ts";
import { followRunCode } from "../../src/host/runCode.ts";
import { test, type HostTest } from "../support/hostTest.ts";
import { fakeRuns, recordAbout } from "../support/runAbout.ts";
import { workspaceFile } from "../support/workspaceFile.ts";

const text = Array.from({ length: 30 }, (_, index) => `line(${index + 1});\n`).join("");

/** Lines 12 to 16 were asked about; the first step speaks of two places, the second of one, the third of none. */
async function asked(host: HostTest) {
  const document = await workspaceFile(host, text);
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(11, 0, 16, 0);
  const context = await gatherContext(editor);
  assert.ok(context);
  const record = recordAbout(context, "Line 13, then lines 15-16.", "So line 14.", "Nothing.");
  const runs = fakeRuns(host, record);
  const code = followRunCode(runs);
  host.after(() => code.dispose());
  const marks = createLineMarks(code);
  host.after(() => marks.dispose());
  await runs.shown();
  /** The text of each stretch that is marked. */
  const marked = () =>
    marks
      .linesIn(document)
      .map(({ startLine, endLine }) => document.getText(new vscode.Range(startLine - 1, 0, endLine, 0)));
  const mark = async (step: number) => marks.mark(step, await runs.shown());
  return { document, editor, record, context, runs, marks, mark, marked };
}

async function edit(change: (edit: vscode.WorkspaceEdit) => void) {
  const edits = new vscode.WorkspaceEdit();
  change(edits);
  assert.ok(await vscode.workspace.applyEdit(edits));
}

test("the lines of the step the reader is at are marked, and no others", async (host) => {
  const { marks, mark, marked, editor } = await asked(host);
  const { selection, visibleRanges } = editor;
  assert.deepEqual(marked(), []);
  await mark(1);
  assert.deepEqual(marked(), ["line(13);\n", "line(15);\nline(16);\n"]);
  await mark(2);
  assert.deepEqual(marked(), ["line(14);\n"]);
  await mark(3);
  assert.deepEqual(marked(), []);
  await mark(99);
  assert.deepEqual(marked(), []);
  await mark(2);
  marks.clear();
  assert.deepEqual(marked(), []);
  assert.deepEqual([editor.selection, editor.visibleRanges], [selection, visibleRanges], "nothing has moved");
});

test("marks go with their lines through edits, and go away with lines that are no longer the same", async (host) => {
  const { document, mark, marked } = await asked(host);
  await mark(1);
  await edit((edits) => {
    edits.insert(document.uri, new vscode.Position(0, 0), "new\nnew\n");
    edits.insert(document.uri, new vscode.Position(13, 0), "new\n");
  });
  assert.deepEqual(marked(), ["line(13);\n", "line(15);\nline(16);\n"]);
  await edit((edits) => edits.insert(document.uri, new vscode.Position(17, 3), "x"));
  assert.deepEqual(marked(), ["line(13);\n"]);
  await vscode.commands.executeCommand("undo");
  assert.deepEqual(marked(), ["line(13);\n", "line(15);\nline(16);\n"]);
});

test("code that had changed before it was looked for gets no marks", async (host) => {
  const { document, context, record, runs, mark, marked } = await asked(host);
  runs.show(undefined);
  await runs.shown();
  await edit((edits) => edits.insert(document.uri, new vscode.Position(15, 0), "x"));
  runs.show(recordAbout(context, ...record.steps.map((step) => step.text)));
  await runs.shown();
  await mark(1);
  assert.deepEqual(marked(), []);
});

test("another run and none take the marks away; a follow-up knows the edits", async (host) => {
  const { document, context, runs, mark, marked } = await asked(host);
  await edit((edits) => edits.insert(document.uri, new vscode.Position(15, 0), "x"));
  await mark(1);
  assert.deepEqual(marked(), ["line(13);\n"]);
  runs.show(recordAbout(context, "On line 14 and line 16 there."));
  await runs.shown();
  assert.deepEqual(marked(), []);
  await mark(1);
  assert.deepEqual(marked(), ["line(14);\n"]);
  runs.show(undefined);
  await runs.shown();
  assert.deepEqual(marked(), []);
});

test("where the reader turns to the run of a file, its lines are marked", async (host) => {
  const { context, runs, marks, mark, marked } = await asked(host);
  await mark(2);
  const record = recordAbout(context, "First of all line 16.");
  marks.mark(1, { record });
  assert.deepEqual(marked(), ["line(16);\n"]);
  await mark(2);
  assert.deepEqual(marked(), ["line(14);\n"]);
  marks.mark(1, { record });
  runs.show(undefined);
  await runs.shown();
  assert.deepEqual(marked(), []);
});
