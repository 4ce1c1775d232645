import assert from "node:assert/strict";
import * as vscode from "vscode";
import { gatherContext } from "../../src/host/codeContext.ts";
import { createLineMarks } from "../../src/host/lineMarks.ts";
import { registerMarkHover } from "../../src/host/markHover.ts";
import { followRunCode } from "../../src/host/runCode.ts";
import { createShowStep } from "../../src/host/showStep.ts";
import { registerStepLenses } from "../../src/host/stepLenses.ts";
import { test, type HostTest } from "../support/hostTest.ts";
import { fakeRuns, recordAbout } from "../support/runAbout.ts";
import { workspaceFile } from "../support/workspaceFile.ts";

const text = Array.from({ length: 30 }, (_, index) => `line(${index + 1});\n`).join("");
const evil = "[Here](command:workbench.action.quit) <a href='x'>\u202E **bold** $(trash)";

/** Lines 12 to 16 were asked about; a mark is on those of the first of three steps. */
async function asked(host: HostTest) {
  const own = <T extends vscode.Disposable>(part: T): T => {
    host.after(() => part.dispose());
    return part;
  };
  const document = await workspaceFile(host, text);
  const editor = await vscode.window.showTextDocument(document);
  editor.selection = new vscode.Selection(11, 0, 16, 0);
  const context = await gatherContext(editor);
  assert.ok(context);
  const record = recordAbout(context, "On lines 13-14.", "Nothing.", "Line 14, line 14 and line 16.");
  const [, , third] = record.steps;
  assert.ok(third);
  third.title = evil;
  const runs = fakeRuns(host, record);
  const code = own(followRunCode(runs));
  const marks = own(createLineMarks(code));
  own(registerMarkHover(code, marks));
  own(registerStepLenses(code));
  marks.mark(1, await runs.shown());
  return { document, record, runs, code };
}

/** What this extension says of a line; other extensions may say something too. */
async function said(document: vscode.TextDocument, line: number): Promise<string[]> {
  const at = new vscode.Position(line - 1, 2);
  const hovers: vscode.Hover[] = await vscode.commands.executeCommand(
    "vscode.executeHoverProvider",
    document.uri,
    at,
  );
  const words = hovers
    .flatMap(({ contents }) => contents)
    .map((each) => (typeof each === "string" ? each : each.value));
  return words.filter((each) => each.startsWith("**Reasoning**"));
}

/** Each lens as its line and words, and what its command takes. */
async function lenses(document: vscode.TextDocument) {
  const found: vscode.CodeLens[] = await vscode.commands.executeCommand(
    "vscode.executeCodeLensProvider",
    document.uri,
    50,
  );
  return found.flatMap(({ range, command }) =>
    command?.command === "cotViewer.showStep"
      ? [[`${range.start.line + 1}: ${command.title}`, ...(command.arguments ?? [])]]
      : [],
  );
}

test("a marked line says which steps speak of it, each leading to the step; other lines say nothing", async (host) => {
  const { document, record } = await asked(host);
  const link = (step: number) =>
    `command:cotViewer.showStep?${encodeURIComponent(JSON.stringify([record.head.id, [step]]))}`;
  const [of13 = ""] = await said(document, 13);
  assert.ok(of13.includes(`- [1 Check](${link(1)} "Show the step"): Thought`), of13);
  const [of14 = "", ...more] = await said(document, 14);
  assert.deepEqual(more, []);
  assert.ok(of14.includes(link(1)) && of14.includes(link(3)), of14);
  assert.deepEqual(await said(document, 12), []);
  assert.deepEqual(await said(document, 16), [], "step 3 speaks of it, but it is not marked");
});

test("the model's words are text in a hover", async (host) => {
  const { document } = await asked(host);
  const [words = ""] = await said(document, 14);
  assert.deepEqual(words.match(/(?<!\\)\]\(command:[\w.]+/g), [
    "](command:cotViewer.showStep",
    "](command:cotViewer.showStep",
  ]);
  assert.ok(!/\u202E|(?<!\\)\*\*bold/.test(words), words);
  // Markdown's own signs come escaped.
  assert.ok(words.replaceAll("\\", "").includes("⟨U+202E⟩"), words);
});

test("steps are counted above the lines they speak of, once the reader wants it", async (host) => {
  const { document, record, runs } = await asked(host);
  assert.deepEqual(await lenses(document), []);
  const section = () => vscode.workspace.getConfiguration("cotViewer");
  host.after(() => section().update("codeLens", undefined, vscode.ConfigurationTarget.Global));
  await section().update("codeLens", true, vscode.ConfigurationTarget.Global);
  assert.deepEqual(await lenses(document), [
    ["13: 1 step about this", record.head.id, [1]],
    ["14: 1 step about this", record.head.id, [3]],
    ["16: 1 step about this", record.head.id, [3]],
  ]);
  runs.show(undefined);
  await runs.shown();
  assert.deepEqual(await lenses(document), []);
});

test("the command leads to a step of the run that is read, and to nothing else", async (host) => {
  const { code, record } = await asked(host);
  const led: [string, number][] = [];
  const showStep = createShowStep(code, { showStep: async (run, step) => void led.push([run, step]) });
  const { id } = record.head;
  for (const [run, steps] of [
    ["other", [1]],
    [undefined, undefined],
    [id, undefined],
    [id, 1],
    [id, []],
    [id, [0, 4, -1, "1", 1.5, null, "length"]],
    [{ id }, [1]],
  ])
    await showStep(run, steps);
  assert.deepEqual(led, []);
  await showStep(id, [3, 99]);
  assert.deepEqual(led, [[id, 3]]);
});
