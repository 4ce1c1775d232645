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
  /** What of the reply is there already, to go on from (DeepSeek's chat prefix completion). */
  begun?: Begun;
  /** Limit for reasoning and answer together. */
  maxTokens: number;
}

export interface Begun {
  reasoning: string;
  answer: string;
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
    ...begunBy(turns.at(-1)),
    maxTokens: typeof max_tokens === "number" && max_tokens > 0 ? max_tokens : Infinity,
  };
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

function begunBy(last: Fields = {}): Pick<Question, "begun"> {
  if (last.role !== "assistant" || last.prefix !== true) return {};
  const { reasoning_content: thought } = last;
  return { begun: { reasoning: wordsOf(thought), answer: wordsOf(last.content) } };
}

/** A message's content is a string or a list of parts, of which some have text. */
function wordsOf(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  const texts = content.map((part) => fieldsOf(part).text);
  return texts.filter((text) => typeof text === "string").join("");
}
