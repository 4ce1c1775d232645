import { isFields, type Fields } from "./fields.ts";
import type { Part, Usage } from "./part.ts";

/** The token counts of a chat completion or a response; nothing when the server reported none. */
export function readUsage(value: unknown): Part[] {
  if (!isFields(value)) return [];
  const usage: Usage = {};
  const note = (name: keyof Usage, ...found: unknown[]) => {
    const count = found.find((each) => Number.isSafeInteger(each) && Number(each) >= 0);
    if (count !== undefined) usage[name] = Number(count);
  };
  const input = nested(value, "prompt_tokens_details", "input_tokens_details");
  const output = nested(value, "completion_tokens_details", "output_tokens_details");
  note("promptTokens", value.prompt_tokens, value.input_tokens);
  note("cachedTokens", value.prompt_cache_hit_tokens, input.cached_tokens);
  note("completionTokens", value.completion_tokens, value.output_tokens);
  note("reasoningTokens", output.reasoning_tokens);
  return Object.keys(usage).length > 0 ? [{ type: "usage", usage }] : [];
}

function nested(value: Fields, ...names: string[]): Fields {
  return names.map((name) => value[name]).find(isFields) ?? {};
}
