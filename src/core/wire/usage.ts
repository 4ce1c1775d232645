import { isFields, type Fields } from "./fields.ts";
import type { Part, Usage } from "./part.ts";

/** The names under which servers report each count, dots leading into objects; the first that is a count wins. */
const names: Record<keyof Usage, readonly string[]> = {
  promptTokens: ["prompt_tokens", "input_tokens", "tokens.input_tokens", "prompt_eval_count"],
  cachedTokens: [
    "prompt_cache_hit_tokens",
    "prompt_tokens_details.cached_tokens",
    "input_tokens_details.cached_tokens",
    "cache_read_input_tokens",
    "cached_tokens",
    "num_cached_tokens",
  ],
  completionTokens: ["completion_tokens", "output_tokens", "tokens.output_tokens", "eval_count"],
  reasoningTokens: [
    "completion_tokens_details.reasoning_tokens",
    "output_tokens_details.reasoning_tokens",
    "output_tokens_details.thinking_tokens",
    "tokens.reasoning_tokens",
    "reasoning_tokens",
  ],
};

/** The token counts in the first of these objects that holds any; nothing when the server reported none. */
export function readUsage(...candidates: unknown[]): Part[] {
  return candidates.filter(isFields).flatMap(countsIn).slice(0, 1);
}

function countsIn(reported: Fields): Part[] {
  const usage: Usage = {};
  for (const count of ["promptTokens", "cachedTokens", "completionTokens", "reasoningTokens"] as const) {
    const found = names[count].map((name) => lookUp(reported, name)).find(isCount);
    if (found !== undefined) usage[count] = found;
  }
  return Object.keys(usage).length > 0 ? [{ type: "usage", usage }] : [];
}

function lookUp(fields: Fields, name: string): unknown {
  return name.split(".").reduce<unknown>((value, key) => (isFields(value) ? value[key] : undefined), fields);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
