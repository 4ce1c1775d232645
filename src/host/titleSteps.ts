import { sampleName, type Endpoint } from "../core/ask/endpoint.ts";
import { priceAt } from "../core/ask/prices.ts";
import { readTitles } from "../core/ask/readTitles.ts";
import { mostTitled, titleEstimate, titleRequest } from "../core/ask/titleRequest.ts";
import type { StepTitle } from "../core/run/change.ts";
import { failureWords, type Translate } from "../core/run/failureWords.ts";
import { money } from "../core/run/money.ts";
import type { RunRecord } from "../core/run/runRecord.ts";
import type { Ask } from "./ask.ts";
import { askAside } from "./askAside.ts";
import { needsKey, type Keys } from "./keys.ts";
import { limits as usualLimits, type Limits } from "./limits.ts";

export interface TitleTools {
  ask: Pick<Ask, "decide" | "during" | "tell">;
  t: Translate;
  /** The reader's language, a BCP 47 tag. */
  language: string;
  endpoint: Endpoint;
  keys: Pick<Keys, "find">;
  /** Told what the request cost. */
  spent: (record: Readonly<RunRecord>) => void;
  limits?: Limits;
}

/**
 * Has the endpoint's model title the steps of a run, once the reader agrees to what it will cost. Undefined where it
 * did not come to titles, of which the reader is told; the run itself is left as it is.
 */
export async function titleSteps(
  tools: TitleTools,
  record: Readonly<RunRecord>,
): Promise<StepTitle[] | undefined> {
  const { ask, t, endpoint, keys } = tools;
  const key = await keys.find(endpoint);
  const hindrance = hindranceTo(endpoint, key, t);
  if (hindrance !== undefined) {
    ask.tell(hindrance);
    return undefined;
  }
  const request = titleRequest(endpoint, record.steps);
  const question = wordsOf(tools, record, titleEstimate(request, record.steps.length, priceOf(endpoint)));
  const agreed = await ask.decide(question, [{ label: t("Title Steps"), value: true }]);
  if (!agreed) return undefined;
  const { limits = usualLimits } = tools;
  const sent = { endpoint, request, limits, ...(key === undefined ? {} : { key }) };
  const told = await ask.during(t("{0} titles the steps…", endpoint.model), (signal) =>
    askAside({ ...sent, signal }),
  );
  tools.spent(told);
  const { titles, words } = titlesIn(told, record, tools);
  if (words !== undefined) ask.tell(words);
  return titles;
}

function hindranceTo(endpoint: Endpoint, key: string | undefined, t: Translate): string | undefined {
  if (endpoint.name === sampleName)
    return t(
      "The sample plays recorded traces; no model is there to write titles. Choose an endpoint first.",
    );
  if (needsKey(endpoint) && key === undefined) return t("{0} needs an API key first.", endpoint.name);
  return undefined;
}

function priceOf(endpoint: Endpoint) {
  return priceAt(endpoint, new Date());
}

function wordsOf(
  { t, endpoint, language }: TitleTools,
  { steps }: Readonly<RunRecord>,
  { tokens, cost }: { tokens: number; cost?: number },
): { message: string; detail: string } {
  const { currency = "USD" } = priceOf(endpoint) ?? {};
  const amount =
    cost === undefined
      ? t("≈ {0} tokens; no price is known.", tokens)
      : t("≈ {0} tokens, ≈ {1}.", tokens, money(cost, currency, language));
  const all = steps.length <= mostTitled;
  return {
    message: t("Have {0} title these {1} steps?", endpoint.model, Math.min(steps.length, mostTitled)),
    detail: [
      t("The beginning of each step goes to {0}, with thinking off where it can be.", endpoint.name),
      ...(all ? [] : [t("Steps after these keep their titles.")]),
      amount,
    ].join(" "),
  };
}

/** The titles that came, and what is to be said of them. */
function titlesIn(
  { status, answer }: Readonly<RunRecord>,
  { steps }: Readonly<RunRecord>,
  { t, endpoint: { name, model } }: TitleTools,
): { titles?: StepTitle[]; words?: string } {
  if (status.state === "stopped") return {};
  if ("failure" in status && status.failure) return { words: `${name}: ${failureWords(status.failure, t)}` };
  const titles = readTitles(answer, Math.min(steps.length, mostTitled));
  if (titles.length === 0)
    return { words: t("{0} wrote no titles that can be used; those from here stay.", model) };
  return { titles, words: t("{0} of {1} steps have a title by {2}.", titles.length, steps.length, model) };
}
