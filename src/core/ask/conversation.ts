import type { RunRecord } from "../run/runRecord.ts";
import { askAgainWithThoughts, continuation, type Unfinished } from "./continuation.ts";
import type { Endpoint } from "./endpoint.ts";
import { withHistory, type EarlierTurn } from "./history.ts";
import { buildMessages } from "./messages.ts";
import { outgoing, type Outgoing } from "./requestBody.ts";

/** What is asked: the user message, the turns before it, and the reader's display language (BCP 47). */
export interface Asked {
  sent: string;
  earlier: readonly EarlierTurn[];
  language: string;
}

/** The request for a question, the conversation before it as the endpoint's provider wants it. */
export function requestFor(endpoint: Endpoint, { sent, earlier, language }: Asked): Outgoing {
  return outgoing(endpoint, withHistory(endpoint, earlier, buildMessages(sent, language)));
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
  const { sent, earlier = [] } = record.head;
  const messages = withHistory(endpoint, earlier, buildMessages(sent, language));
  const unfinished: Unfinished = { reasoning: reasoningOf(record), answer: record.answer };
  const { head } = record;
  // Another model must not be given these thoughts as its own.
  const isSame = head.endpoint === endpoint.name && head.model === endpoint.model;
  const request = isSame ? continuation(endpoint, messages, unfinished) : undefined;
  if (request) return { request, resumed: "continued" };
  return { request: outgoing(endpoint, askAgainWithThoughts(messages, unfinished)), resumed: "askedAgain" };
}

function reasoningOf({ steps }: Pick<RunRecord, "steps">): string {
  return steps.map(({ text }) => text).join("");
}
