import type { RunHead } from "../run/change.ts";
import type { RunRecord } from "../run/runRecord.ts";
import { askAgainWithThoughts, continuation, type Unfinished } from "./continuation.ts";
import type { Endpoint } from "./endpoint.ts";
import { withHistory, type EarlierTurn } from "./history.ts";
import { buildMessages, type ChatMessage } from "./messages.ts";
import { outgoing, type Outgoing } from "./requestBody.ts";

/** What is asked: the user message, the turns before it, and the reader's display language (BCP 47). */
interface Asked {
  sent: string;
  earlier: readonly EarlierTurn[];
  language: string;
}

/** The request for a question, the conversation before it as the endpoint's provider wants it. */
export function requestFor(endpoint: Endpoint, { sent, earlier, language }: Asked): Outgoing {
  return outgoing(endpoint, messagesOf(endpoint, { sent, earlier }, language));
}

/** The conversation up to and including this run, for a follow-up question. */
export function turnsOf({ head, answer, ...record }: Readonly<RunRecord>): EarlierTurn[] {
  return [...(head.earlier ?? []), { question: head.sent, answer, reasoning: reasoningOf(record) }];
}

/**
 * The request that takes up a run which was stopped or cut: by going on in its text where the endpoint can, else by
 * asking again with its thoughts quoted.
 */
export function resumption(
  endpoint: Endpoint,
  record: Readonly<RunRecord>,
  language: string,
): { request: Outgoing; resumed: "continued" | "askedAgain" } {
  const messages = messagesOf(endpoint, record.head, language);
  const unfinished: Unfinished = { reasoning: reasoningOf(record), answer: record.answer };
  const isOwn = isAskedOf(endpoint, record.head);
  const request = isOwn ? continuation(endpoint, messages, unfinished) : undefined;
  if (request) return { request, resumed: "continued" };
  return { request: outgoing(endpoint, askAgainWithThoughts(messages, unfinished)), resumed: "askedAgain" };
}

/** The messages of a run's question, the conversation before it included. */
export function messagesOf(
  endpoint: Endpoint,
  { sent, earlier = [] }: Pick<Asked, "sent"> & Partial<Pick<Asked, "earlier">>,
  language: string,
): ChatMessage[] {
  return withHistory(endpoint, earlier, buildMessages(sent, language));
}

/** Whether this endpoint's model is the one that thought: another must not be given these thoughts as its own. */
export function isAskedOf({ name, model }: Endpoint, head: Pick<RunHead, "endpoint" | "model">): boolean {
  return head.endpoint === name && head.model === model;
}

/** What a run has thought so far, unit for unit. */
export function reasoningOf({ steps }: Pick<RunRecord, "steps">): string {
  return steps.map(({ text }) => text).join("");
}
