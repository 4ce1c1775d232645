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

  let followed: unknown;

  const think = (text: string): Part[] => {
    if (text === "") return [];
    content.thought();
    return [{ type: "reasoning", text }];
  };

  const readContent = (delta: Fields): Part[] => {
    if (Array.isArray(delta.content)) return delta.content.flatMap(readPiece);
    const text = textOf(delta.content);
    if (!isFlaggedThought(delta)) return say(text);
    const [thought = "", ...rest] = text.replace(/^<thought>/, "").split(closeOfFlagged);
    return [...think(thought), ...say(rest.join(closeOfFlagged))];
  };

  const say = (text: string): Part[] => (text === "" ? [] : content.push(text));

  /** One element of Mistral's lists: thinking, which is a list again, or text. */
  const readPiece = (piece: unknown): Part[] => {
    if (isFields(piece) && piece.type === "thinking") return think(textOf(piece.thinking));
    return say(textOf(piece));
  };

  const readDelta = (delta: Fields): Part[] => {
    const texts = rows.map((row) => row.reasoning(delta));
    const parts = think(texts.find((text) => text !== "") ?? "");
    // llama.cpp's `deepseek-legacy` sends the thought as a field and, tagged, in the content as well.
    const isSaid = (part: Part) => parts.length > 0 && part.type === "reasoning";
    return [
      ...parts,
      ...readContent(delta).filter((part) => !isSaid(part)),
      ...say(textOf(delta.refusal)),
      ...readToolCalls(delta.tool_calls),
    ];
  };

  const readChoice = (choice: Fields): Part[] => {
    const parts = [choice.delta, choice.message].filter(isFields).slice(0, 1).flatMap(readDelta);
    const reason = choice.finish_reason;
    return typeof reason === "string" && reason ? [...parts, { type: "finish", reason }] : parts;
  };

  /** The first choice; where a request made the model answer several times, the others are passed over. */
  const choiceOf = ({ choices }: Fields): Fields => {
    const found = (Array.isArray(choices) ? choices : []).filter(isFields);
    followed ??= found[0]?.index;
    return found.find(({ index }) => typeof index !== "number" || index === followed) ?? {};
  };

  return {
    read(chunk) {
      if (!isFields(chunk)) return [];
      const fields = choiceOf(chunk);
      return [...readChoice(fields), ...readUsage(chunk.usage, fields.usage, groqUsage(chunk))];
    },
    end: () => content.end(),
  };
}

const closeOfFlagged = "</thought>";

/** Gemini marks thoughts beside the text; the answer that follows still begins with the closing tag. */
function isFlaggedThought({ extra_content: extra }: Fields): boolean {
  return isFields(extra) && isFields(extra.google) && extra.google.thought === true;
}

function groqUsage({ x_groq: groq }: Fields): unknown {
  return isFields(groq) ? groq.usage : undefined;
}
