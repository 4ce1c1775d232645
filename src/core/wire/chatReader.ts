import { dialects, reasoningOf } from "./dialects.ts";
import { isFields, type Fields } from "./fields.ts";
import type { Part } from "./part.ts";
import { readUsage } from "./usage.ts";

/** Turns the chunks of one stream into parts. */
export type ChunkReader = (chunk: unknown) => Part[];

/**
 * Reads chat-completion chunks of any dialect; `dialect` fixes one row of the table.
 * A delta is read before the finish reason beside it: vLLM and MiniMax send the last text with it.
 */
export function createChatReader(dialect?: string): ChunkReader {
  const fixed = dialects.filter((row) => row.name === dialect);
  const rows = fixed.length > 0 ? fixed : dialects;
  return (chunk) => {
    if (!isFields(chunk)) return [];
    const choice = Array.isArray(chunk.choices) ? chunk.choices[0] : undefined;
    return [...(isFields(choice) ? readChoice(choice) : []), ...readUsage(chunk.usage)];
  };

  function readChoice(choice: Fields): Part[] {
    const parts: Part[] = [];
    const delta = isFields(choice.delta) ? choice.delta : {};
    const reasoning = reasoningOf(delta, rows);
    if (reasoning) parts.push({ type: "reasoning", text: reasoning });
    if (typeof delta.content === "string" && delta.content)
      parts.push({ type: "answer", text: delta.content });
    if (typeof choice.finish_reason === "string" && choice.finish_reason) {
      parts.push({ type: "finish", reason: choice.finish_reason });
    }
    return parts;
  }
}
