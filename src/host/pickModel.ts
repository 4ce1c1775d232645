import type { Endpoint } from "../core/ask/endpoint.ts";
import { presetOf } from "../core/ask/presets.ts";
import { failureWords, type Translate } from "../core/run/failureWords.ts";
import type { Ask, Choice } from "./ask.ts";
import { needsKey } from "./keys.ts";
import { ModelError } from "./modelError.ts";
import { listModels } from "./serverFacts.ts";

interface Offer {
  models: readonly string[];
  /** Why these are not the server's own. */
  whyNot?: string;
}

/**
 * Offers what the server itself lists, else what is known of its provider and why; a name can always be typed. The
 * endpoint's own model, if it is not "", comes first.
 */
export async function pickModel(
  { ask, t }: { ask: Ask; t: Translate },
  endpoint: Endpoint,
  key: string | undefined,
): Promise<string | undefined> {
  const { models, whyNot } = await offerOf({ ask, t }, endpoint, key);
  const title = t("Model of {0}", endpoint.name);
  const known = [...new Set([endpoint.model, ...models])].filter((model) => model !== "");
  const prompt = t("The model's name, as {0} writes it", endpoint.name);
  if (known.length === 0) return ask.type({ title, prompt: whyNot ? `${whyNot} ${prompt}` : prompt });
  const rows = known.map((model): Choice<{ name?: string }> => ({
    label: model,
    description: model === endpoint.model ? t("in use") : "",
    value: { name: model },
  }));
  const other: Choice<{ name?: string }> = { label: t("Another model…"), always: true, value: {} };
  const hint = whyNot ?? t("What the server lists. Type to filter.");
  const picked = await ask.pick({ title, hint }, [...rows, other]);
  if (!picked || picked.name !== undefined) return picked?.name;
  return ask.type({ title, prompt });
}

async function offerOf(
  { ask, t }: { ask: Ask; t: Translate },
  endpoint: Endpoint,
  key: string | undefined,
): Promise<Offer> {
  const preset = presetOf(endpoint.baseUrl);
  const models = preset?.models ?? [];
  const without = (reason: string): Offer => ({
    models,
    whyNot: t("The server's own list cannot be shown: {0}.", reason),
  });
  if (preset?.listsModels === false) return without(t("it is not known to have one"));
  if (needsKey(endpoint) && key === undefined) return without(failureWords({ kind: "noKey" }, t));
  return ask.during(t("Asking {0} for its models…", endpoint.name), async (signal) => {
    try {
      const listed = await listModels({ endpoint, signal, ...(key === undefined ? {} : { key }) });
      return { models: [...models.filter((model) => listed.includes(model)), ...listed] };
    } catch (error) {
      if (signal.aborted) return without(t("stopped"));
      if (error instanceof ModelError) return without(failureWords(error.failure, t));
      throw error;
    }
  });
}
