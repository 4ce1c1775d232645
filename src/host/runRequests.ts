import { env } from "vscode";
import { answerRequest } from "../core/ask/answerNow.ts";
import type { CodeContext } from "../core/ask/codeContext.ts";
import { requestFor, resumption } from "../core/ask/conversation.ts";
import type { Endpoint } from "../core/ask/endpoint.ts";
import type { EarlierTurn } from "../core/ask/history.ts";
import type { Intent } from "../core/ask/intent.ts";
import { questionOf, userMessage } from "../core/ask/messages.ts";
import type { Outgoing } from "../core/ask/requestBody.ts";
import type { RunRecord } from "../core/run/runRecord.ts";
import { askedIn, type AskedHead } from "./runHead.ts";

/** What a reader asks; `endpoint` asks another one than the active. */
export interface Question {
  intent: Intent;
  question: string;
  context?: CodeContext;
  endpoint?: Endpoint;
  /** The conversation that this question follows. */
  earlier?: EarlierTurn[];
  /** The code that the conversation is about; it goes along in its own turn. */
  about?: CodeContext;
}

/** How an unfinished run is taken up: where it was cut, or with its answer at once. */
export type TakeUp = "resume" | "answerNow";

/** What a run begins with. */
export interface Composed {
  head: AskedHead;
  request: Outgoing;
  unfinished?: Readonly<RunRecord>;
}

/** A new question, as it goes to an endpoint. */
export function composeQuestion(endpoint: Endpoint, question: Omit<Question, "endpoint">): Composed {
  const sent = userMessage(questionOf(question.intent, question.question), question.context);
  const { earlier = [] } = question;
  return {
    head: { ...question, sent },
    request: requestFor(endpoint, { sent, earlier, language: env.language }),
  };
}

/** A run that takes up an unfinished one. */
export function composeTakeUp(endpoint: Endpoint, unfinished: Readonly<RunRecord>, takeUp: TakeUp): Composed {
  const { request, resumed } = takenUp(endpoint, unfinished, takeUp);
  const { head } = unfinished;
  return { head: { ...askedIn(head), sent: head.sent, resumed }, request, unfinished };
}

function takenUp(endpoint: Endpoint, unfinished: Readonly<RunRecord>, takeUp: TakeUp) {
  if (takeUp === "resume") return resumption(endpoint, unfinished, env.language);
  const { request, how } = answerRequest(endpoint, unfinished, env.language);
  return { request, resumed: how };
}
