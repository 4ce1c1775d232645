import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { RunRecord } from "../../src/core/run/runRecord.ts";
import { isOver } from "../../src/core/run/runStatus.ts";
import type { ReasoningApi } from "../../src/host/reasoningApi.ts";
import { startFaultServer } from "../support/faultServer.ts";
import { test, type HostTest } from "../support/hostTest.ts";

const section = () => vscode.workspace.getConfiguration("cotViewer");
const open = (id: string) => vscode.commands.executeCommand("cotViewer.openRun", { id });

async function shownRun(): Promise<Readonly<RunRecord> | undefined> {
  const extension = vscode.extensions.getExtension<ReasoningApi>("cot-viewer.cot-viewer");
  assert.ok(extension, "VS Code does not know the extension");
  return (await extension.activate()).shownRun();
}

async function shows(holds: (record: Readonly<RunRecord>) => boolean): Promise<Readonly<RunRecord>> {
  for (;;) {
    const record = await shownRun();
    if (record && holds(record)) return record;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Asks a server whose answers fail or stall as the model's name says, and waits for the new run. */
async function ask(model: string, holds: (record: Readonly<RunRecord>) => boolean): Promise<string> {
  const before = (await shownRun())?.head.id;
  const [endpoint] = section().get<Record<string, unknown>[]>("endpoints", []);
  await section().update("endpoints", [{ ...endpoint, model }], vscode.ConfigurationTarget.Global);
  await vscode.commands.executeCommand("cotViewer.findBugs");
  return (await shows((record) => record.head.id !== before && holds(record))).head.id;
}

async function serve(host: HostTest): Promise<void> {
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
  const endpoint = { name: "Slow", baseUrl: server.baseUrl, model: "http-402" };
  await section().update("endpoints", [endpoint], vscode.ConfigurationTarget.Global);
  await section().update("endpoint", "Slow", vscode.ConfigurationTarget.Global);
}

test("an earlier run is shown while another goes on, which is neither stopped nor lost", async (host) => {
  await serve(host);
  const earlier = await ask("http-402", ({ status }) => isOver(status));
  const going = await ask("stalled-then-answers", ({ status, steps }) => {
    return status.state === "thinking" && steps.length > 0;
  });

  await open(earlier);
  assert.equal((await shownRun())?.head.id, earlier);
  assert.equal((await shownRun())?.status.state, "failed");

  await vscode.commands.executeCommand("cotViewer.openGoingRun");
  const back = await shownRun();
  assert.equal(back?.head.id, going);
  assert.equal(back.status.state, "thinking");

  await open(earlier);
  await vscode.commands.executeCommand("cotViewer.stop");
  assert.equal((await shownRun())?.head.id, earlier, "what goes on elsewhere does not come to the front");
  await open(going);
  const { status, steps } = await shows(({ head }) => head.id === going);
  assert.equal(status.state, "stopped");
  assert.ok(steps.length > 0);
});

test("what is done to the run shown is done to an earlier one as well", async (host) => {
  await serve(host);
  const earlier = await ask("http-402", ({ status }) => isOver(status));
  await ask("http-401", ({ status }) => isOver(status));
  await open(earlier);
  await vscode.commands.executeCommand("cotViewer.copyAll");
  assert.match(await vscode.env.clipboard.readText(), /http-402 · Slow/);
  await vscode.commands.executeCommand("cotViewer.askAgain");
  const again = await shows(({ head, status }) => head.id !== earlier && isOver(status));
  assert.equal(again.head.intent, "findBugs");
});

test("a run that is not there is said so, and what is shown stays", async () => {
  const before = (await shownRun())?.head.id;
  void open("20200101T000000000Z-00000000");
  void open("../../package.json");
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal((await shownRun())?.head.id, before);
});
