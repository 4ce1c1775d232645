import { createChatReader } from "./chatReader.ts";
import { jsonTexts } from "./events.ts";
import { isFields, jsonOf, type Fields } from "./fields.ts";
import { createAnthropicReader, createCohereReader, createOllamaReader } from "./nativeReaders.ts";
import type { ChunkReader, Part, Usage } from "./part.ts";
import { createResponsesReader } from "./responsesReader.ts";

/** All that a saved stream or completion says. */
interface Decoded {
  reasoning: string;
  answer: string;
  finishReason: string | null;
  usage: Usage | null;
  toolCalls: { name: string; arguments: string }[];
  /** The server's words for what went wrong inside the stream. */
  error: string | null;
}

interface Format {
  matches: (chunk: Fields) => boolean;
  open: (dialect?: string) => ChunkReader;
}

/** Told by any chunk that has the shape; chat completions are what is left. */
const formats: readonly Format[] = [
  {
    matches: ({ type, object }) => (isText(type) && type.startsWith("response.")) || object === "response",
    open: createResponsesReader,
  },
  { matches: ({ type }) => isText(type) && /^(message|content|tool)-/.test(type), open: createCohereReader },
  {
    matches: ({ type }) =>
      isText(type) && /^(message|message_(start|delta|stop)|content_block_\w+)$/.test(type),
    open: createAnthropicReader,
  },
  {
    matches: ({ message, done }) => isFields(message) && typeof done === "boolean",
    open: createOllamaReader,
  },
  { matches: ({ choices }) => Array.isArray(choices), open: createChatReader },
];

/** Decodes a body: server-sent events, JSON lines or one JSON text, of any format above. */
export function decode(body: string, dialect?: string): Decoded {
  const chunks = jsonTexts(body).flatMap(parse);
  const error = chunks.map(errorIn).find((each) => each !== undefined);
  return { ...gather(partsOf(chunks, dialect)), error: error ?? null };
}

/**
 * The parts of a completion or response that came whole, or as lines of JSON, although a stream was asked for;
 * none for other bodies.
 */
export function readWhole(body: string, dialect?: string): Part[] {
  return partsOf(jsonTexts(body).flatMap(parse), dialect);
}

function partsOf(chunks: unknown[], dialect?: string): Part[] {
  const format = formats.find(({ matches }) => chunks.some((chunk) => isFields(chunk) && matches(chunk)));
  const reader = format?.open(dialect);
  return reader ? [...chunks.flatMap((chunk) => reader.read(chunk)), ...reader.end()] : [];
}

/** Adds the parts of one stream up. */
export function gather(parts: Part[]): Omit<Decoded, "error"> {
  const sum: Omit<Decoded, "error"> = {
    reasoning: "",
    answer: "",
    finishReason: null,
    usage: null,
    toolCalls: [],
  };
  const calls = new Map<number, { name: string; arguments: string }>();
  for (const part of parts) {
    switch (part.type) {
      case "reasoning":
      case "answer":
        sum[part.type] += part.text;
        break;
      case "relabel":
        sum.reasoning += sum.answer;
        sum.answer = "";
        break;
      case "toolCall": {
        const call = calls.get(part.index) ?? { name: "", arguments: "" };
        calls.set(part.index, { name: call.name || part.name, arguments: call.arguments + part.arguments });
        break;
      }
      case "usage":
        sum.usage = { ...sum.usage, ...part.usage };
        break;
      case "finish":
        sum.finishReason = part.reason;
        break;
      case "section":
        break;
    }
  }
  return { ...sum, toolCalls: [...calls.values()] };
}

/** The values in a JSON text: chunks saved as one list are as many. */
function parse(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch {
    return [{ error: "a line is no JSON" }];
  }
}

/** The server's words in a chunk that tells of an error. */
export function errorIn(chunk: unknown): string | undefined {
  if (!isFields(chunk)) return undefined;
  const found = isFields(chunk.response) ? chunk.response.error : chunk.error;
  if (isText(found)) return found;
  if (!isFields(found)) return chunk.type === "error" && isText(chunk.message) ? chunk.message : undefined;
  return isText(found.message) ? found.message : jsonOf(found);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
