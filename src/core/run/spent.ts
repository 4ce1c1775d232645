import type { Usage } from "../wire/part.ts";
import type { RunHead } from "./change.ts";
import { costOf } from "./cost.ts";
import { estimateTokens } from "./estimateTokens.ts";
import type { RunRecord } from "./runRecord.ts";

/** Tokens of all that went out, ≈: the whole conversation, not only the last question. */
export function sentTokensOf({ sent, request }: Pick<RunHead, "sent" | "request">): number {
  const said = request?.body.messages ?? request?.body.input;
  return estimateTokens(said === undefined ? sent : JSON.stringify(said));
}

/**
 * Tokens of all requests of a run, by the server's counts where it gave any and by estimate where a request was
 * broken off before.
 */
export function tokensOf({ head, steps, answer, usage = {}, answeredNow }: Readonly<RunRecord>): Usage {
  const { after = 0, paid = {}, request = head.request } = answeredNow ?? {};
  const came = [...steps.slice(after).map(({ text }) => text), answer].join("");
  const last = {
    promptTokens: Math.round(sentTokensOf({ sent: head.sent, ...(request ? { request } : {}) })),
    completionTokens: Math.round(estimateTokens(came)),
    ...usage,
  };
  return addedUp(paid, last);
}

/** What a run that is over has cost; undefined where no price is known or nothing was sent. */
export function spentOn(record: Readonly<RunRecord>): number | undefined {
  const { head, steps, answer, usage } = record;
  if (!head.price || !head.request || (!usage && steps.length === 0 && answer === "")) return undefined;
  return costOf(tokensOf(record), head.price);
}

/** The counts of two requests together; what neither has is left out. */
function addedUp(one: Usage, other: Usage): Usage {
  const sum = { ...one };
  for (const name of ["promptTokens", "completionTokens", "reasoningTokens", "cachedTokens"] as const) {
    const count = other[name];
    if (count !== undefined) sum[name] = (sum[name] ?? 0) + count;
  }
  return sum;
}
