import { isFields, type Fields } from "./fields.ts";

/** Where a family of servers puts the reasoning in a delta of an OpenAI-style stream. */
interface Dialect {
  /** What the setting `dialect` may name. */
  name: string;
  /** The reasoning of one delta, "" when it has none there. */
  reasoning: (delta: Fields) => string;
  /** The answer begins inside the reasoning: the chat template has opened the tag already. */
  startsInside?: boolean;
}

/**
 * Tried in this order on every chunk until one holds text: several servers send the same text under two
 * names in one chunk, so exactly one may be read.
 */
export const dialects: readonly Dialect[] = [
  // DeepSeek (api-docs.deepseek.com, create-chat-completion), Qwen, Kimi, GLM, xAI, llama.cpp, SGLang; Envoy
  // sends an object with `text`.
  { name: "reasoning_content", reasoning: ({ reasoning_content: found }) => textOf(found) },
  // Ollama, vLLM since 0.10, OpenRouter, Groq, Cerebras, Together.
  { name: "reasoning", reasoning: ({ reasoning: found }) => textOf(found) },
  { name: "thinking", reasoning: ({ thinking: found }) => textOf(found) },
  // OpenRouter and those that speak like it, where they send nothing else (Snowflake).
  { name: "reasoning_details", reasoning: ({ reasoning_details: found }) => detailsText(found) },
  // Templates that open the tag themselves (R1 and Qwen thinking models behind plain servers).
  { name: "starts_inside", reasoning: () => "", startsInside: true },
];

// Mistral's lists hold lists; what is nested deeper than this is no text but an attack on the stack.
const deepest = 4;

/** A text, or the text of an object or list that holds one: types differ between gateways. */
export function textOf(value: unknown, depth = 0): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value))
    return depth < deepest ? value.map((each) => textOf(each, depth + 1)).join("") : "";
  return isFields(value) && typeof value.text === "string" ? value.text : "";
}

/** Texts and summaries of OpenRouter's `reasoning_details`; encrypted ones have none. */
function detailsText(details: unknown): string {
  if (!Array.isArray(details)) return "";
  return details.map((detail) => (isFields(detail) ? textOf(detail.text ?? detail.summary) : "")).join("");
}
