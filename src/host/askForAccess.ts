import type { Endpoint } from "../core/ask/endpoint.ts";
import { originOf, presetOf } from "../core/ask/presets.ts";
import type { Translate } from "../core/run/failureWords.ts";
import type { Ask, Choice } from "./ask.ts";
import type { Keys } from "./keys.ts";

/** Where the key of an endpoint comes from. A typed one is not kept before the endpoint itself is. */
export type Access =
  | { from: "nowhere" }
  | { from: "kept"; key: string }
  | { from: "typed"; key: string }
  | { from: "environment"; variable: string };

export interface AccessTools {
  ask: Ask;
  t: Translate;
  keys: Keys;
  environment: Readonly<Record<string, string | undefined>>;
}

/** The key to send, if there is one. */
export function keyFrom(access: Access, environment: AccessTools["environment"]): string | undefined {
  switch (access.from) {
    case "nowhere":
      return undefined;
    case "kept":
    case "typed":
      return access.key;
    case "environment":
      return environment[access.variable] || undefined;
  }
}

/** Asks where the key comes from, and for the key; undefined when left. */
export async function askForAccess(tools: AccessTools, endpoint: Endpoint): Promise<Access | undefined> {
  const { ask, t, keys } = tools;
  const origin = originOf(endpoint.baseUrl) ?? "";
  const kept = await keys.find(endpoint);
  const choices: Choice<() => Promise<Access | undefined>>[] = [
    ...(kept === undefined
      ? []
      : [{ label: t("The key already kept for {0}", origin), value: async () => keptKey(kept) }]),
    {
      label: t("Type a key"),
      description: kept === undefined ? "" : t("takes the place of the one kept"),
      value: () => typeKey(tools, endpoint, origin),
    },
    { label: t("An environment variable"), value: () => typeVariable(tools, endpoint) },
    ...(presetOf(endpoint.baseUrl) ? [] : [{ label: t("The server wants no key"), value: noKey }]),
  ];
  const title = t("API key for {0}", endpoint.name);
  const picked = await ask.pick({ title, hint: t("Where does the key come from?") }, choices);
  return picked?.();
}

function keptKey(key: string): Access {
  return { from: "kept", key };
}

/** Questions to other machines never go out without a key; a server that wants none takes any word. */
async function noKey(): Promise<Access> {
  return { from: "typed", key: "none" };
}

async function typeKey(
  { ask, t }: AccessTools,
  endpoint: Endpoint,
  origin: string,
): Promise<Access | undefined> {
  const kept = t("Kept in VS Code's secret storage and sent to {0} only.", origin);
  const plain = origin.startsWith("http:") ? [t("The address is http: the key goes out unencrypted.")] : [];
  const key = await ask.type({
    title: t("API key for {0}", endpoint.name),
    prompt: [kept, ...plain].join(" "),
    secret: true,
    fault: (text) => (/^[\x21-\x7e]+$/.test(text) ? undefined : t("A key has no spaces.")),
  });
  return key === undefined ? undefined : { from: "typed", key };
}

async function typeVariable({ ask, t }: AccessTools, endpoint: Endpoint): Promise<Access | undefined> {
  const variable = await ask.type({
    title: t("API key for {0}", endpoint.name),
    prompt: t("The environment variable that holds the key, as VS Code was started with it"),
    fault: (text) =>
      /^[A-Za-z_]\w*$/.test(text) ? undefined : t("Letters, digits and underscores only, no digit first."),
  });
  return variable === undefined ? undefined : { from: "environment", variable };
}
