import { isFields, jsonOf } from "./fields.ts";
import type { Part } from "./part.ts";

/** The tool calls of a delta or a message, in pieces as they come. */
export function readToolCalls(calls: unknown): Part[] {
  if (!Array.isArray(calls)) return [];
  return calls.filter(isFields).map((call, place) => {
    const called = isFields(call.function) ? call.function : {};
    const index = Number.isInteger(call.index) ? Number(call.index) : place;
    return { type: "toolCall", index, name: text(called.name), arguments: text(called.arguments) };
  });
}

function text(value: unknown): string {
  // Ollama's own API sends the arguments as an object.
  return typeof value === "string" ? value : isFields(value) ? jsonOf(value) : "";
}
