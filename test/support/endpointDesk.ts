import type { IncomingMessage, ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import type { TestContext } from "node:test";
import type { SecretStorage } from "vscode";
import { readEndpoints, sampleName, type Endpoint } from "../../src/core/ask/endpoint.ts";
import { isFields, type Fields } from "../../src/core/wire/fields.ts";
import type { ChooseTools } from "../../src/host/chooseEndpoint.ts";
import { createKeys, type Keys } from "../../src/host/keys.ts";
import { limits } from "../../src/host/limits.ts";
import type { LocalServer } from "../../src/host/localServers.ts";
import { faults } from "./faults.ts";
import { startReplyServer, type ReplyServer } from "./replyServer.ts";
import { plainWords, scriptedAsk, type Deed, type ScriptedAsk } from "./scriptedAsk.ts";

/** A server that lists these models and answers a question as the fault of the model's name; "no-effort" answers
 * well when asked without an effort. */
export async function startModelServer(
  context: { after(undo: () => unknown): void },
  models: string[],
  others: Record<string, unknown> = {},
): Promise<ReplyServer & { bodies: Fields[] }> {
  const bodies: Fields[] = [];
  const reply = async (request: IncomingMessage, response: ServerResponse) => {
    const send = (body: unknown) => void response.writeHead(200).end(JSON.stringify(body));
    if (request.url?.endsWith("/models")) return send({ data: models.map((id) => ({ id })) });
    if (request.method === "GET") return send(others[request.url ?? ""]);
    const sent = await json(request);
    const body = isFields(sent) ? sent : {};
    bodies.push(body);
    const withoutEffort = body["reasoning_effort"] === undefined ? "well" : "http-400";
    const fault = body["model"] === "no-effort" ? withoutEffort : String(body["model"]);
    (faults[fault] ?? faults["http-404"])?.(response, 1);
  };
  const server = await startReplyServer((request, response) => void reply(request, response));
  context.after(() => server.close());
  return { ...server, bodies };
}

/** Sends what is meant for `origin` to `server` instead. */
export function reroute(context: TestContext, origin: string, server: ReplyServer): void {
  const real = globalThis.fetch;
  context.mock.method(globalThis, "fetch", (url: string | URL, init?: RequestInit) =>
    real(String(url).replace(origin, server.origin), init),
  );
}

/** All that setting up an endpoint writes to, in memory. */
interface Desk {
  ask: ScriptedAsk;
  tools: ChooseTools;
  keys: Keys;
  secrets: Map<string, string>;
  state: { setting: unknown[]; active: string };
}

export function openDesk({
  script,
  setting = [],
  secrets = [],
  running = [],
  environment = {},
}: {
  script: readonly Deed[];
  setting?: unknown[];
  secrets?: [slot: string, key: string][];
  running?: LocalServer[];
  environment?: Record<string, string>;
}): Desk {
  const state: Desk["state"] = { setting, active: sampleName };
  const kept = new Map(secrets);
  const keys = createKeys(inMemory(kept));
  const ask = scriptedAsk(script);
  const all = () => readEndpoints(state.setting).endpoints;
  const change = async (name: string, fields: object) => {
    const named = (entry: unknown) => isFields(entry) && entry["name"] === name;
    const old = state.setting.find(named);
    const entry = { name, ...(isFields(old) ? old : {}), ...fields };
    state.setting = [...state.setting.filter((each) => !named(each)), entry];
  };
  const active = () => all().find(({ name }) => name === state.active) ?? all().at(-1) ?? unknownEndpoint;
  const tools: ChooseTools = {
    ask,
    t: plainWords,
    keys,
    environment,
    findServers: async () => running,
    askForKey: async () => {},
    limits: { ...limits, silence: 5, retries: 0 },
    endpoints: {
      all,
      active,
      change,
      add: (endpoint) => change(endpoint.name, endpoint),
      use: async (name) => void (state.active = name),
      keysChanged() {},
    },
  };
  return { ask, tools, keys, secrets: kept, state };
}

const unknownEndpoint: Endpoint = { name: "", baseUrl: "", model: "", api: "chat" };

export function inMemory(kept: Map<string, string>): SecretStorage {
  return {
    get: async (slot) => kept.get(slot),
    store: async (slot, key) => void kept.set(slot, key),
    delete: async (slot) => void kept.delete(slot),
    onDidChange: () => ({ dispose() {} }),
  };
}
