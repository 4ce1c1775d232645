import { textOf } from "./dialects.ts";
import { isFields, jsonOf, type Fields } from "./fields.ts";
import type { ChunkReader, Part } from "./part.ts";
import { createTagReader } from "./tagReader.ts";
import { readToolCalls } from "./toolCalls.ts";
import { readUsage } from "./usage.ts";

// Formats that are read from files only: traces saved from servers that speak no OpenAI dialect.

const reasoning = (text: unknown): Part[] =>
  textOf(text) ? [{ type: "reasoning", text: textOf(text) }] : [];
const answer = (text: unknown): Part[] => (textOf(text) ? [{ type: "answer", text: textOf(text) }] : []);
const finish = (reason: unknown): Part[] =>
  typeof reason === "string" && reason ? [{ type: "finish", reason }] : [];
const reader = (read: (event: Fields) => Part[]): ChunkReader => ({
  read: (event) => (isFields(event) ? read(event) : []),
  end: () => [],
});

/** Ollama's `/api/chat`: a line of JSON a chunk. */
export function createOllamaReader(): ChunkReader {
  const content = createTagReader();
  const { read } = reader((chunk) => {
    const message = isFields(chunk.message) ? chunk.message : {};
    const thought = reasoning(message.thinking);
    if (thought.length > 0) content.thought();
    return [
      ...thought,
      // Models whose template is not known leave their tags in the text.
      ...content.push(textOf(message.content)),
      ...readToolCalls(message.tool_calls),
      ...(chunk.done === true ? [...finish(chunk.done_reason), ...readUsage(chunk)] : []),
    ];
  });
  return { read, end: () => content.end() };
}

/** Anthropic's Messages (docs.anthropic.com, streaming), streamed or whole. */
export function createAnthropicReader(): ChunkReader {
  const block = (content: Fields, index: number): Part[] => {
    if (content.type !== "tool_use") return [...reasoning(content.thinking), ...answer(content.text)];
    const input =
      isFields(content.input) && Object.keys(content.input).length > 0 ? content.input : undefined;
    const given = input ? jsonOf(input) : "";
    return [{ type: "toolCall", index, name: textOf(content.name), arguments: given }];
  };
  return reader((event) => {
    const index = Number.isInteger(event.index) ? Number(event.index) : 0;
    const delta = isFields(event.delta) ? event.delta : {};
    switch (event.type) {
      case "message":
        return [
          ...(Array.isArray(event.content) ? event.content.filter(isFields).flatMap(block) : []),
          ...finish(event.stop_reason),
          ...readUsage(event.usage),
        ];
      case "message_start":
        return isFields(event.message) ? readUsage(event.message.usage) : [];
      case "content_block_start":
        return isFields(event.content_block) ? block(event.content_block, index) : [];
      case "content_block_delta":
        if (delta.type !== "input_json_delta") return [...reasoning(delta.thinking), ...answer(delta.text)];
        return [{ type: "toolCall", index, name: "", arguments: textOf(delta.partial_json) }];
      case "message_delta":
        return [...finish(delta.stop_reason), ...readUsage(event.usage)];
      default:
        return [];
    }
  });
}

/** Cohere's chat v2. */
export function createCohereReader(): ChunkReader {
  return reader((event) => {
    const delta = isFields(event.delta) ? event.delta : {};
    const message = isFields(delta.message) ? delta.message : {};
    const content = isFields(message.content) ? message.content : {};
    return [
      ...reasoning(content.thinking),
      ...answer(content.text),
      ...(event.type === "message-end" ? [...finish(delta.finish_reason), ...readUsage(delta.usage)] : []),
    ];
  });
}
