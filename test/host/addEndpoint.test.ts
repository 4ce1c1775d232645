import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { presetOf, presets } from "../../src/core/ask/presets.ts";
import { addEndpoint } from "../../src/host/addEndpoint.ts";
import { openDesk, reroute, startModelServer } from "../support/endpointDesk.ts";
import type { Deed } from "../support/scriptedAsk.ts";

const key = "sk-planted-0123456789";
const slot = "cotViewer.key:https://api.deepseek.com";

/** A DeepSeek on this machine: models named after what they do with a question. */
async function deepSeek(context: TestContext) {
  const server = await startModelServer(context, ["deepseek-flash", "http-400-flat", "well", "http-401"]);
  reroute(context, "https://api.deepseek.com", server);
  return server;
}

const upToModel: Deed[] = [{ pick: "DeepSeek" }, { type: "Mine" }, { pick: "Type a key" }, { type: key }];

test("from provider to key, model and trial: the endpoint is written, in use, and its key kept", async (context) => {
  const server = await deepSeek(context);
  const { ask, tools, secrets, state } = openDesk({ script: [...upToModel, { pick: "well" }] });
  await addEndpoint(tools);
  const baseUrl = "https://api.deepseek.com";
  assert.deepEqual(state.setting, [{ name: "Mine", baseUrl, model: "well", api: "chat", effort: "high" }]);
  assert.equal(state.active, "Mine");
  assert.deepEqual([...secrets], [[slot, key]]);
  assert.deepEqual(ask.told, ["Questions now go to Mine (well · https://api.deepseek.com)."]);
  assert.ok(server.requests.every(({ headers }) => headers.authorization === `Bearer ${key}`));
  assert.equal(server.bodies.length, 1);
  assert.deepEqual(
    { ...server.bodies[0], messages: [] },
    {
      model: "well",
      messages: [],
      max_tokens: 64,
      reasoning_effort: "high",
      stream: true,
      stream_options: { include_usage: true },
      thinking: { type: "enabled" },
    },
  );
  assert.ok(!JSON.stringify(ask).includes(key));
});

test("leaving at any question leaves all as it was", async (context) => {
  await deepSeek(context);
  const whole: Deed[] = [
    ...upToModel,
    { pick: "http-400-flat" },
    { decide: "Change Model" },
    { pick: "Another model…" },
    { type: "http-401" },
    { decide: "Change Key" },
    { pick: "Type a key" },
    { type: "sk-another" },
    { pick: "http-401" },
  ];
  for (const secrets of [[], [[slot, "sk-earlier"]]] satisfies [string, string][][]) {
    for (let steps = 0; steps <= whole.length; steps++) {
      const desk = openDesk({ script: [...whole.slice(0, steps), "leave"], secrets });
      await addEndpoint(desk.tools);
      assert.deepEqual(desk.ask.left, [], `after ${steps} answers a question was left unasked`);
      assert.deepEqual(desk.state, { setting: [], active: "Sample" }, `after ${steps} answers`);
      assert.deepEqual([...desk.secrets], secrets, `after ${steps} answers`);
    }
  }
});

test("a model that cannot chat is refused with the server's words, and saved only when the reader insists", async (context) => {
  await deepSeek(context);
  const script: Deed[] = [...upToModel, { pick: "http-400-flat" }, { decide: "Save Anyway" }];
  const { ask, tools, secrets, state } = openDesk({ script });
  await addEndpoint(tools);
  const decision = ask.asked.at(-1);
  assert.equal(
    decision?.question,
    "Mine · http-400-flat did not answer a short question. / The server refused the request (400): The model is not there.",
  );
  assert.deepEqual(decision.rows, ["Change Model", "Change Key", "Save Anyway"]);
  assert.equal(state.active, "Mine");
  assert.equal(secrets.get(slot), key);
});

test("a model that takes no effort is set up without one", async (context) => {
  const server = await startModelServer(context, ["no-effort"]);
  reroute(context, "http://localhost:11434", server);
  const { tools, state } = openDesk({ script: [{ pick: "Ollama" }, { type: "" }, { pick: "no-effort" }] });
  await addEndpoint(tools);
  assert.deepEqual(
    server.bodies.map(({ reasoning_effort: effort }) => effort),
    ["medium", undefined],
  );
  const baseUrl = "http://localhost:11434/v1";
  assert.deepEqual(state.setting, [{ name: "Ollama", baseUrl, model: "no-effort", api: "chat" }]);
});

test("a trial that is stopped is no failure of the server; the reader decides", async (context) => {
  await deepSeek(context);
  const script: Deed[] = [...upToModel, { pick: "well" }, "stop", { decide: "Save Anyway" }];
  const { ask, tools, state } = openDesk({ script });
  await addEndpoint(tools);
  assert.equal(ask.asked.at(-1)?.question, "The trial of Mine · well was stopped. / ");
  assert.equal(state.active, "Mine");
});

test("a list that is stopped gives way to the models known, and says so", async (context) => {
  await deepSeek(context);
  const { ask, tools } = openDesk({ script: [...upToModel, "stop"] });
  await addEndpoint(tools);
  const { question, rows } = ask.asked.at(-1) ?? {};
  assert.equal(question, "Model of Mine / The server's own list cannot be shown: stopped.");
  assert.deepEqual(rows, ["deepseek-flash", "deepseek-v4-pro", "Another model…"]);
});

test("models known beforehand come first, if the server lists them", async (context) => {
  await deepSeek(context);
  const { ask, tools } = openDesk({ script: upToModel });
  await addEndpoint(tools);
  const rows = ["deepseek-flash", "http-400-flat", "http-401", "well", "Another model…"];
  assert.deepEqual(ask.asked.at(-1), {
    question: "Model of Mine / What the server lists. Type to filter.",
    rows,
  });
});

test("when writing the setting fails, the key is what it was before", async (context) => {
  await deepSeek(context);
  for (const secrets of [[], [[slot, "sk-earlier"]]] satisfies [string, string][][]) {
    const desk = openDesk({ script: [...upToModel, { pick: "well" }], secrets });
    const add = async () => Promise.reject(new Error("The settings file has unsaved changes."));
    const tools = { ...desk.tools, endpoints: { ...desk.tools.endpoints, add } };
    await assert.rejects(addEndpoint(tools), /unsaved/);
    assert.deepEqual([...desk.secrets], secrets);
  }
});

test("a key that is kept already can be used again, and one from the environment is named, not kept", async (context) => {
  const server = await deepSeek(context);
  const start: Deed[] = [{ pick: "DeepSeek" }, { type: "Mine" }];
  const keptPick: Deed = { pick: "The key already kept for https://api.deepseek.com" };
  const kept = openDesk({ script: [...start, keptPick, { pick: "well" }], secrets: [[slot, "sk-earlier"]] });
  await addEndpoint(kept.tools);
  assert.equal(server.requests.at(-1)?.headers.authorization, "Bearer sk-earlier");
  assert.equal(kept.state.active, "Mine");

  const variable: Deed[] = [{ pick: "An environment variable" }, { type: "MY_KEY" }, { pick: "well" }];
  const environment = { MY_KEY: "sk-environment" };
  const named = openDesk({ script: [...start, ...variable], environment });
  await addEndpoint(named.tools);
  assert.equal(server.requests.at(-1)?.headers.authorization, "Bearer sk-environment");
  assert.equal(named.secrets.size, 0);
  assert.ok(JSON.stringify(named.state.setting).includes('"apiKeyEnv":"MY_KEY"'));

  const requests = server.requests.length;
  const unset = openDesk({ script: [...start, ...variable.slice(0, 2), { pick: "deepseek-flash" }] });
  await addEndpoint(unset.tools);
  assert.match(unset.ask.asked.at(-1)?.question ?? "", /No API key yet$/);
  assert.equal(server.requests.length, requests, "nothing goes out without the key");
});

test("the built-in DeepSeek can be set up under its name; other names must be free", async (context) => {
  await deepSeek(context);
  const { tools, state } = openDesk({
    script: [{ pick: "DeepSeek" }, { type: "" }, ...upToModel.slice(2), { pick: "well" }],
    setting: [{ name: "DeepSeek", maxTokens: 9 }],
  });
  await addEndpoint(tools);
  assert.equal(state.active, "DeepSeek");
  assert.equal(state.setting.length, 1);
  assert.ok(JSON.stringify(state.setting).includes('"maxTokens":9'));

  const other = { name: "Mistral", baseUrl: "https://elsewhere.example.com/v1", model: "x" };
  const second = openDesk({ script: [{ pick: "Mistral" }], setting: [other] });
  await addEndpoint(second.tools);
  assert.deepEqual(second.ask.asked.at(-1)?.rows, ["Mistral 2"]);
});

test("a server on this machine is found first, asked for no key, and never sent one", async (context) => {
  const server = await startModelServer(context, ["well"]);
  const preset = presetOf("http://localhost:11434/v1");
  assert.ok(preset);
  const running = [{ preset, models: ["well"] }];
  reroute(context, "http://localhost:11434", server);
  const { ask, tools, state } = openDesk({
    script: [{ pick: "Ollama" }, { type: "" }, { pick: "well" }],
    running,
  });
  await addEndpoint(tools);
  const rows = ask.asked[0]?.rows ?? [];
  assert.deepEqual(rows.slice(0, 2), ["— Running on this machine", "Ollama | running, models: 1"]);
  assert.equal(rows.filter((row) => row.startsWith("Ollama")).length, 1);
  assert.equal(state.active, "Ollama");
  assert.equal(server.requests[0]?.headers.authorization, undefined);
  assert.equal(server.requests.at(-1)?.headers.authorization, undefined);
});

test("every provider is offered with what comes of its reasoning", async () => {
  const { ask, tools } = openDesk({ script: ["leave"] });
  await addEndpoint(tools);
  const rows = ask.asked[0]?.rows ?? [];
  assert.ok(rows.includes("Anthropic | reasoning is not returned"), rows.join("\n"));
  assert.ok(rows.includes("Fireworks | reasoning depends on model and settings"));
  assert.equal(rows.filter((row) => /\| reasoning /.test(row)).length, presets.length);
  assert.equal(rows.at(-1), "Another server…");
});

test("another server is added by its address, its model typed where it lists none", async (context) => {
  const server = await startModelServer(context, []);
  const typed = `${server.origin}/v1/chat/completions`;
  const script: Deed[] = [{ pick: "Another server…" }, { type: typed }, { type: "" }, { type: "well" }];
  const { tools, state } = openDesk({ script });
  await addEndpoint(tools);
  const name = `127.0.0.1:${server.port}`;
  assert.deepEqual(state.setting, [{ name, baseUrl: `${server.origin}/v1`, model: "well", api: "chat" }]);
});

test("a far server that wants no key gets a word in its place, since nothing goes out without one", async (context) => {
  const server = await startModelServer(context, ["well"]);
  reroute(context, "http://models.example.com", server);
  const address: Deed[] = [
    { pick: "Another server…" },
    { type: "http://models.example.com/v1" },
    { type: "Lab" },
  ];
  const { tools, secrets, state } = openDesk({
    script: [...address, { pick: "The server wants no key" }, { pick: "well" }],
  });
  await addEndpoint(tools);
  assert.equal(state.active, "Lab");
  assert.deepEqual([...secrets], [["cotViewer.key:http://models.example.com", "none"]]);
});

test("what each user fills in stands in the address", async () => {
  const script: Deed[] = [
    { pick: "Azure AI Foundry" },
    { type: "my-lab" },
    { type: "" },
    { pick: "Type a key" },
  ];
  const { ask, tools } = openDesk({ script });
  await addEndpoint(tools);
  assert.equal(
    ask.asked.at(-1)?.question,
    "API key for Azure AI Foundry / Kept in VS Code's secret storage and sent to https://my-lab.services.ai.azure.com only.",
  );
});
