import type { Endpoint } from "../core/ask/endpoint.ts";
import type { Preset } from "../core/ask/preset.ts";
import { presetsOfChina } from "../core/ask/presetsOfChina.ts";
import { presetsOfHosts } from "../core/ask/presetsOfHosts.ts";
import { presetsOfMakers } from "../core/ask/presetsOfMakers.ts";
import { presetsOfThisMachine } from "../core/ask/presetsOfThisMachine.ts";
import { typedAddress } from "../core/ask/typedAddress.ts";
import type { Translate } from "../core/run/failureWords.ts";
import type { Ask, Choice, Heading } from "./ask.ts";
import type { LocalServer } from "./localServers.ts";

export interface ServerTools {
  ask: Ask;
  t: Translate;
  findServers: () => Promise<LocalServer[]>;
}

/** A provider, or a server of which only the reader knows the address. */
type Pick = { preset: Preset } | "other";

/** An endpoint to begin with: its name is a proposal, and its model still "". */
export async function pickServer(tools: ServerTools): Promise<Endpoint | undefined> {
  const { ask, t, findServers } = tools;
  const question = { title: t("Add Endpoint"), hint: t("Which server shall answer?") };
  const picked = await ask.pick(
    question,
    findServers().then((running) => rowsOf(running, t)),
  );
  if (!picked) return undefined;
  return picked === "other" ? typeServer(tools) : fillIn(picked.preset, tools);
}

function rowsOf(running: readonly LocalServer[], t: Translate): (Choice<Pick> | Heading)[] {
  const row = (preset: Preset, description: string): Choice<Pick> => ({
    label: preset.name,
    description,
    detail: preset.baseUrl,
    value: { preset },
  });
  const runs = (preset: Preset) => running.some((server) => server.preset === preset);
  const group = (heading: string, presets: readonly Preset[]) => {
    const rows = presets.filter((preset) => !runs(preset)).map((preset) => row(preset, wordsOf(preset, t)));
    return rows.length === 0 ? [] : [{ heading }, ...rows];
  };
  const found = running.map(({ preset, models }) => row(preset, t("running, models: {0}", models.length)));
  return [
    ...(found.length === 0 ? [] : [{ heading: t("Running on this machine") }, ...found]),
    ...group(t("Makers of models"), presetsOfMakers),
    ...group(t("Hosts of many makers' models"), presetsOfHosts),
    ...group(t("Makers and hosts in China"), presetsOfChina),
    ...group(t("Servers for this machine"), presetsOfThisMachine),
    { heading: "" },
    { label: t("Another server…"), detail: t("By its address"), always: true, value: "other" },
  ];
}

function wordsOf({ reasoning }: Preset, t: Translate): string {
  switch (reasoning) {
    case "shown":
      return t("reasoning is shown");
    case "hidden":
      return t("reasoning is not returned");
    case "depends":
      return t("reasoning depends on model and settings");
  }
}

async function typeServer({ ask, t }: ServerTools): Promise<Endpoint | undefined> {
  const typed = await ask.type({
    title: t("Add Endpoint"),
    prompt: t("The address before /chat/completions or /responses"),
    placeholder: "https://models.example.com/v1",
    fault: (text) =>
      typedAddress(text)
        ? undefined
        : t("An address begins with https:// or http:// and has no password or query in it."),
  });
  const address = typed === undefined ? undefined : typedAddress(typed);
  return address && { name: new URL(address.baseUrl).host, model: "", ...address };
}

async function fillIn(preset: Preset, { ask, t }: ServerTools): Promise<Endpoint | undefined> {
  const { name, baseUrl, api, placeholder } = preset;
  // The model is picked later, from what the server lists.
  const endpoint: Endpoint = { name, baseUrl, model: "", api };
  if (placeholder === undefined) return endpoint;
  const own = await ask.type({
    title: name,
    prompt: t("What stands for {0} in {1}", placeholder, baseUrl),
    fault: (text) => (/^[a-z\d-]+$/i.test(text) ? undefined : t("Letters, digits and hyphens only.")),
  });
  return own === undefined ? undefined : { ...endpoint, baseUrl: baseUrl.replace(placeholder, own) };
}
