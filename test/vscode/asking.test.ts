import assert from "node:assert/strict";
import * as vscode from "vscode";
import type { RunRecord } from "../../src/core/run/runRecord.ts";
import { isOver } from "../../src/core/run/runStatus.ts";
import type { ReasoningApi } from "../../src/host/reasoningApi.ts";
import { startFaultServer, type FaultServer } from "../support/faultServer.ts";
import { startProxy } from "../support/proxyServer.ts";
import { test, type HostTest } from "../support/hostTest.ts";

const section = () => vscode.workspace.getConfiguration("cotViewer");

async function api(): Promise<ReasoningApi> {
  const extension = vscode.extensions.getExtension<ReasoningApi>("cot-viewer.cot-viewer");
  assert.ok(extension, "VS Code does not know the extension");
  return extension.activate();
}

async function use(endpoint: Record<string, unknown>): Promise<void> {
  await section().update("endpoints", [endpoint], vscode.ConfigurationTarget.Global);
  await section().update("endpoint", endpoint["name"], vscode.ConfigurationTarget.Global);
}

async function faultServer(host: HostTest): Promise<FaultServer> {
  const server = await startFaultServer();
  host.after(() => server.close());
  host.after(async () => {
    await section().update("endpoints", undefined, vscode.ConfigurationTarget.Global);
    await section().update("endpoint", undefined, vscode.ConfigurationTarget.Global);
  });
  return server;
}

async function selectFunction(): Promise<vscode.TextEditor> {
  const [file] = await vscode.workspace.findFiles("src/range.ts");
  assert.ok(file, "the sample workspace is open");
  const editor = await vscode.window.showTextDocument(file);
  editor.selection = new vscode.Selection(2, 0, 6, 0);
  return editor;
}

/** Runs a command and waits until the run it began is over. */
async function askUntilOver(command: string, ...given: unknown[]): Promise<Readonly<RunRecord>> {
  const extension = await api();
  const before = (await extension.shownRun())?.head.id;
  await vscode.commands.executeCommand(command, ...given);
  for (;;) {
    const record = await extension.shownRun();
    if (record && record.head.id !== before && isOver(record.status)) return record;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** The faults a user meets, each with what the run says and whether it keeps the thought that had come. */
const ends: Record<string, { state: string; kind: string }> = {
  "http-401": { state: "failed", kind: "unauthorized" },
  "http-402": { state: "failed", kind: "balance" },
  "http-429": { state: "failed", kind: "rateLimit" },
  "http-500": { state: "failed", kind: "server" },
  "html-200": { state: "failed", kind: "notAStream" },
  "dropped-socket": { state: "cutOff", kind: "dropped" },
  "garbage-json": { state: "cutOff", kind: "garbled" },
};

for (const [model, { state, kind }] of Object.entries(ends)) {
  test(`${model}: the run says ${kind}, keeps what came, and the next question is answered`, async (host) => {
    const { baseUrl } = await faultServer(host);
    await selectFunction();
    await use({ name: "Faulty", baseUrl, model });
    const { status, steps } = await askUntilOver("cotViewer.findBugs");
    assert.equal(status.state, state, JSON.stringify(status));
    assert.equal("failure" in status && status.failure?.kind, kind);
    assert.equal(steps.length > 0, state === "cutOff");
    await use({ name: "Faulty", baseUrl, model: "well" });
    const next = await askUntilOver("cotViewer.explain");
    assert.deepEqual(next.status, { state: "done", finish: "stop" });
    assert.equal(next.answer, "All is well.");
  });
}

test("the selection goes out with its path and lines, and nothing of the machine", async (host) => {
  const { baseUrl } = await faultServer(host);
  const { document, selection } = await selectFunction();
  await use({ name: "Faulty", baseUrl, model: "well" });
  const { head } = await askUntilOver("cotViewer.improve");
  assert.ok(head.context);
  assert.equal(head.context.text, document.getText(selection));
  assert.deepEqual([head.context.path, head.context.startLine, head.context.endLine], ["src/range.ts", 3, 6]);
  assert.ok(head.sent.includes(head.context.text));
  assert.ok(!head.sent.includes(document.uri.fsPath), head.sent);
});

test("without a selection the function around the cursor goes out", async (host) => {
  const { baseUrl } = await faultServer(host);
  const editor = await selectFunction();
  const at = editor.document
    .positionAt(editor.document.getText().search(/^export function parseRange/m))
    .translate(2);
  editor.selection = new vscode.Selection(at, at);
  await use({ name: "Faulty", baseUrl, model: "well" });
  const context = (await askUntilOver("cotViewer.explain")).head.context;
  assert.ok(context && ["symbol", "visible"].includes(context.scope));
  assert.match(context.text, /export function parseRange/);
});

test("a follow-up sends the conversation, and all of it can be read", async (host) => {
  const server = await faultServer(host);
  await selectFunction();
  await use({
    name: "Faulty",
    baseUrl: server.baseUrl,
    model: "well",
    headers: { "X-Api-Key": "sk-in-a-header" },
  });
  const first = await askUntilOver("cotViewer.explain");
  const second = await askUntilOver("cotViewer.followUp", "And zero?");
  assert.equal(second.head.earlier?.length, 1);
  assert.equal(second.head.context, undefined, "the code went along with the first question");
  assert.deepEqual(second.head.about, first.head.context, "and is what the conversation is about");
  const messages = server.requests.at(-1)?.body["messages"];
  assert.ok(Array.isArray(messages));
  assert.deepEqual(
    messages.slice(1).map(({ role, content }) => [role, content]),
    [
      ["user", first.head.sent],
      ["assistant", "All is well."],
      ["user", "And zero?"],
    ],
  );
  await vscode.commands.executeCommand("cotViewer.showRequest");
  const shown = vscode.window.activeTextEditor?.document;
  assert.equal(shown?.uri.scheme, "cot-request");
  const text = shown?.getText() ?? "";
  assert.ok(text.startsWith(`POST ${server.baseUrl}/chat/completions\n`) && text.includes("And zero?"), text);
  assert.ok(!text.includes("sk-in-a-header"), text);
});

test("a case against goes on in the conversation, with the steps by number and title, word for word", async (host) => {
  const server = await faultServer(host);
  await selectFunction();
  await use({ name: "Faulty", baseUrl: server.baseUrl, model: "well" });
  const first = await askUntilOver("cotViewer.explain");
  assert.ok(first.steps.length > 0);
  const second = await askUntilOver("cotViewer.caseAgainst");
  assert.equal(second.head.intent, "caseAgainst");
  assert.deepEqual(second.head.about, first.head.context);
  const wanted = [
    "Make the case against your last answer, as strongly as you honestly can: suppose that it is wrong, and find where." +
      " Name the steps of your reasoning that each mistake rests on, by number and title.",
    "",
    "Give:",
    "",
    "1. The likeliest mistakes, the most serious first, and what each of them rests on.",
    "2. For each, what would show it: an input to try, a test to run, a line to read, and what would then be seen.",
    "3. For each, how sure you are that it is a mistake, in per cent; at the end, how sure you are that the answer stands.",
    "",
    "Invent nothing. Where a doubt does not hold, say what you looked at and why it falls. Do not write the answer again.",
    "",
    "The steps of your reasoning:",
    "",
    ...first.steps.map(({ title }, index) => `${index + 1}. ${title}`),
  ].join("\n");
  const said = () => {
    const messages = server.requests.at(-1)?.body["messages"];
    assert.ok(Array.isArray(messages));
    return messages.slice(1).map(({ role, content }) => [role, content]);
  };
  const conversation = [
    ["user", first.head.sent],
    ["assistant", "All is well."],
    ["user", wanted],
  ];
  assert.deepEqual(said(), conversation);
  await askUntilOver("cotViewer.askAgain");
  assert.deepEqual(said(), conversation, "asked again, it is the same");
});

test("at the sample no case against is asked for: no model is there to argue", async (host) => {
  const server = await faultServer(host);
  await selectFunction();
  await use({ name: "Faulty", baseUrl: server.baseUrl, model: "well" });
  const { head } = await askUntilOver("cotViewer.explain");
  await section().update("endpoint", "Sample", vscode.ConfigurationTarget.Global);
  await vscode.commands.executeCommand("cotViewer.caseAgainst");
  assert.equal((await (await api()).shownRun())?.head.id, head.id);
});

test("a run that was cut is taken up: its steps stay, its thoughts go along", async (host) => {
  const server = await faultServer(host);
  await selectFunction();
  await use({ name: "Faulty", baseUrl: server.baseUrl, model: "clean-cut" });
  const cut = await askUntilOver("cotViewer.findBugs");
  await use({ name: "Faulty", baseUrl: server.baseUrl, model: "well" });
  const resumed = await askUntilOver("cotViewer.resume");
  assert.deepEqual(resumed.status, { state: "done", finish: "stop" });
  assert.equal(resumed.head.resumed, "askedAgain");
  assert.deepEqual(
    resumed.steps.slice(0, cut.steps.length).map(({ text }) => text),
    cut.steps.map(({ text }) => text),
  );
  assert.ok(JSON.stringify(server.requests.at(-1)?.body).includes("Let me check the empty list."));
});

test("requests go through the proxy that VS Code's settings name", async (host) => {
  const server = await faultServer(host);
  const proxy = await startProxy(Number(new URL(server.baseUrl).port));
  host.after(() => proxy.close());
  const http = () => vscode.workspace.getConfiguration("http");
  await http().update("proxy", proxy.url, vscode.ConfigurationTarget.Global);
  host.after(() => http().update("proxy", undefined, vscode.ConfigurationTarget.Global));
  process.env["COT_TEST_KEY"] = "sk-through-the-proxy";
  host.after(() => delete process.env["COT_TEST_KEY"]);
  await selectFunction();
  const baseUrl = "http://models.example.invalid/v1";
  await use({ name: "Far", baseUrl, model: "well", apiKeyEnv: "COT_TEST_KEY" });
  const { status, answer } = await askUntilOver("cotViewer.findBugs");
  assert.deepEqual(status, { state: "done", finish: "stop" });
  assert.equal(answer, "All is well.");
  assert.deepEqual(proxy.asked, ["models.example.invalid:80"]);
});

test("a stop ends at once and keeps what came", async (host) => {
  const { baseUrl } = await faultServer(host);
  await selectFunction();
  await use({ name: "Faulty", baseUrl, model: "silent" });
  const extension = await api();
  await vscode.commands.executeCommand("cotViewer.findBugs");
  await vscode.commands.executeCommand("cotViewer.stop");
  assert.equal((await extension.shownRun())?.status.state, "stopped");
});

test("a key is asked for before anything is sent to an endpoint that needs one", async (host) => {
  const server = await faultServer(host);
  await selectFunction();
  await use({ name: "Far", baseUrl: "https://models.example.com/v1", model: "well" });
  const { status } = await askUntilOver("cotViewer.findBugs");
  assert.deepEqual(status, { state: "failed", failure: { kind: "noKey" } });
  assert.equal(server.requests.length, 0);
});

test("a key from the environment is sent, and stays out of the run", async (host) => {
  const server = await faultServer(host);
  await selectFunction();
  process.env["COT_TEST_KEY"] = "sk-planted-in-the-environment";
  host.after(() => delete process.env["COT_TEST_KEY"]);
  await use({ name: "Faulty", baseUrl: server.baseUrl, model: "http-401", apiKeyEnv: "COT_TEST_KEY" });
  const record = await askUntilOver("cotViewer.findBugs");
  assert.equal(server.requests.at(-1)?.headers.authorization, "Bearer sk-planted-in-the-environment");
  assert.ok(!JSON.stringify(record).includes("sk-planted"));
});

test("a workspace can choose no endpoint", async () => {
  for (const name of ["endpoint", "endpoints"]) {
    await assert.rejects(
      Promise.resolve(section().update(name, "Evil", vscode.ConfigurationTarget.Workspace)),
      name,
    );
  }
});
