import type { Failure } from "../core/run/failure.ts";
import { bodyWords, cleanWords, isErrorBody } from "./bodyWords.ts";
import type { Limits } from "./limits.ts";

/** A `fetch` that sees what the client does not look at: keep-alives, silence, and bodies that are no stream. */
export interface Watch {
  fetch: typeof fetch;
  /** The body of a refusal, or of an answer that was no stream, as far as it is worth keeping. */
  body(): string;
  /** What went wrong that the client did not notice or would not name. */
  failure(): Failure | undefined;
  /** True once events have come. */
  isStream(): boolean;
  /** True once the stream has said by itself that it is at its end. */
  isDone(): boolean;
  dispose(): void;
}

const keptLength = 5_000_000;
const refusalLength = 100_000;
// Longer than what tells an event, or the end of a stream, from other lines.
const begunLength = 20;

export function watchFetch({
  secrets,
  signal,
  onQueued,
  limits,
}: {
  /** Blotted out of everything that is quoted. */
  secrets: readonly string[];
  signal: AbortSignal;
  onQueued: () => void;
  limits: Limits;
}): Watch {
  const cut = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let failure: Failure | undefined;
  let kept = "";
  let line = "";
  let isStream = false;
  let isDone = false;
  let bytes = 0;

  const cutOff = (reason: Failure) => {
    failure ??= reason;
    cut.abort();
  };

  const heard = (length: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => cutOff({ kind: "timeout", seconds: limits.silence }), limits.silence * 1000);
    bytes += length;
    if (bytes > limits.bytes) cutOff({ kind: "tooLong" });
  };

  const grow = (piece: string) => {
    const isBegun = line.length >= begunLength;
    if (line.length < keptLength) line += piece;
    // Only its beginning tells what a line is; a long one is not read again with each of its pieces.
    if (isBegun) return;
    isStream ||= /^(data|event)[ \t]*:/.test(line);
    isDone ||= /^data:[ \t]*\[DONE\]/.test(line);
  };

  /** A read may end anywhere, so that lines are judged when they are whole, or at the end. */
  const look = (text: string) => {
    const [rest = "", ...more] = text.split("\n");
    grow(rest);
    for (const piece of more) {
      failure ??= faultOfLine(line, secrets);
      // Keep-alives are not kept: ten minutes of them are no body.
      if (!isStream && !line.startsWith(":")) kept = `${kept}${line}\n`.slice(0, keptLength);
      line = "";
      grow(piece);
    }
    if (!isStream && /^:|^\s*$/.test(text)) onQueued();
  };

  const spyOn = (response: Response): Response => {
    const decoder = new TextDecoder();
    const spy = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        heard(chunk.length);
        look(decoder.decode(chunk, { stream: true }));
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body?.pipeThrough(spy), response);
  };

  const watched: typeof fetch = async (url, init) => {
    heard(0);
    const signals = [signal, cut.signal, ...(init?.signal ? [init.signal] : [])];
    // A redirect would carry the question, and on the same origin the key, to a place nobody chose.
    const response = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.any(signals) });
    if (response.status >= 300 && response.status < 400) {
      const said = cleanWords(response.headers.get("location") ?? "", secrets);
      failure = { kind: "redirect", status: response.status, said };
      throw new Error("redirect");
    }
    if (response.ok) return spyOn(response);
    // Read here, since the client understands fewer shapes of refusals than there are.
    kept = await beginningOf(response);
    return new Response(kept, response);
  };

  const body = () => (line.startsWith(":") ? kept : kept + line);

  return {
    fetch: watched,
    body,
    failure: () => failure ?? faultOfLine(line, secrets) ?? faultOfBody(body(), isStream, secrets),
    isStream: () => isStream,
    isDone: () => isDone,
    dispose: () => clearTimeout(timer),
  };
}

/** A refusal is a sentence; one without an end must not fill the memory. */
async function beginningOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  const body: AsyncIterable<Uint8Array> | null = response.body;
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > refusalLength) break;
  }
  return text.slice(0, refusalLength);
}

/** An answer with status 200 that was no stream says by its body what it was. */
function faultOfBody(body: string, isStream: boolean, secrets: readonly string[]): Failure | undefined {
  if (isStream) return undefined;
  if (body.trim() === "") return { kind: "emptyStream" };
  const kind = isErrorBody(body) ? "server" : "notAStream";
  return { kind, said: bodyWords(body, secrets) };
}

/** GPUStack ends a failed stream with a field that parsers of events drop without a word. */
function faultOfLine(line: string, secrets: readonly string[]): Failure | undefined {
  const fault = line.startsWith("error:") ? line.slice("error:".length).trim() : "";
  return fault.startsWith("{") ? { kind: "server", said: bodyWords(fault, secrets) } : undefined;
}
