import type { ChunkReader } from "./chatReader.ts";
import { isFields, type Fields } from "./fields.ts";
import type { Part } from "./part.ts";
import { readUsage } from "./usage.ts";

/**
 * Reads the events of the Responses API (platform.openai.com/docs/api-reference/responses-streaming):
 * raw reasoning from open models, summaries from hosted ones. Each summary part begins a paragraph.
 */
export function createResponsesReader(): ChunkReader {
  let summaries = 0;
  return (event) => {
    if (!isFields(event)) return [];
    switch (event.type) {
      case "response.reasoning_summary_part.added":
        return summaries++ > 0 ? [{ type: "reasoning", text: "\n\n" }] : [];
      case "response.reasoning_summary_text.delta":
      case "response.reasoning_text.delta":
        return textPart("reasoning", event.delta);
      case "response.output_text.delta":
      case "response.refusal.delta":
        return textPart("answer", event.delta);
      case "response.completed":
      case "response.incomplete":
        return isFields(event.response) ? readEnd(event.response) : [];
      default:
        return [];
    }
  };
}

function textPart(type: "reasoning" | "answer", text: unknown): Part[] {
  return typeof text === "string" && text ? [{ type, text }] : [];
}

function readEnd(response: Fields): Part[] {
  const incomplete = isFields(response.incomplete_details) ? response.incomplete_details.reason : undefined;
  // The word of the chat API, so that "the budget ran out" is one case downstream.
  const cut = incomplete === "max_output_tokens" ? "length" : incomplete;
  return [...readUsage(response.usage), { type: "finish", reason: typeof cut === "string" ? cut : "stop" }];
}
