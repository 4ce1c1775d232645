import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseEndpoint, showBalance } from "../../src/host/chooseEndpoint.ts";
import { raiseLimit } from "../../src/host/raiseLimit.ts";
import { openDesk, reroute, startModelServer } from "../support/endpointDesk.ts";
import type { Deed } from "../support/scriptedAsk.ts";

const key = "sk-planted-0123456789";
const secrets: [string, string][] = [["cotViewer.key:https://api.deepseek.com", key]];

test("model and effort are picked from what server and model take", async (context) => {
  const server = await startModelServer(context, ["deepseek-v4-pro", "deepseek-v9"]);
  reroute(context, "https://api.deepseek.com", server);
  const script: Deed[] = [{ pick: "DeepSeek" }, { pick: "deepseek-v9" }, { pick: "max" }];
  const { ask, tools, state } = openDesk({ script, secrets });
  await chooseEndpoint(tools);
  assert.equal(state.active, "DeepSeek");
  assert.deepEqual(state.setting, [{ name: "DeepSeek", model: "deepseek-v9", effort: "max" }]);
  assert.deepEqual(
    ask.asked.slice(1).map(({ rows }) => rows),
    [
      ["deepseek-flash | in use", "deepseek-v4-pro", "deepseek-v9", "Another model…"],
      ["none", "low", "high | in use", "max"],
    ],
  );
  assert.equal(server.requests[0]?.headers.authorization, `Bearer ${key}`);
});

test("an effort that the new model does not take gives way to its default; where none is taken none is asked", async (context) => {
  const server = await startModelServer(context, ["mistral-small-latest", "magistral-medium"]);
  reroute(context, "https://api.mistral.ai", server);
  const mistral = { name: "M", baseUrl: "https://api.mistral.ai/v1", model: "m", effort: "xhigh" };
  const open = (model: string) =>
    openDesk({
      script: [{ pick: "M" }, { pick: model }],
      setting: [mistral],
      secrets: [["cotViewer.key:https://api.mistral.ai", key]],
    });
  const small = open("mistral-small-latest");
  await chooseEndpoint(small.tools);
  assert.deepEqual(small.state.setting, [{ ...mistral, model: "mistral-small-latest", effort: "high" }]);
  const magistral = open("magistral-medium");
  await chooseEndpoint(magistral.tools);
  assert.equal(magistral.ask.asked.length, 2);
  assert.deepEqual(magistral.state.setting, [{ ...mistral, model: "magistral-medium", effort: undefined }]);
});

test("without a key nothing is asked of the server, and the models known are offered with the reason", async (context) => {
  const server = await startModelServer(context, ["other"]);
  reroute(context, "https://api.deepseek.com", server);
  const { ask, tools } = openDesk({ script: [{ pick: "DeepSeek" }] });
  await chooseEndpoint(tools);
  assert.equal(server.requests.length, 0);
  assert.match(ask.asked.at(-1)?.question ?? "", /cannot be shown: No API key yet\.$/);
  assert.ok(!ask.asked[0]?.rows.some((row) => row.startsWith("Balance")), "no balance without a key");
});

test("the balance is fetched when asked for, with the key, and told as the server writes it", async (context) => {
  const info = { currency: "CNY", total_balance: "110.00" };
  const account = { is_available: false, balance_infos: [info, { currency: "USD", total_balance: "0.07" }] };
  const server = await startModelServer(context, [], { "/user/balance": account });
  reroute(context, "https://api.deepseek.com", server);
  const { ask, tools, state } = openDesk({ script: [{ pick: "Balance of DeepSeek…" }], secrets });
  await chooseEndpoint(tools);
  assert.deepEqual(ask.told, ["DeepSeek: 110.00 CNY · 0.07 USD left, which is too little for a request."]);
  assert.deepEqual(
    server.requests.map(({ url, headers }) => [url, headers.authorization]),
    [["/user/balance", `Bearer ${key}`]],
  );
  assert.deepEqual(state, { setting: [], active: "Sample" });
});

test("a balance that cannot be had says why, and a stopped one says nothing", async (context) => {
  const server = await startModelServer(context, [], { "/user/balance": { error: "Closed today" } });
  reroute(context, "https://api.deepseek.com", server);
  const failed = openDesk({ script: [{ pick: "Balance of DeepSeek…" }], secrets });
  await chooseEndpoint(failed.tools);
  assert.deepEqual(failed.ask.told, ["DeepSeek: The server failed: Closed today"]);
  const stopped = openDesk({ script: [{ pick: "Balance of DeepSeek…" }, "stop"], secrets });
  await chooseEndpoint(stopped.tools);
  assert.deepEqual(stopped.ask.told, []);
});

test("the balance of the endpoint in use is told at once, or why there is none to tell", async (context) => {
  const info = { currency: "USD", total_balance: "0.07" };
  const account = { is_available: false, balance_infos: [info] };
  const server = await startModelServer(context, [], { "/user/balance": account });
  reroute(context, "https://api.deepseek.com", server);
  const told = async (active: string, kept: typeof secrets) => {
    const { ask, tools, state } = openDesk({
      script: [],
      setting: [{ name: "M", baseUrl: "https://api.mistral.ai/v1", model: "m" }],
      secrets: kept,
    });
    state.active = active;
    await showBalance(tools);
    return ask.told;
  };
  assert.match((await told("DeepSeek", secrets))[0] ?? "", /^DeepSeek: 0\.07 USD left, which is too little/);
  assert.match((await told("DeepSeek", []))[0] ?? "", /^DeepSeek needs an API key first/);
  assert.match((await told("M", secrets))[0] ?? "", /^M does not tell its balance/);
  assert.equal(server.requests.length, 1, "without a key nothing is asked");
});

test("the limit is raised for the endpoint in use, from what it was", async () => {
  const raised = async (setting: object[], active: string, script: Deed[]) => {
    const { ask, tools, state } = openDesk({ script, setting });
    state.active = active;
    await raiseLimit(tools);
    return { offered: ask.asked[0]?.rows, told: ask.told, setting: state.setting };
  };
  const mine = { name: "Mine", baseUrl: "https://models.example.com/v1", model: "m", maxTokens: 4000 };
  const doubled = await raised([mine], "Mine", [{ type: "" }]);
  assert.deepEqual(doubled.offered, ["8000"]);
  assert.deepEqual(doubled.setting, [{ ...mine, maxTokens: 8000 }]);
  assert.match(doubled.told[0] ?? "", /may take 8000 tokens/);
  const builtIn = await raised([], "DeepSeek", [{ type: "200000" }]);
  assert.deepEqual(builtIn.setting, [{ name: "DeepSeek", maxTokens: 200_000 }]);
  assert.deepEqual((await raised([mine], "Mine", ["leave"])).setting, [mine]);
  assert.deepEqual(await raised([], "Sample", []), {
    offered: undefined,
    told: ["The sample has no limit."],
    setting: [],
  });
});

test("the way to a new endpoint begins in the same list", async () => {
  const { ask, tools } = openDesk({ script: [{ pick: "Add Endpoint…" }] });
  await chooseEndpoint(tools);
  assert.match(ask.asked.at(-1)?.question ?? "", /^Add Endpoint \/ Which server/);
});
