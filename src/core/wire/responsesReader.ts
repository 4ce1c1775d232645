import { isFields, type Fields } from "./fields.ts";
import type { ChunkReader, Part } from "./part.ts";
import { readUsage } from "./usage.ts";

/**
 * Reads the events of the Responses API (platform.openai.com/docs/api-reference/responses-streaming):
 * raw reasoning from open models, summaries from hosted ones, where each part of a summary is a section.
 */
export function createResponsesReader(): ChunkReader {
  const read = (event: Fields): Part[] => {
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
      case "response.completed":
      case "response.incomplete":
      case "response.failed":
        return isFields(event.response) ? endOf(event.response) : [];
      default:
        return [];
    }
  };
  return { read: (event) => (isFields(event) ? read(event) : []), end: () => [] };
}

/** A whole response that was not streamed. */
export function readResponse(response: Fields): Part[] {
  const items = Array.isArray(response.output) ? response.output.filter(isFields) : [];
  return [...items.flatMap(wholeItem), ...endOf(response)];
}

function wholeItem(item: Fields, index: number): Part[] {
  if (item.type === "function_call") {
    return [{ type: "toolCall", index, name: text(item.name), arguments: text(item.arguments) }];
  }
  const texts = (pieces: unknown) => (Array.isArray(pieces) ? pieces.filter(isFields) : []);
  if (item.type === "message") return texts(item.content).flatMap((piece) => textPart("answer", piece.text));
  if (item.type !== "reasoning") return [];
  const sections = [...texts(item.summary), ...texts(item.content)];
  return sections.flatMap((piece): Part[] => [{ type: "section" }, ...textPart("reasoning", piece.text)]);
}

function startOfItem(item: Fields, index: unknown): Part[] {
  if (item.type !== "function_call") return [];
  return [{ type: "toolCall", index: indexOf(index), name: text(item.name), arguments: "" }];
}

function endOf(response: Fields): Part[] {
  const incomplete = isFields(response.incomplete_details) ? response.incomplete_details.reason : undefined;
  // The chat API's word, so that "the budget ran out" is one case downstream.
  const reason = incomplete === "max_output_tokens" ? "length" : text(incomplete ?? response.status);
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
