import { estimateTokens } from "../core/run/estimateTokens.ts";
import type { Change, RunHead } from "../core/run/change.ts";
import { estimatedCost, outputCostOf, sharesOf } from "../core/run/cost.ts";
import { money } from "../core/run/money.ts";
import type { RunRecord } from "../core/run/runRecord.ts";
import { sentTokensOf } from "../core/run/spent.ts";
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
    else if (change.op === "clearAnswer") this.#answer = 0;
    else if (change.op === "usage") this.#usage = change.usage;
  }

  reasoning(): string {
    return words(this.#usage.reasoningTokens, this.#reasoning);
  }

  /** Reasoning and answer together. */
  total(): string {
    return words(this.#usage.completionTokens, this.#reasoning + this.#answer);
  }

  /** What the run has cost at the price of its head, "" where none is known. */
  cost(head: Readonly<RunHead>): string {
    const { price } = head;
    if (!price) return "";
    const came = this.#reasoning + this.#answer;
    const tokens = { sentTokens: sentTokensOf(head), cameTokens: came, usage: this.#usage };
    const amount = moneyIn(head, estimatedCost(tokens, price));
    return this.#usage.completionTokens === undefined ? `≈ ${amount}` : amount;
  }

  /** What each step took of tokens and money, by the length of its text and so an estimate. */
  shares({ head, steps }: Readonly<RunRecord>): string[] {
    const lengths = steps.map(({ text }) => estimateTokens(text));
    return sharesOf(this.#usage.reasoningTokens || this.#reasoning, lengths).map((tokens) => {
      const cost = head.price ? outputCostOf({ completionTokens: tokens }, head.price) : 0;
      const parts = [t("{0} tokens", count(tokens)), ...(cost > 0 ? [moneyIn(head, cost)] : [])];
      return parts.map((part) => `≈ ${part}`).join(" · ");
    });
  }

  /** Reasoning tokens the provider counted, 0 when it says nothing. */
  get reported(): number {
    return this.#usage.reasoningTokens ?? 0;
  }
}

function moneyIn({ price }: Readonly<RunHead>, amount: number): string {
  return money(amount, price?.currency ?? "USD", document.documentElement.lang);
}

function words(reported: number | undefined, estimate: number): string {
  if (reported !== undefined) return t("{0} tokens", reported);
  return estimate < 1 ? "" : `≈ ${t("{0} tokens", count(estimate))}`;
}
