import type { Endpoint } from "../core/ask/endpoint.ts";
import { originOf, thinkingOf } from "../core/ask/presets.ts";
import { deepSeek } from "../core/ask/presetsOfMakers.ts";
import { freeName } from "../core/ask/typedAddress.ts";
import { failureWords } from "../core/run/failureWords.ts";
import type { Choice } from "./ask.ts";
import { askForAccess, keyFrom, type Access, type AccessTools } from "./askForAccess.ts";
import type { Endpoints } from "./endpoints.ts";
import { needsKey } from "./keys.ts";
import type { Limits } from "./limits.ts";
import { pickModel } from "./pickModel.ts";
import { pickServer, type ServerTools } from "./pickServer.ts";
import { tryEndpoint } from "./tryEndpoint.ts";

export interface AddTools extends ServerTools, AccessTools {
  endpoints: Pick<Endpoints, "all" | "add" | "use" | "keysChanged">;
  /** For the trial. */
  limits?: Limits;
}

/** An endpoint on its way: all but the model, which "" stands for, and the key it is asked with. */
interface Draft {
  endpoint: Endpoint;
  access: Access;
}

type Next = "save" | "model" | "key";

/**
 * Walks from a server through name, key and model to a trial, and only then keeps anything: leaving at any point
 * leaves all as it was.
 */
export async function addEndpoint(tools: AddTools): Promise<void> {
  const server = await pickServer(tools);
  const name = server && (await askForName(tools, server));
  if (!server || name === undefined) return;
  const endpoint = { ...server, name };
  const access = needsKey(endpoint) ? await askForAccess(tools, endpoint) : await keptFor(endpoint, tools);
  if (access) await chooseAndTry(tools, { endpoint, access });
}

async function askForName({ ask, t, endpoints }: AddTools, server: Endpoint): Promise<string | undefined> {
  // The built-in endpoint may be set up under its own name, as by an entry of the setting.
  const isBuiltIn = ({ name, baseUrl }: Endpoint) => name === deepSeek.name && baseUrl === server.baseUrl;
  const taken = endpoints
    .all()
    .filter((known) => !isBuiltIn(known))
    .map(({ name }) => name);
  return ask.type({
    title: t("Add Endpoint"),
    prompt: t("A name to choose it by"),
    value: freeName(server.name, taken),
    fault: (text) => (taken.includes(text) ? t("An endpoint has this name already.") : undefined),
  });
}

/** Servers on this machine need no key, but one that was kept for them is sent. */
async function keptFor(endpoint: Endpoint, { keys }: AddTools): Promise<Access> {
  const key = await keys.find(endpoint);
  return key === undefined ? { from: "nowhere" } : { from: "kept", key };
}

async function chooseAndTry(tools: AddTools, draft: Draft): Promise<void> {
  const { access } = draft;
  const key = keyFrom(access, tools.environment);
  const model = await pickModel(tools, draft.endpoint, key);
  if (model === undefined) return;
  const asked = complete(draft, model);
  const { next, endpoint = asked } = await tryOut(tools, asked, key);
  switch (next) {
    case "save":
      return save(tools, { endpoint, access });
    case "model":
      return chooseAndTry(tools, draft);
    case "key": {
      const another = await askForAccess(tools, draft.endpoint);
      return another && chooseAndTry(tools, { ...draft, access: another });
    }
    case undefined:
      return;
  }
}

function complete({ endpoint, access }: Draft, model: string): Endpoint {
  const effort = thinkingOf({ ...endpoint, model })?.defaultEffort;
  return {
    ...endpoint,
    model,
    ...(effort === undefined ? {} : { effort }),
    ...(access.from === "environment" ? { apiKeyEnv: access.variable } : {}),
  };
}

/** What answers is saved, as it answered; else the reader, who hears why, decides. */
async function tryOut(
  { ask, t, limits }: AddTools,
  endpoint: Endpoint,
  key: string | undefined,
): Promise<{ next: Next | undefined; endpoint?: Endpoint }> {
  const { name, model } = endpoint;
  const trial = { endpoint, ...(key === undefined ? {} : { key }), ...(limits ? { limits } : {}) };
  const result = await ask.during(t("Trying {0} with a short question…", `${name} · ${model}`), (signal) =>
    tryEndpoint({ ...trial, signal }),
  );
  if (result.state === "well") return { next: "save", endpoint: result.endpoint };
  const choices: Choice<Next>[] = [
    { label: t("Change Model"), value: "model" },
    { label: t("Change Key"), value: "key" },
    { label: t("Save Anyway"), value: "save" },
  ];
  if (result.state === "stopped") {
    const message = t("The trial of {0} was stopped.", `${name} · ${model}`);
    return { next: await ask.decide({ message, detail: "" }, choices) };
  }
  const message = t("{0} did not answer a short question.", `${name} · ${model}`);
  return { next: await ask.decide({ message, detail: failureWords(result.failure, t) }, choices) };
}

/** A key that is typed is kept together with its endpoint or not at all. */
async function save({ ask, t, endpoints, keys }: AddTools, { endpoint, access }: Draft): Promise<void> {
  const { apiKeyEnv: _, ...bySecret } = endpoint;
  const earlier = await keys.find(bySecret);
  try {
    if (access.from === "typed") await keys.set(endpoint, access.key);
    await endpoints.add(endpoint);
    await endpoints.use(endpoint.name);
  } catch (error) {
    if (access.from === "typed")
      await (earlier === undefined ? keys.remove(endpoint) : keys.set(endpoint, earlier));
    throw error;
  }
  endpoints.keysChanged();
  const where = `${endpoint.model} · ${originOf(endpoint.baseUrl) ?? ""}`;
  ask.tell(t("Questions now go to {0} ({1}).", endpoint.name, where));
}
