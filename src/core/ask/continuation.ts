import { sampleName, type Endpoint } from "./endpoint.ts";
import { fence, type ChatMessage } from "./messages.ts";
import type { PrefixKind } from "./preset.ts";
import { presetOf } from "./presets.ts";
import { outgoing, type Outgoing } from "./requestBody.ts";

/** What had come when an answer was stopped or cut; a cut while thinking has no `answer` yet. */
export interface Unfinished {
  reasoning: string;
  answer: string;
}

interface Cut {
  endpoint: Endpoint;
  messages: readonly ChatMessage[];
  unfinished: Unfinished;
}

/** Sources: the providers' rows in the tables of presets. */
const ways: Record<PrefixKind, (cut: Cut) => Outgoing | undefined> = {
  // The only one that takes up unfinished thoughts: they are "the input for the CoT".
  "deepseek-beta": ({ endpoint, messages, unfinished: { reasoning, answer } }) => {
    if (reasoning.trim() === "" && answer.trim() === "") return undefined;
    const thought = reasoning ? { reasoning_content: reasoning } : {};
    return outgoing({ ...endpoint, baseUrl: betaOf(endpoint.baseUrl) }, [
      ...messages,
      { role: "assistant", content: answer, ...thought, prefix: true },
    ]);
  },
  "mistral-prefix": (cut) =>
    goOnWith(withoutThinking(cut), { role: "assistant", content: cut.unfinished.answer, prefix: true }),
  "kimi-partial": (cut) =>
    goOnWith(cut, {
      role: "assistant",
      content: cut.unfinished.answer,
      reasoning_content: cut.unfinished.reasoning,
      partial: true,
    }),
  vllm: (cut) => {
    const { reasoning, answer } = cut.unfinished;
    const request = goOnWith(cut, { role: "assistant", content: answer, reasoning_content: reasoning });
    if (!request) return undefined;
    return {
      ...request,
      body: { ...request.body, continue_final_message: true, add_generation_prompt: false },
    };
  },
  // A prefill is refused while thinking is on.
  llamacpp: (cut) => goOnWith(withoutThinking(cut), { role: "assistant", content: cut.unfinished.answer }),
};

/**
 * The request that lets the model go on where an answer was stopped or cut; what it streams follows what had
 * come. Undefined where the provider cannot: other than DeepSeek, they go on with an answer that has begun, not
 * with thoughts.
 */
export function continuation(
  endpoint: Endpoint,
  messages: readonly ChatMessage[],
  unfinished: Unfinished,
): Outgoing | undefined {
  const kind = prefixOf(endpoint);
  return kind && ways[kind]({ endpoint, messages, unfinished });
}

/** Whether a cut thought can be given back as the beginning of the message it belongs to. */
export function goesOnInThoughts(endpoint: Endpoint): boolean {
  return prefixOf(endpoint) === "deepseek-beta";
}

function prefixOf({ name, api, baseUrl }: Endpoint): PrefixKind | undefined {
  if (api !== "chat") return undefined;
  // The sample's address, never the same twice, says nothing of what it can.
  return name === sampleName ? "deepseek-beta" : presetOf(baseUrl)?.prefix;
}

/** The same question again, with what was thought and written before quoted at its end and marked as such. */
export function askAgainWithThoughts(
  messages: readonly ChatMessage[],
  unfinished: Unfinished,
): ChatMessage[] {
  return withThoughtsQuoted(messages, again, unfinished);
}

/** The question with these words and what was thought and written at its end; as it is when there is nothing. */
export function withThoughtsQuoted(
  messages: readonly ChatMessage[],
  why: string,
  { reasoning, answer }: Unfinished,
): ChatMessage[] {
  const quotes = [
    quote("Your reasoning until then:", reasoning),
    quote("What you had written of the answer until then:", answer),
  ].filter((part) => part !== "");
  if (quotes.length === 0) return [...messages];
  const asked = messages.findLastIndex(({ role }) => role === "user");
  return messages.map((message, index) =>
    index === asked ? { ...message, content: [message.content, why, ...quotes].join("\n\n") } : message,
  );
}

const again =
  "Your first attempt at this was cut off. What follows is quoted from it: check it, go on from it instead of " +
  "thinking it all again, and give the whole answer.";

function quote(heading: string, text: string): string {
  return text.trim() ? `${heading}\n${fence(text, "")}` : "";
}

function goOnWith({ endpoint, messages, unfinished }: Cut, last: ChatMessage): Outgoing | undefined {
  return unfinished.answer.trim() === "" ? undefined : outgoing(endpoint, [...messages, last]);
}

/** The thinking is done; thinking anew would put it into the middle of the answer. */
function withoutThinking(cut: Cut): Cut {
  return { ...cut, endpoint: { ...cut.endpoint, effort: "none" } };
}

/** Prefixes are taken at /beta only, which stands in the place of an optional /v1. */
function betaOf(baseUrl: string): string {
  return `${baseUrl.replace(/\/+$/, "").replace(/\/(v1|beta)$/, "")}/beta`;
}
