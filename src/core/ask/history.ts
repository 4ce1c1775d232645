import type { Endpoint } from "./endpoint.ts";
import type { ChatMessage } from "./messages.ts";
import type { HistoryRule } from "./preset.ts";
import { presetOf } from "./presets.ts";

/** A question of the same conversation as it was sent, and what came of it; `answer` is "" when nothing did. */
export interface EarlierTurn {
  question: string;
  reasoning: string;
  answer: string;
}

const assistantTurn: Record<HistoryRule, (turn: EarlierTurn) => ChatMessage> = {
  text: ({ answer }) => ({ role: "assistant", content: answer }),
  // The field is there even when empty: servers that want it refuse a message without it.
  reasoning_content: ({ reasoning, answer }) => ({
    role: "assistant",
    content: answer,
    reasoning_content: reasoning,
  }),
  tagged: ({ reasoning, answer }) => ({
    role: "assistant",
    content: reasoning ? `<think>\n${reasoning}\n</think>\n\n${answer}` : answer,
  }),
};

/**
 * `messages` of a new question with the earlier turns before it, as the endpoint's provider wants them back.
 * A question that got no answer stands before the next one in the same message: servers refuse empty answers,
 * and some refuse two user messages in a row.
 */
export function withHistory(
  endpoint: Pick<Endpoint, "baseUrl" | "api">,
  turns: readonly EarlierTurn[],
  messages: readonly ChatMessage[],
): ChatMessage[] {
  // The Responses API takes reasoning back only as items with an id, which a run does not keep.
  const rule = endpoint.api === "responses" ? "text" : (presetOf(endpoint.baseUrl)?.history ?? "text");
  const answered: ChatMessage[] = [];
  let waiting: string[] = [];
  for (const turn of turns) {
    waiting.push(turn.question);
    if (turn.answer.trim() === "") continue;
    answered.push({ role: "user", content: waiting.join("\n\n") }, assistantTurn[rule](turn));
    waiting = [];
  }
  const asked = messages.findLastIndex(({ role }) => role === "user");
  return messages.flatMap((message, index) =>
    index === asked
      ? [...answered, { ...message, content: [...waiting, message.content].join("\n\n") }]
      : [message],
  );
}
