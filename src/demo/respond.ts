import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import type { Clock } from "./clock.ts";
import { complete, wholeBody } from "./completion.ts";
import { play } from "./play.ts";
import { readQuestion } from "./question.ts";
import { chooseTrace, readTraces } from "./trace.ts";

interface Sample {
  /** Folder of trace files. */
  traces: string;
  /** Asked at each request; 1 is a natural pace. */
  speed: () => number;
  clock: Clock;
  /** What every path begins with. */
  root: string;
}

/** One request and its way back. */
interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  /** Fires when the client goes away. */
  gone: AbortSignal;
}

/** What is refused, in DeepSeek's words for it. */
class Refusal extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

type Route = (sample: Sample, exchange: Exchange) => Promise<void>;

const routes: Record<string, Route> = {
  "GET /models": listModels,
  "POST /chat/completions": (sample, exchange) => completeChat(sample, exchange, false),
  "POST /beta/chat/completions": (sample, exchange) => completeChat(sample, exchange, true),
};

/** Answers one request. Whatever goes wrong is told to the client, as long as there is one; never rejects. */
export async function respond(sample: Sample, exchange: Exchange): Promise<void> {
  const { request, response, gone } = exchange;
  try {
    const path = new URL(request.url ?? "", "http://loopback").pathname;
    const inside = path.startsWith(`${sample.root}/`) ? path.slice(sample.root.length) : "";
    const route = routes[`${request.method} ${inside}`];
    if (!route) throw new Refusal(404, "not_found", "Not Found");
    await route(sample, exchange);
  } catch (error) {
    if (gone.aborted) return;
    if (response.headersSent) response.destroy();
    else refuse(response, error);
  }
}

async function listModels(_sample: Sample, { response }: Exchange): Promise<void> {
  sendJson(response, 200, {
    object: "list",
    data: [{ id: "recorded-trace", object: "model", owned_by: "sample" }],
  });
}

/** `goesOn` is whether a message that was begun is gone on with; DeepSeek does at /beta only. */
async function completeChat(
  sample: Sample,
  { request, response, gone }: Exchange,
  goesOn: boolean,
): Promise<void> {
  const question = readQuestion(parseBody(await text(request)));
  if (typeof question === "string") {
    const message = `Failed to deserialize the JSON body into the target type: ${question}`;
    throw new Refusal(422, "invalid_request_error", message);
  }
  if (!goesOn) delete question.begun;
  const trace = chooseTrace(await readTraces(sample.traces), question.message);
  if (!trace) throw new Refusal(400, "invalid_request_error", "No recorded trace fits this question.");
  const completion = complete(question, trace);
  if (question.stream) await play(response, { completion, clock: sample.clock, speed: sample.speed(), gone });
  else sendJson(response, 200, wholeBody(completion));
}

function parseBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new Refusal(400, "invalid_request_error", "The request body is not JSON.");
  }
}

function refuse(response: ServerResponse, error: unknown): void {
  const { status, code } = error instanceof Refusal ? error : { status: 500, code: "server_error" };
  const message = error instanceof Error ? error.message : String(error);
  sendJson(response, status, { error: { message, type: code, param: null, code } });
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
