import { estimatedCost } from "./cost.ts";
import { estimateTokens } from "./estimateTokens.ts";
import type { RunHead } from "./change.ts";
import type { RunRecord } from "./runRecord.ts";

/** Tokens of all that went out, ≈: the whole conversation, not only the last question. */
export function sentTokensOf({ sent, request }: Readonly<RunHead>): number {
  const said = request?.body.messages ?? request?.body.input;
  return estimateTokens(said === undefined ? sent : JSON.stringify(said));
}

/**
 * What a run that is over has cost, by the server's counts where it gave any and by estimate where it was stopped
 * before; undefined where no price is known or nothing was sent.
 */
export function spentOn({ head, steps, answer, usage }: Readonly<RunRecord>): number | undefined {
  const came = [...steps.map(({ text }) => text), answer].join("");
  if (!head.price || !head.request || (!usage && came === "")) return undefined;
  const tokens = { sentTokens: sentTokensOf(head), cameTokens: estimateTokens(came) };
  return estimatedCost({ ...tokens, ...(usage ? { usage } : {}) }, head.price);
}
