import { balanceSource, type Balance } from "../core/ask/balance.ts";
import { sampleName, type Endpoint } from "../core/ask/endpoint.ts";
import { thinkingOf } from "../core/ask/presets.ts";
import { failureWords } from "../core/run/failureWords.ts";
import { addEndpoint, type AddTools } from "./addEndpoint.ts";
import type { Choice, Heading } from "./ask.ts";
import type { Endpoints } from "./endpoints.ts";
import { needsKey } from "./keys.ts";
import { ModelError } from "./modelError.ts";
import { pickModel } from "./pickModel.ts";
import { readAccount } from "./serverFacts.ts";

export interface ChooseTools extends AddTools {
  endpoints: AddTools["endpoints"] & Pick<Endpoints, "active" | "change">;
  /** Asks for a key and keeps it. */
  askForKey: (endpoint: Endpoint) => Promise<void>;
}

type Picked = { use: Endpoint } | { balanceOf: Endpoint } | "add";

/**
 * Walks through endpoint, key, model and effort; leaving at any point keeps what was chosen before it. Leads to a new
 * endpoint and to the account's balance as well.
 */
export async function chooseEndpoint(tools: ChooseTools): Promise<void> {
  const picked = await pickEndpoint(tools);
  if (picked === undefined) return;
  if (picked === "add") return addEndpoint(tools);
  return "use" in picked ? useEndpoint(picked.use, tools) : tellBalance(picked.balanceOf, tools);
}

async function useEndpoint(endpoint: Endpoint, tools: ChooseTools): Promise<void> {
  const { endpoints, keys, askForKey } = tools;
  await endpoints.use(endpoint.name);
  if (endpoint.name === sampleName) return;
  // First of all, since a server tells its models only to those with a key.
  if (needsKey(endpoint) && (await keys.find(endpoint)) === undefined) await askForKey(endpoint);
  const model = await pickModel(tools, endpoint, await keys.find(endpoint));
  if (model === undefined) return;
  const suited = { ...endpoint, model };
  const effort = (await pickEffort(suited, tools)) ?? effortKept(suited);
  await endpoints.change(endpoint.name, { model, effort });
}

async function pickEndpoint({ ask, t, endpoints, keys }: ChooseTools): Promise<Picked | undefined> {
  const active = endpoints.active().name;
  const known = endpoints.all();
  const rows = known.map((endpoint): Choice<Picked> => ({
    label: endpoint.name,
    description: endpoint.name === active ? t("in use") : "",
    detail:
      endpoint.name === sampleName
        ? t("Sample: a recorded trace, no model")
        : `${endpoint.model} · ${endpoint.baseUrl}`,
    value: { use: endpoint },
  }));
  const accounts = await Promise.all(
    known
      .filter(({ baseUrl }) => balanceSource(baseUrl) !== undefined)
      .map(async (endpoint) => ((await keys.find(endpoint)) === undefined ? [] : [endpoint])),
  );
  const balances = accounts.flat().map((endpoint): Choice<Picked> => ({
    label: t("Balance of {0}…", endpoint.name),
    value: { balanceOf: endpoint },
  }));
  const more: (Choice<Picked> | Heading)[] = [
    { heading: "" },
    { label: t("Add Endpoint…"), always: true, value: "add" },
  ];
  const question = { title: t("Choose Endpoint"), hint: t("Where do questions go?") };
  return ask.pick(question, [...rows, ...more, ...balances]);
}

async function pickEffort(endpoint: Endpoint, { ask, t }: ChooseTools): Promise<string | undefined> {
  const efforts = thinkingOf(endpoint)?.efforts ?? [];
  if (efforts.length === 0) return undefined;
  const choices = efforts.map((effort): Choice<string> => ({
    label: effort,
    description: effort === endpoint.effort ? t("in use") : "",
    value: effort,
  }));
  return ask.pick({ title: endpoint.name, hint: t("How hard should it think?") }, choices);
}

/** The effort set before, unless the model is known to take other words for it or none at all. */
function effortKept(endpoint: Endpoint): string | undefined {
  const thinking = thinkingOf(endpoint);
  const { effort } = endpoint;
  if (!thinking || effort === undefined || thinking.efforts.includes(effort)) return effort;
  return thinking.defaultEffort;
}

/** Tells what the account of the endpoint in use holds, or that its provider says nothing of it. */
export async function showBalance(tools: ChooseTools): Promise<void> {
  const { ask, t, keys, endpoints } = tools;
  const endpoint = endpoints.active();
  if (!balanceSource(endpoint.baseUrl))
    return ask.tell(t("{0} does not tell its balance; look at the provider's own site.", endpoint.name));
  if ((await keys.find(endpoint)) === undefined)
    return ask.tell(t("{0} needs an API key first.", endpoint.name));
  return tellBalance(endpoint, tools);
}

async function tellBalance(endpoint: Endpoint, { ask, t, keys }: ChooseTools): Promise<void> {
  const key = await keys.find(endpoint);
  const { name } = endpoint;
  await ask.during(t("Asking {0} for the balance…", name), async (signal) => {
    try {
      const balance = await readAccount({ endpoint, signal, ...(key === undefined ? {} : { key }) });
      if (balance) ask.tell(wordsOf(balance, name, t));
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      if (!signal.aborted) ask.tell(`${name}: ${failureWords(error.failure, t)}`);
    }
  });
}

function wordsOf({ suffices, amounts }: Balance, name: string, t: ChooseTools["t"]): string {
  const sum = amounts.map(({ currency, total }) => `${total} ${currency}`).join(" · ");
  return suffices
    ? t("{0}: {1} left.", name, sum)
    : t("{0}: {1} left, which is too little for a request.", name, sum);
}
