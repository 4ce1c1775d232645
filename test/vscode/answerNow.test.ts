import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { RunRecord } from "../../src/core/run/runRecord.ts";
import { isOver } from "../../src/core/run/runStatus.ts";
import type { ReasoningApi } from "../../src/host/reasoningApi.ts";
import { startFaultServer, type FaultServer } from "../support/faultServer.ts";
import { test, type HostTest } from "../support/hostTest.ts";

const section = () => vscode.workspace.getConfiguration("cotViewer");

async function shownRun(): Promise<Readonly<RunRecord> | undefined> {
  const extension = vscode.extensions.getExtension<ReasoningApi>("cot-viewer.cot-viewer");
  assert.ok(extension, "VS Code does not know the extension");
  return (await extension.activate()).shownRun();
}

async function until(
  holds: (record: Readonly<RunRecord>) => boolean,
  since?: string,
): Promise<Readonly<RunRecord>> {
  for (;;) {
    const record = await shownRun();
    if (record && record.head.id !== since && holds(record)) return record;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function askWith(host: HostTest, model: string): Promise<FaultServer> {
  const server = await startFaultServer();
  host.after(() => server.close());
  host.after(async () => {
    await section().update("endpoints", undefined, vscode.ConfigurationTarget.Global);
    await section().update("endpoint", undefined, vscode.ConfigurationTarget.Global);
  });
  const [file] = await vscode.workspace.findFiles("src/range.ts");
  assert.ok(file, "the sample workspace is open");
  const editor = await vscode.window.showTextDocument(file);
  editor.selection = new vscode.Selection(2, 0, 6, 0);
  const endpoint = { name: "Slow", baseUrl: server.baseUrl, model };
  await section().update("endpoints", [endpoint], vscode.ConfigurationTarget.Global);
  await section().update("endpoint", "Slow", vscode.ConfigurationTarget.Global);
  return server;
}

test("answer now: the same run goes on with its steps, and both requests can be read", async (host) => {
  const server = await askWith(host, "stalled-then-answers");
  const before = (await shownRun())?.head.id;
  await vscode.commands.executeCommand("cotViewer.findBugs");
  const thinking = await until(
    ({ status, steps }) => status.state === "thinking" && steps.length > 0,
    before,
  );
  const { id } = thinking.head;
  await vscode.commands.executeCommand("cotViewer.answerNow");
  const answered = await until(({ status }) => isOver(status), before);
  assert.equal(answered.head.id, id);
  assert.deepEqual(answered.status, { state: "done", finish: "stop" });
  assert.equal(answered.answer, "All is well.");
  assert.equal(answered.answeredNow?.how, "answerAskedAgain");
  assert.equal(server.requests.length, 2);
  await vscode.commands.executeCommand("cotViewer.showRequest");
  const text = vscode.window.activeTextEditor?.document.getText() ?? "";
  assert.equal(text.match(/^POST /gm)?.length, 2, text);
  assert.ok(text.includes("asked to answer now"), text);
  await vscode.commands.executeCommand("cotViewer.answerNow");
  assert.equal(server.requests.length, 2, "there is an answer already");
});

test("answer now after the thought was stopped takes the run up, with its steps", async (host) => {
  const server = await askWith(host, "stalled-then-answers");
  const before = (await shownRun())?.head.id;
  await vscode.commands.executeCommand("cotViewer.findBugs");
  const { head } = await until(
    ({ status, steps }) => status.state === "thinking" && steps.length > 0,
    before,
  );
  await vscode.commands.executeCommand("cotViewer.stop");
  await vscode.commands.executeCommand("cotViewer.answerNow");
  const answered = await until(({ status }) => isOver(status), head.id);
  assert.equal(answered.head.resumed, "answerAskedAgain");
  assert.equal(answered.answer, "All is well.");
  assert.ok(answered.steps.length > 0);
  assert.equal(server.requests.length, 2);
});

test("a new question clears the run that is shown, but none that goes on", async (host) => {
  await askWith(host, "stalled");
  const before = (await shownRun())?.head.id;
  await vscode.commands.executeCommand("cotViewer.findBugs");
  await until(({ status }) => status.state === "thinking", before);
  await vscode.commands.executeCommand("cotViewer.newQuestion");
  assert.ok(await shownRun(), "a run that goes on stays");
  await vscode.commands.executeCommand("cotViewer.stop");
  await vscode.commands.executeCommand("cotViewer.newQuestion");
  assert.equal(await shownRun(), undefined);
});
