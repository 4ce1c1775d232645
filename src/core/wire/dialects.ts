import type { Fields } from "./fields.ts";

/** Where a family of servers puts the reasoning in a delta of an OpenAI-style stream. */
export interface Dialect {
  /** What the setting `dialect` may name. */
  name: string;
  field: string;
}

/**
 * Tried in this order on every chunk until one holds text: several servers send the same text under two
 * names in one chunk, so exactly one may be read.
 */
export const dialects: readonly Dialect[] = [
  // DeepSeek (api-docs.deepseek.com, create-chat-completion), Qwen, Kimi, GLM, xAI, llama.cpp, SGLang.
  { name: "reasoning_content", field: "reasoning_content" },
  // Ollama, vLLM since 0.10, OpenRouter, Groq, Cerebras, Together.
  { name: "reasoning", field: "reasoning" },
];

/** The reasoning of one delta, or "" when it has none. */
export function reasoningOf(delta: Fields, rows: readonly Dialect[]): string {
  for (const { field } of rows) {
    const text = delta[field];
    if (typeof text === "string" && text !== "") return text;
  }
  return "";
}
