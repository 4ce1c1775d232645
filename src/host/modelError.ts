import type { Failure, FailureKind } from "../core/run/failure.ts";
import { bodyWords, cleanWords } from "./bodyWords.ts";
import type { Watch } from "./watchFetch.ts";

/** A failure of the model or the way to it, thrown only by the model and caught only by the turn. */
export class ModelError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}

/** An error that came as an event of a stream which the client takes for an ordinary one. */
export class StreamFault extends Error {}

const kindOfStatus: Record<number, FailureKind> = {
  400: "badRequest",
  401: "unauthorized",
  402: "balance",
  403: "forbidden",
  404: "notFound",
  408: "requestTimeout",
  409: "conflict",
  413: "tooLarge",
  422: "badRequest",
  429: "rateLimit",
  503: "overloaded",
  529: "overloaded",
};

/** Node's codes for a connection that was not made (nodejs.org/api/errors, OpenSSL's beginning with CERT or ending so). */
const kindOfCode: [RegExp, FailureKind][] = [
  [/^(ENOTFOUND|EAI_AGAIN|EAI_NODATA)$/, "unknownHost"],
  [/^ECONNREFUSED$/, "connectionRefused"],
  [/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|^ERR_TLS|^ERR_SSL|^EPROTO$/, "certificate"],
];

/** What was known when an error came. */
interface Scene {
  secrets: readonly string[];
  watch: Watch;
}

/** What an error means that was thrown while a model was asked; secrets are blotted out of every sentence. */
export async function failureOf(error: unknown, scene: Scene): Promise<Failure> {
  const { APIError, APIConnectionError } = await import("openai");
  const isRefusal = (value: unknown): value is InstanceType<typeof APIError<number, Headers>> =>
    value instanceof APIError && value.status !== undefined;
  if (error instanceof ModelError) return error.failure;
  if (error instanceof StreamFault) return { kind: "server", said: cleanWords(error.message, scene.secrets) };
  if (isRefusal(error)) return ofRefusal(error.status, error.headers, scene);
  const noticed = scene.watch.failure();
  if (noticed && noticed.kind !== "emptyStream") return noticed;
  if (error instanceof APIConnectionError) return ofConnection(error, scene.secrets);
  // Without a status the error came inside a stream that had begun well.
  if (error instanceof APIError) return { kind: "server", said: cleanWords(error.message, scene.secrets) };
  // The client reports a line that is no JSON as a SyntaxError and a lost socket as "terminated".
  if (error instanceof SyntaxError) return { kind: "garbled" };
  if (error instanceof TypeError) return { kind: "dropped" };
  return { kind: "other", said: cleanWords(deepest(error).message, scene.secrets) };
}

/** A request that got no answer, as Node's fetch reports it. */
export function ofConnection(error: unknown, secrets: readonly string[]): Failure {
  const { message, code } = deepest(error);
  const kind = kindOfCode.find(([pattern]) => pattern.test(code))?.[1] ?? "network";
  return { kind, said: cleanWords(message, secrets) };
}

/** An answer with a status that is no success. */
export function ofRefusal(status: number, headers: Headers | undefined, { secrets, watch }: Scene): Failure {
  const said = bodyWords(watch.body(), secrets);
  const kind = kindOfStatus[status] ?? (status >= 500 ? "server" : "other");
  const seconds = secondsToWait(headers?.get("retry-after"));
  return { kind, status, ...(said ? { said } : {}), ...(seconds === undefined ? {} : { seconds }) };
}

/** Retry-After is seconds or an HTTP date (RFC 9110, 10.2.3). */
function secondsToWait(header: string | null | undefined): number | undefined {
  if (!header) return undefined;
  const given = Number(header);
  const seconds = Math.ceil(Number.isNaN(given) ? (Date.parse(header) - Date.now()) / 1000 : given);
  return Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}

/** The error at the bottom of the causes; several addresses tried at once make a list of errors. */
function deepest(error: unknown): { message: string; code: string } {
  let at = error;
  while (at instanceof Error) {
    const next: unknown = at instanceof AggregateError ? at.errors[0] : at.cause;
    if (!(next instanceof Error)) break;
    at = next;
  }
  if (!(at instanceof Error)) return { message: String(at), code: "" };
  return { message: at.message, code: "code" in at && typeof at.code === "string" ? at.code : "" };
}
