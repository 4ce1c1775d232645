import { isFields, type Fields } from "../core/wire/fields.ts";
import { pieces } from "./pieces.ts";

/** What a request asks for, as far as a recorded trace can heed it. */
export interface Question {
  model: string;
  /** The last user message. */
  message: string;
  stream: boolean;
  thinking: boolean;
  /** Whether the chunks before the last carry `usage: null`. */
  nullUsage: boolean;
  promptTokens: number;
  /** Limit for reasoning and answer together. */
  maxTokens: number;
}

/** Reads the body of a chat completion request; a string says what is wrong with it. */
export function readQuestion(body: unknown): Question | string {
  const { model, messages, stream, thinking, reasoning_effort, stream_options, max_tokens } = fieldsOf(body);
  if (typeof model !== "string") return "missing field `model`";
  if (!Array.isArray(messages)) return "missing field `messages`";
  const turns = messages.map(fieldsOf);
  const last = turns.findLast((turn) => turn.role === "user");
  if (!last) return "no user message";
  return {
    model,
    message: wordsOf(last.content),
    stream: stream === true,
    thinking: fieldsOf(thinking).type !== "disabled" && reasoning_effort !== "none",
    nullUsage: fieldsOf(stream_options).include_usage === true,
    promptTokens: turns.reduce((sum, { content }) => sum + pieces(wordsOf(content)).length, 0),
    maxTokens: typeof max_tokens === "number" && max_tokens > 0 ? max_tokens : Infinity,
  };
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** A message's content is a string or a list of parts, of which some have text. */
function wordsOf(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  const texts = content.map((part) => fieldsOf(part).text);
  return texts.filter((text) => typeof text === "string").join("");
}
