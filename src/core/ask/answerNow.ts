import type { AnsweredHow, RunHead } from "../run/change.ts";
import type { RunRecord } from "../run/runRecord.ts";
import { continuation, goesOnInThoughts, withThoughtsQuoted } from "./continuation.ts";
import { isAskedOf, messagesOf, reasoningOf } from "./conversation.ts";
import type { Endpoint } from "./endpoint.ts";
import { thinkingOf } from "./presets.ts";
import { outgoing, type Outgoing } from "./requestBody.ts";

/**
 * The request that has the model answer from what it has thought so far. Where the endpoint takes thoughts as the
 * beginning of a message, they are closed there and the answer is begun; elsewhere the question is asked again with the
 * thoughts quoted, and thinking at its least.
 */
export function answerRequest(
  endpoint: Endpoint,
  record: Readonly<RunRecord>,
  language: string,
): { request: Outgoing; how: AnsweredHow } {
  const messages = messagesOf(endpoint, record.head, language);
  const reasoning = reasoningOf(record);
  const { closing, opening } = isChinese(record.head, language) ? words.zh : words.en;
  const begun = { reasoning: `${reasoning.trimEnd()}\n\n${closing}`, answer: opening };
  const isOwn = goesOnInThoughts(endpoint) && isAskedOf(endpoint, record.head);
  const request = isOwn ? continuation(endpoint, messages, begun) : undefined;
  if (request) return { request, how: "answerContinued" };
  const asked = withThoughtsQuoted(messages, again, { reasoning, answer: "" });
  return { request: outgoing(thinkingLeast(endpoint), asked), how: "answerAskedAgain" };
}

/** Between these two the model's thinking ends; the answer that comes makes sense without the opening. */
const words = {
  en: { closing: "I am asked to answer now, with what I have found so far.", opening: "Answer:\n\n" },
  zh: { closing: "现在要求我直接作答，我就以目前的思考为准。", opening: "回答：\n\n" },
};

/** The language to answer in, as the system message has it: the question's, or the reader's where it is no own one. */
function isChinese({ intent, question }: RunHead, language: string): boolean {
  return intent === "ask" ? /\p{Script=Han}/u.test(question) : language.startsWith("zh");
}

const again =
  "You have thought about this already and are asked to answer now. Your reasoning so far is quoted below: do not " +
  "think it all again, answer from it at once, and say what it leaves unchecked.";

/** Off, or the weakest word where it cannot be switched off; as it was set where the server's words are not known. */
export function thinkingLeast(endpoint: Endpoint): Endpoint {
  const [weakest] = thinkingOf(endpoint)?.efforts ?? [];
  return weakest === undefined ? endpoint : { ...endpoint, effort: weakest };
}
