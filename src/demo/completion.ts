import { randomUUID } from "node:crypto";
import { pieces } from "./pieces.ts";
import type { Begun, Question } from "./question.ts";
import type { Trace } from "./trace.ts";

/** What is sent for a question, a token a piece. */
export interface Completion {
  id: string;
  question: Question;
  reasoning: string[];
  answer: string[];
  finish: "stop" | "length";
}

/** One server-sent event, and the token it carries, by which the pace is set. */
export interface Frame {
  data: string;
  token: string;
}

/** Cuts a trace to what the question wants: no reasoning when thinking is off, no more than its limit. */
export function complete(question: Question, trace: Trace): Completion {
  const left = leftOf(trace, question.begun);
  const reasoning = question.thinking ? pieces(left.reasoning) : [];
  const answer = pieces(left.answer);
  const room = Math.max(0, question.maxTokens - reasoning.length);
  return {
    id: randomUUID(),
    question,
    reasoning: reasoning.slice(0, question.maxTokens),
    answer: answer.slice(0, room),
    finish: reasoning.length + answer.length > question.maxTokens ? "length" : "stop",
  };
}

/**
 * What follows in the trace on what is there already. An answer that was begun ends the thinking; words that are not
 * the trace's can be followed by its whole text only.
 */
function leftOf({ reasoning, answer }: Trace, begun: Begun = { reasoning: "", answer: "" }): Begun {
  const after = (text: string, start: string) => (text.startsWith(start) ? text.slice(start.length) : text);
  if (begun.answer.trim() === "") return { reasoning: after(reasoning, begun.reasoning), answer };
  return { reasoning: "", answer: after(answer, begun.answer) };
}

/**
 * The events of a streamed completion as DeepSeek sends them (compared with recordings of its API, 2026):
 * both text keys in every delta while thinking is on and only `content` while it is off, the finish reason
 * and the usage together in the last chunk, then `[DONE]`.
 */
export function* frames(completion: Completion): Generator<Frame> {
  const { question, reasoning, answer, finish } = completion;
  const other = question.thinking ? { reasoning_content: null } : {};
  const first = question.thinking ? { content: null, reasoning_content: "" } : { content: "" };
  const chunk = (delta: object): string => event(completion, { delta, finish_reason: null });
  yield { data: chunk({ role: "assistant", ...first }), token: "" };
  for (const token of reasoning) yield { data: chunk({ content: null, reasoning_content: token }), token };
  for (const token of answer) yield { data: chunk({ content: token, ...other }), token };
  const last = { delta: { content: "", ...other }, finish_reason: finish };
  yield { data: event(completion, last, usage(completion)), token: "" };
  yield { data: "data: [DONE]\n\n", token: "" };
}

function event(completion: Completion, choice: object, counts: object | null = null): string {
  const chunk = {
    ...head(completion, "chat.completion.chunk"),
    choices: [{ index: 0, ...choice, logprobs: null }],
    ...(counts || completion.question.nullUsage ? { usage: counts } : {}),
  };
  return `data: ${JSON.stringify(chunk)}\n\n`;
}

/** The completion in one piece, for a request without `stream`. */
export function wholeBody(completion: Completion): object {
  const thought = completion.question.thinking ? { reasoning_content: completion.reasoning.join("") } : {};
  const message = { role: "assistant", content: completion.answer.join(""), ...thought };
  return {
    ...head(completion, "chat.completion"),
    choices: [{ index: 0, message, logprobs: null, finish_reason: completion.finish }],
    usage: usage(completion),
  };
}

function head({ id, question }: Completion, object: string): object {
  const created = Math.floor(Date.now() / 1000);
  return { id, object, created, model: question.model, system_fingerprint: "fp_sample_recorded" };
}

function usage({ question, reasoning, answer }: Completion): object {
  const spent = reasoning.length + answer.length;
  return {
    prompt_tokens: question.promptTokens,
    completion_tokens: spent,
    total_tokens: question.promptTokens + spent,
    prompt_tokens_details: { cached_tokens: 0 },
    ...(question.thinking ? { completion_tokens_details: { reasoning_tokens: reasoning.length } } : {}),
    prompt_cache_hit_tokens: 0,
    prompt_cache_miss_tokens: question.promptTokens,
  };
}
