import type { Usage } from "../wire/part.ts";
import type { Price } from "./change.ts";

const perMillion = 1_000_000;
// Other tokenizers count the same reasoning up to 7 % higher (recordings of OpenRouter and Doubleword).
const sameReasoning = 1.1;

/** What a run cost at this price, in its currency; tokens read from the cache count at their own price. */
export function costOf(usage: Usage, price: Price): number {
  const { input, cachedInput = input } = price;
  const cached = countOf(usage.cachedTokens);
  const fresh = Math.max(0, countOf(usage.promptTokens) - cached);
  return (fresh * input + cached * cachedInput) / perMillion + outputCostOf(usage, price);
}

/** The part of the cost that was for writing, reasoning included. */
export function outputCostOf(usage: Usage, { output }: Pick<Price, "output">): number {
  return (outputTokens(usage) * output) / perMillion;
}

/**
 * What a run that goes on has cost so far, ≈: estimated tokens of what was sent and of all that came, each until the
 * server reports its own count.
 */
export function estimatedCost(
  { sentTokens, cameTokens, usage = {} }: { sentTokens: number; cameTokens: number; usage?: Usage },
  price: Price,
): number {
  return costOf({ promptTokens: sentTokens, completionTokens: cameTokens, ...usage }, price);
}

/** `total` shared out by the lengths of the texts it was paid for, ≈: a token is as long in one as in another. */
export function sharesOf(total: number, lengths: readonly number[]): number[] {
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  return lengths.map((length) => (whole > 0 ? (total * length) / whole : 0));
}

/**
 * Tokens written. Most servers count reasoning inside the completion; where it is far larger than the whole, the
 * completion is only the answer (xAI: 340 and 2) and both are paid for.
 */
function outputTokens(usage: Usage): number {
  const completion = countOf(usage.completionTokens);
  const reasoning = countOf(usage.reasoningTokens);
  return reasoning > completion * sameReasoning ? completion + reasoning : Math.max(completion, reasoning);
}

/** Journals come from disk, so a count may be anything. */
function countOf(tokens: number | undefined): number {
  return tokens !== undefined && Number.isFinite(tokens) && tokens > 0 ? tokens : 0;
}
