import type { Usage } from "../wire/part.ts";
import type { Price } from "./change.ts";

/** What a run cost at this price, in its currency; tokens read from the cache count at their own price. */
export function costOf(usage: Usage, { input, cachedInput = input, output }: Price): number {
  const { promptTokens = 0, cachedTokens = 0, completionTokens = 0 } = usage;
  const fresh = Math.max(0, promptTokens - cachedTokens);
  return (fresh * input + cachedTokens * cachedInput + completionTokens * output) / 1_000_000;
}
