import { estimateTokens } from "../core/run/estimateTokens.ts";
import type { Change } from "../core/run/change.ts";
import type { Usage } from "../core/wire/part.ts";
import { count, t } from "./l10n.ts";

/** Tokens of a run: what the server reported, until then an estimate, which carries ≈. */
export class TokenCount {
  #reasoning = 0;
  #answer = 0;
  #usage: Usage = {};

  read(change: Change): void {
    if (change.op === "growStep") this.#reasoning += estimateTokens(change.text);
    else if (change.op === "growAnswer") this.#answer += estimateTokens(change.text);
    else if (change.op === "usage") this.#usage = change.usage;
  }

  reasoning(): string {
    return words(this.#usage.reasoningTokens, this.#reasoning);
  }

  /** Reasoning and answer together. */
  total(): string {
    return words(this.#usage.completionTokens, this.#reasoning + this.#answer);
  }

  /** Reasoning tokens the provider counted, 0 when it says nothing. */
  get reported(): number {
    return this.#usage.reasoningTokens ?? 0;
  }
}

function words(reported: number | undefined, estimate: number): string {
  if (reported !== undefined) return t("{0} tokens", reported);
  return estimate < 1 ? "" : `≈ ${t("{0} tokens", count(estimate))}`;
}
