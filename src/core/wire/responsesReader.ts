import { isFields, type Fields } from "./fields.ts";
import type { ChunkReader, Part } from "./part.ts";
import { createTagReader } from "./tagReader.ts";
import { readUsage } from "./usage.ts";

/**
 * Reads the events of the Responses API (platform.openai.com/docs/api-reference/responses-streaming), or a
 * whole response: raw reasoning from open models, summaries from hosted ones, where each part of a summary is
 * a section. What a server did not stream is taken from the response that ends the stream.
 */
export function createResponsesReader(): ChunkReader {
  const content = createTagReader();
  const told = new Set<Part["type"]>();

  const tell = (part: Part): Part[] => {
    told.add(part.type);
    if (part.type === "answer") return content.push(part.text);
    if (part.type === "reasoning") content.thought();
    return [part];
  };

  const untold = (response: Fields): Part[] => {
    const streamed = new Set(told);
    return readResponse(response).filter(
      ({ type }) => !streamed.has(type === "section" ? "reasoning" : type),
    );
  };

  const read = (event: Fields): Part[] => {
    if (event.object === "response") return untold(event);
    if (!isEnd(event.type)) return readEvent(event);
    return isFields(event.response) ? untold(event.response) : [];
  };

  return {
    read: (event) => (isFields(event) ? read(event).flatMap(tell) : []),
    end: () => content.end(),
  };
}

function isEnd(type: unknown): boolean {
  return type === "response.completed" || type === "response.incomplete" || type === "response.failed";
}

function readEvent(event: Fields): Part[] {
  switch (event.type) {
    case "response.reasoning_summary_part.added":
      return [{ type: "section" }];
    case "response.reasoning_summary_text.delta":
    case "response.reasoning_text.delta":
      return textPart("reasoning", event.delta);
    case "response.output_text.delta":
    case "response.refusal.delta":
      return textPart("answer", event.delta);
    case "response.output_item.added":
      return isFields(event.item) ? startOfItem(event.item, event.output_index) : [];
    case "response.function_call_arguments.delta":
      return [
        { type: "toolCall", index: indexOf(event.output_index), name: "", arguments: text(event.delta) },
      ];
    case "error":
      return [{ type: "finish", reason: "error" }];
    default:
      return [];
  }
}

function readResponse(response: Fields): Part[] {
  const items = Array.isArray(response.output) ? response.output.filter(isFields) : [];
  return [...items.flatMap(wholeItem), ...endOf(response)];
}

function wholeItem(item: Fields, index: number): Part[] {
  if (item.type === "function_call") {
    return [{ type: "toolCall", index, name: text(item.name), arguments: text(item.arguments) }];
  }
  const texts = (pieces: unknown) => (Array.isArray(pieces) ? pieces.filter(isFields) : []);
  if (item.type === "message")
    return texts(item.content).flatMap((piece) => textPart("answer", piece.text ?? piece.refusal));
  if (item.type !== "reasoning") return [];
  const sections = [...texts(item.summary), ...texts(item.content)];
  return sections.flatMap((piece): Part[] => [{ type: "section" }, ...textPart("reasoning", piece.text)]);
}

function startOfItem(item: Fields, index: unknown): Part[] {
  if (item.type !== "function_call") return [];
  return [{ type: "toolCall", index: indexOf(index), name: text(item.name), arguments: "" }];
}

/** The chat API's words, so that "the budget ran out" and "the server failed" are one case each downstream. */
const chatWords = new Map([
  ["max_output_tokens", "length"],
  ["failed", "error"],
]);

function endOf(response: Fields): Part[] {
  const incomplete = isFields(response.incomplete_details) ? response.incomplete_details.reason : undefined;
  const said = text(incomplete ?? response.status);
  const reason = chatWords.get(said) ?? said;
  return [...readUsage(response.usage), ...(reason ? [{ type: "finish" as const, reason }] : [])];
}

function textPart(type: "reasoning" | "answer", found: unknown): Part[] {
  return typeof found === "string" && found ? [{ type, text: found }] : [];
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function indexOf(value: unknown): number {
  return Number.isInteger(value) ? Number(value) : 0;
}
