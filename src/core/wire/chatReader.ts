import { dialects, textOf } from "./dialects.ts";
import { isFields, type Fields } from "./fields.ts";
import type { ChunkReader, Part } from "./part.ts";
import { createTagReader } from "./tagReader.ts";
import { readToolCalls } from "./toolCalls.ts";
import { readUsage } from "./usage.ts";

/**
 * Reads the chunks of a chat completion, or a whole one, in any dialect; `dialect` fixes one row of the table.
 * A delta is read before the finish reason beside it: vLLM and MiniMax send the last text with it.
 */
export function createChatReader(dialect?: string): ChunkReader {
  const fixed = dialects.filter((row) => row.name === dialect);
  const rows = fixed.length > 0 ? fixed : dialects.filter((row) => !row.startsInside);
  const content = createTagReader(rows.some((row) => row.startsInside));

  const think = (text: string): Part[] => {
    if (text === "") return [];
    content.thought();
    return [{ type: "reasoning", text }];
  };

  const readContent = (delta: Fields): Part[] => {
    if (Array.isArray(delta.content)) return delta.content.flatMap(readPiece);
    const text = textOf(delta.content);
    if (!isFlaggedThought(delta)) return text === "" ? [] : content.push(text);
    return think(text.replace(/^<thought>/, ""));
  };

  /** One element of Mistral's lists: thinking, which is a list again, or text. */
  const readPiece = (piece: unknown): Part[] => {
    if (isFields(piece) && piece.type === "thinking") return think(textOf(piece.thinking));
    const text = textOf(piece);
    return text === "" ? [] : content.push(text);
  };

  const readDelta = (delta: Fields): Part[] => {
    const texts = rows.map((row) => row.reasoning(delta));
    const parts = think(texts.find((text) => text !== "") ?? "");
    return [...parts, ...readContent(delta), ...readToolCalls(delta.tool_calls)];
  };

  const readChoice = (choice: Fields): Part[] => {
    const parts = [choice.delta, choice.message].filter(isFields).slice(0, 1).flatMap(readDelta);
    const reason = choice.finish_reason;
    return typeof reason === "string" && reason ? [...parts, { type: "finish", reason }] : parts;
  };

  return {
    read(chunk) {
      if (!isFields(chunk)) return [];
      const choice: unknown = Array.isArray(chunk.choices) ? chunk.choices[0] : undefined;
      const fields = isFields(choice) ? choice : {};
      return [...readChoice(fields), ...readUsage(chunk.usage, fields.usage, groqUsage(chunk))];
    },
    end: () => content.end(),
  };
}

/** Gemini marks thoughts beside the text; the answer that follows still begins with the closing tag. */
function isFlaggedThought({ extra_content: extra }: Fields): boolean {
  return isFields(extra) && isFields(extra.google) && extra.google.thought === true;
}

function groqUsage({ x_groq: groq }: Fields): unknown {
  return isFields(groq) ? groq.usage : undefined;
}
