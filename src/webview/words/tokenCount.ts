import { estimateTokens } from "../../core/run/estimateTokens.ts";
import type { AnswerNow, Change, RunHead } from "../../core/run/change.ts";
import { costOf, estimatedCost, outputCostOf, sharesOf } from "../../core/run/cost.ts";
import { money } from "../../core/run/money.ts";
import type { RunRecord } from "../../core/run/runRecord.ts";
import { sentTokensOf } from "../../core/run/spent.ts";
import type { Usage } from "../../core/wire/part.ts";
import { count, t } from "../l10n.ts";

/** Tokens of a run: what the server reported, until then an estimate, which carries ≈. */
export class TokenCount {
  #reasoning = 0;
  #answer = 0;
  #usage: Usage = {};
  #before: (Pick<AnswerNow, "paid" | "request"> & { reasoning: number }) | undefined;

  read(change: Change): void {
    if (change.op === "growStep") this.#reasoning += estimateTokens(change.text);
    else if (change.op === "growAnswer") this.#answer += estimateTokens(change.text);
    else if (change.op === "clearAnswer") this.#answer = 0;
    else if (change.op === "usage") this.#usage = change.usage;
    else if (change.op === "answerNow") this.#goOn(change);
  }

  /** What came until now was paid for, and what comes is another request's. */
  #goOn({ paid, request }: AnswerNow): void {
    this.#before = { paid, request, reasoning: this.#reasonedAll };
    this.#reasoning = 0;
    this.#answer = 0;
    this.#usage = {};
  }

  get #reasonedAll(): number {
    return (this.#before?.reasoning ?? 0) + (this.#usage.reasoningTokens ?? this.#reasoning);
  }

  reasoning(): string {
    return words(this.#reported.reasoningTokens, this.#reasonedAll);
  }

  /** Reasoning and answer together. */
  total(): string {
    const { completionTokens: paid = 0 } = this.#before?.paid ?? {};
    const last = this.#usage.completionTokens ?? this.#reasoning + this.#answer;
    return words(this.#reported.completionTokens, paid + last);
  }

  /** Counts of one request say nothing of two: where one was broken off, all is an estimate. */
  get #reported(): Usage {
    return this.#before ? {} : this.#usage;
  }

  /** What the run has cost at the price of its head, "" where none is known. */
  cost(head: Readonly<RunHead>): string {
    const { price } = head;
    if (!price) return "";
    const came = this.#reasoning + this.#answer;
    const { paid = {}, request = head.request } = this.#before ?? {};
    const sentTokens = sentTokensOf({ sent: head.sent, ...(request ? { request } : {}) });
    const last = estimatedCost({ sentTokens, cameTokens: came, usage: this.#usage }, price);
    const amount = moneyIn(head, costOf(paid, price) + last);
    return this.#reported.completionTokens === undefined ? `≈ ${amount}` : amount;
  }

  /** What each step took of tokens and money, by the length of its text and so an estimate. */
  shares({ head, steps }: Readonly<RunRecord>): StepShare[] {
    const lengths = steps.map(({ text }) => estimateTokens(text));
    return sharesOf(this.#reasonedAll || this.#reasoning, lengths).map((tokens) => {
      const cost = head.price ? outputCostOf({ completionTokens: tokens }, head.price) : 0;
      const inWords = () =>
        [t("{0} tokens", count(tokens)), ...(cost > 0 ? [moneyIn(head, cost)] : [])]
          .map((part) => `≈ ${part}`)
          .join(" · ");
      return { tokens, words: inWords };
    });
  }

  /** Reasoning tokens the provider counted, 0 when it says nothing. */
  get reported(): number {
    return this.#usage.reasoningTokens ?? 0;
  }
}

/** What a step took of the whole: tokens, and these in words with their cost. */
export interface StepShare {
  tokens: number;
  words: () => string;
}

/** A step's tokens in short; they are always estimated. */
export function tokenWords(tokens: number): string {
  return t("≈ {0} tok", Math.max(1, tokens));
}

function moneyIn({ price }: Readonly<RunHead>, amount: number): string {
  return money(amount, price?.currency ?? "USD", document.documentElement.lang);
}

function words(reported: number | undefined, estimate: number): string {
  if (reported !== undefined) return t("{0} tokens", reported);
  return estimate < 1 ? "" : `≈ ${t("{0} tokens", count(estimate))}`;
}
