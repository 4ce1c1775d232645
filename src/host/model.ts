import type OpenAI from "openai";
import type { Endpoint } from "../core/ask/endpoint.ts";
import type { Outgoing } from "../core/ask/requestBody.ts";
import { createChatReader } from "../core/wire/chatReader.ts";
import { readWhole } from "../core/wire/decode.ts";
import type { Part } from "../core/wire/part.ts";
import { createResponsesReader } from "../core/wire/responsesReader.ts";
import type { Limits } from "./limits.ts";
import { failureOf, ModelError } from "./modelError.ts";
import { watchFetch, type Watch } from "./watchFetch.ts";

export interface ModelRequest {
  /** How to read what comes, and the headers to send along. */
  endpoint: Endpoint;
  request: Outgoing;
  /** Sent as a bearer token; absent for servers on this machine. */
  key?: string;
  signal: AbortSignal;
  /** Called for every keep-alive while the server has not begun to answer. */
  onQueued: () => void;
  limits: Limits;
}

/**
 * Asks a model and yields what it says as it arrives. Throws `ModelError`, also when the stream was no
 * stream; ends quietly when `signal` aborts.
 */
export async function* streamParts(request: ModelRequest): AsyncGenerator<Part> {
  const watch = watchFetch(request);
  try {
    const client = await connect(request, watch);
    const { endpoint } = request;
    const reader =
      endpoint.api === "responses" ? createResponsesReader() : createChatReader(endpoint.dialect);
    for await (const chunk of await openStream(client, request)) yield* reader.read(chunk);
    yield* reader.end();
    if (request.signal.aborted) return;
    const whole = watch.isStream() ? [] : readWhole(watch.body());
    yield* whole;
    const failure = whole.length > 0 ? undefined : watch.failure();
    if (failure) throw new ModelError(failure);
  } catch (error) {
    if (request.signal.aborted) return;
    throw new ModelError(await failureOf(error, { key: request.key, watch }));
  } finally {
    watch.dispose();
  }
}

async function connect({ endpoint, request, key }: ModelRequest, watch: Watch): Promise<OpenAI> {
  // 394 KB of code that activation must not pay for.
  const { default: Client } = await import("openai");
  return new Client({
    baseURL: request.baseUrl,
    // The client insists on a key; servers on this machine ignore it.
    apiKey: key ?? "none",
    // Otherwise read from the environment and sent to whatever endpoint is set.
    organization: null,
    project: null,
    defaultHeaders: endpoint.headers,
    // The turn retries by itself, where the reader sees it.
    maxRetries: 0,
    // It would print what a broken stream held to the console.
    logLevel: "off",
    timeout: 2_147_483_647,
    fetch: watch.fetch,
  });
}

/** The body is built as plain data: it has fields of many providers that the client's types do not know. */
async function openStream(
  client: OpenAI,
  { request, signal }: ModelRequest,
): Promise<AsyncIterable<unknown>> {
  const { path, body } = request;
  return client.post<AsyncIterable<unknown>>(path, { body, stream: true, signal });
}
