import type { Failure, FailureKind } from "../core/run/failure.ts";

/** A failure of the model or the way to it, thrown only by the model and caught only by the turn. */
export class ModelError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

const kindOfStatus: Record<number, FailureKind> = {
  400: "badRequest",
  401: "unauthorized",
  402: "balance",
  403: "forbidden",
  404: "notFound",
  408: "server",
  409: "server",
  413: "badRequest",
  422: "badRequest",
  429: "rateLimit",
};

/** What an error thrown by the client means; `key` is blotted out of the server's sentence. */
export async function failureOf(error: unknown, key: string | undefined): Promise<Failure> {
  const { APIError, APIConnectionError } = await import("openai");
  if (error instanceof ModelError) return error.failure;
  if (error instanceof APIConnectionError)
    return { kind: "network", said: cleanWords(deepestMessage(error), key) };
  if (error instanceof APIError) return ofApiError(error, key);
  // The client reports a line that is no JSON as a SyntaxError and a lost socket as "terminated".
  if (error instanceof SyntaxError) return { kind: "garbled" };
  if (error instanceof TypeError) return { kind: "dropped" };
  return { kind: "other", said: cleanWords(deepestMessage(error), key) };
}

interface ApiFault {
  status: number | undefined;
  message: string;
  error: unknown;
  headers: Headers | undefined;
}

function ofApiError({ status, message, error, headers }: ApiFault, key: string | undefined): Failure {
  const said = cleanWords(serverWords(error) ?? message, key);
  // Without a status the error came inside a stream that had begun well.
  if (status === undefined) return { kind: "server", said };
  const kind = kindOfStatus[status] ?? (status >= 500 ? "server" : "other");
  const seconds = secondsToWait(headers?.get("retry-after"));
  return { kind, status, said, ...(seconds === undefined ? {} : { seconds }) };
}

function serverWords(error: unknown): string | undefined {
  if (typeof error === "string") return error;
  if (typeof error !== "object" || error === null || !("message" in error)) return undefined;
  return typeof error.message === "string" ? error.message : undefined;
}

/** Retry-After is seconds or an HTTP date (RFC 9110, 10.2.3). */
function secondsToWait(header: string | null | undefined): number | undefined {
  if (!header) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - Date.now()) / 1000);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

function deepestMessage(error: unknown): string {
  let deepest = error;
  while (deepest instanceof Error && deepest.cause instanceof Error) deepest = deepest.cause;
  return deepest instanceof Error ? deepest.message : String(deepest);
}

const longestSaid = 500;

/** One line of plain text: pages of HTML lose their tags, the key is blotted out, the rest is clipped. */
export function cleanWords(said: string, key: string | undefined): string {
  const blotted = key ? said.replaceAll(key, "***") : said;
  const plain = blotted
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return plain.length > longestSaid ? `${plain.slice(0, longestSaid)}…` : plain;
}
