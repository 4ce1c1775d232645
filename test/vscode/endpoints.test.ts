import assert from "node:assert/strict";
import * as vscode from "vscode";
import { addEndpoint, type AddTools } from "../../src/host/addEndpoint.ts";
import { createEndpoints } from "../../src/host/endpoints.ts";
import { createKeys } from "../../src/host/keys.ts";
import { inMemory, startModelServer } from "../support/endpointDesk.ts";
import { test, type HostTest } from "../support/hostTest.ts";
import { plainWords, scriptedAsk, type Deed, type ScriptedAsk } from "../support/scriptedAsk.ts";

const section = () => vscode.workspace.getConfiguration("cotViewer");

/** VS Code's own settings, and a reader who does as written. */
function open(host: HostTest, script: Deed[]): { tools: AddTools; ask: ScriptedAsk } {
  const keys = createKeys(inMemory(new Map()));
  const log = vscode.window.createOutputChannel("endpoints.test", { log: true });
  const startSample = () => assert.fail("the sample is not asked");
  const endpoints = createEndpoints({ keys, log, startSample });
  host.after(() => log.dispose());
  host.after(() => endpoints.dispose());
  host.after(async () => {
    await section().update("endpoints", undefined, vscode.ConfigurationTarget.Global);
    await section().update("endpoint", undefined, vscode.ConfigurationTarget.Global);
  });
  const ask = scriptedAsk(script);
  const findServers = async () => [];
  return { ask, tools: { ask, t: plainWords, endpoints, keys, environment: {}, findServers } };
}

test("an endpoint that answers is written to the user's settings and asked from then on", async (host) => {
  const server = await startModelServer(host, ["well"]);
  const baseUrl = `${server.origin}/v1`;
  const script: Deed[] = [{ pick: "Another server…" }, { type: baseUrl }, { type: "Mine" }, { pick: "well" }];
  const { tools } = open(host, script);
  await addEndpoint(tools);
  const written = section().inspect("endpoints")?.globalValue;
  assert.deepEqual(written, [{ name: "Mine", baseUrl, model: "well", api: "chat" }]);
  assert.equal(section().inspect("endpoint")?.globalValue, "Mine");
  assert.deepEqual(
    tools.endpoints.all().map(({ name }) => name),
    ["DeepSeek", "Mine", "Sample"],
  );
});

test("adding lays over an entry of the same name and takes its variable away", async (host) => {
  const baseUrl = "https://api.deepseek.com";
  const { tools } = open(host, []);
  const before = [{ name: "Other" }, { name: "DeepSeek", apiKeyEnv: "OLD", maxTokens: 9 }];
  await section().update("endpoints", before, vscode.ConfigurationTarget.Global);
  await tools.endpoints.add({ name: "DeepSeek", baseUrl, model: "m", api: "chat" });
  assert.deepEqual(section().inspect("endpoints")?.globalValue, [
    { name: "Other" },
    { name: "DeepSeek", maxTokens: 9, baseUrl, model: "m", api: "chat" },
  ]);
});

test("a trial that fails and is given up leaves the settings as they were", async (host) => {
  const server = await startModelServer(host, ["http-400"]);
  const address: Deed[] = [{ pick: "Another server…" }, { type: `${server.origin}/v1` }, { type: "Mine" }];
  const { tools, ask } = open(host, [...address, { pick: "http-400" }, "leave"]);
  await addEndpoint(tools);
  assert.match(ask.asked.at(-1)?.question ?? "", /The server says 400\.$/);
  assert.equal(section().inspect("endpoints")?.globalValue, undefined);
  assert.equal(section().inspect("endpoint")?.globalValue, undefined);
});

for (const command of ["addEndpoint", "chooseEndpoint"]) {
  test(`${command} left at its first question changes nothing`, async () => {
    const before = JSON.stringify(section().inspect("endpoints"));
    const asking = vscode.commands.executeCommand(`cotViewer.${command}`).then(() => "over");
    const close = () =>
      vscode.commands.executeCommand("workbench.action.closeQuickOpen").then(() => "closed");
    while ((await Promise.race([asking, close()])) !== "over");
    assert.equal(JSON.stringify(section().inspect("endpoints")), before);
  });
}
