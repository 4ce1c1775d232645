import { sampleName } from "../core/ask/endpoint.ts";
import type { Translate } from "../core/run/failureWords.ts";
import type { Ask } from "./ask.ts";
import type { Endpoints } from "./endpoints.ts";

/** What a server allows where no limit is set, as far as a doubling of it makes sense (DeepSeek thinks up to 64 K). */
const usual = 65_536;

/** Asks for a higher limit of reasoning and answer together and keeps it with the endpoint in use. */
export async function raiseLimit({
  ask,
  t,
  endpoints,
}: {
  ask: Pick<Ask, "type" | "tell">;
  t: Translate;
  endpoints: Pick<Endpoints, "active" | "change">;
}): Promise<void> {
  const { name, maxTokens = usual } = endpoints.active();
  if (name === sampleName) return ask.tell(t("The sample has no limit."));
  const typed = await ask.type({
    title: t("Raise the Limit"),
    prompt: t("At most how many tokens may an answer of {0} take, reasoning included?", name),
    value: String(2 * maxTokens),
    fault: (text) => (/^[1-9]\d*$/.test(text) ? undefined : t("A whole number.")),
  });
  if (typed === undefined) return;
  await endpoints.change(name, { maxTokens: Number(typed) });
  ask.tell(t("The next request to {0} may take {1} tokens: resume, or ask again.", name, typed));
}
