import { randomUUID } from "node:crypto";
import { sampleName, type Endpoint } from "../core/ask/endpoint.ts";
import { priceAt } from "../core/ask/prices.ts";
import type { RunHead } from "../core/run/change.ts";
import { newRunId } from "./runStore.ts";

/** What a question says of its run; the rest the endpoint says. */
export type AskedHead = Pick<
  RunHead,
  "intent" | "question" | "context" | "about" | "sent" | "earlier" | "resumed"
>;

/** What an earlier run asked, to be asked again. */
export function askedIn({
  intent,
  question,
  context,
  about,
  earlier,
}: RunHead): Omit<AskedHead, "sent" | "resumed"> {
  return {
    intent,
    question,
    ...(context ? { context } : {}),
    ...(about ? { about } : {}),
    ...(earlier ? { earlier } : {}),
  };
}

/** What the endpoint says of its run. */
export function headOf(endpoint: Endpoint): Omit<RunHead, keyof AskedHead> {
  const startedAt = new Date();
  const { effort } = endpoint;
  const price = priceAt(endpoint, startedAt);
  return {
    id: newRunId(startedAt, randomUUID()),
    endpoint: endpoint.name,
    model: endpoint.model,
    ...(effort === undefined ? {} : { effort }),
    sample: endpoint.name === sampleName,
    ...(price ? { price } : {}),
    startedAt: startedAt.toISOString(),
  };
}
