import type OpenAI from "openai";
import type { Endpoint } from "../core/ask/endpoint.ts";
import { secretsIn } from "../core/ask/requestText.ts";
import type { Outgoing } from "../core/ask/requestBody.ts";
import { createChatReader } from "../core/wire/chatReader.ts";
import { errorIn, readWhole } from "../core/wire/decode.ts";
import type { Part } from "../core/wire/part.ts";
import { createResponsesReader } from "../core/wire/responsesReader.ts";
import type { Limits } from "./limits.ts";
import { failureOf, ModelError, StreamFault } from "./modelError.ts";
import { watchFetch, type Watch } from "./watchFetch.ts";

/** What the client would tell of this machine; nobody asked for it. */
const telling = Object.fromEntries(
  ["os", "arch", "lang", "runtime", "runtime-version", "package-version", "retry-count", "timeout"].map(
    (fact) => [`x-stainless-${fact}`, null],
  ),
);

interface ModelRequest {
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
  const { endpoint, key } = request;
  const secrets = [...(key === undefined ? [] : [key]), ...secretsIn(endpoint.headers)];
  const watch = watchFetch({ ...request, secrets });
  try {
    yield* readStream(await openStream(await connect(request, watch), request), endpoint);
    if (request.signal.aborted) return;
    const whole = watch.isStream() ? [] : readWhole(watch.body(), endpoint.dialect);
    yield* whole;
    const failure = whole.length > 0 ? undefined : watch.failure();
    if (failure) throw new ModelError(failure);
    // Some servers give no finish reason; that the stream said it was at its end is as good.
    if (watch.isDone()) yield { type: "finish", reason: "" };
  } catch (error) {
    if (request.signal.aborted) return;
    throw new ModelError(await failureOf(error, { secrets, watch }));
  } finally {
    watch.dispose();
  }
}

async function* readStream(stream: AsyncIterable<unknown>, endpoint: Endpoint): AsyncGenerator<Part> {
  const reader = endpoint.api === "responses" ? createResponsesReader() : createChatReader(endpoint.dialect);
  try {
    for await (const chunk of stream) {
      yield* reader.read(chunk);
      const said = errorIn(chunk);
      if (said !== undefined) throw new StreamFault(said);
    }
  } catch (error) {
    // What the reader held back came, whatever came after it.
    yield* reader.end();
    throw error;
  }
  yield* reader.end();
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
    defaultHeaders: {
      ...telling,
      ...(key === undefined ? { authorization: null } : {}),
      ...endpoint.headers,
    },
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
