import type { Failure } from "../core/run/failure.ts";
import { cleanWords, ModelError } from "./modelError.ts";

/** A `fetch` that sees what the client does not look at: keep-alives, silence, and bodies that are no stream. */
export interface Watch {
  fetch: typeof fetch;
  /** Throws `ModelError` when the response that ended was no event stream. */
  checkEnd(): void;
  /** Why the watch itself ended the request, if it did. */
  failure(): Failure | undefined;
  dispose(): void;
}

// Node's own fetch gives up after 300 s without a byte and calls it "terminated"; ours comes first, with words.
const silenceLimitSeconds = 290;
const peekLength = 600;

export function watchFetch({
  key,
  signal,
  onQueued,
}: {
  key?: string;
  signal: AbortSignal;
  onQueued: () => void;
}): Watch {
  const silence = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let failure: Failure | undefined;
  let peeked = "";
  let isStream = false;

  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      failure = { kind: "timeout", seconds: silenceLimitSeconds };
      silence.abort();
    }, silenceLimitSeconds * 1000);
  };

  const look = (text: string) => {
    if (isStream) return;
    // Keep-alives are not kept: ten minutes of them would fill the peek before the first data.
    peeked = (peeked + text).replace(/^:.*\n?/gm, "").slice(0, peekLength);
    isStream = /^(data|event|error)\s*:/m.test(peeked);
    if (!isStream && /^:/m.test(text)) onQueued();
  };

  const watched: typeof fetch = async (url, init) => {
    heard();
    const signals = [signal, silence.signal, ...(init?.signal ? [init.signal] : [])];
    // A redirect would carry the question, and on the same origin the key, to a place nobody chose.
    const response = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.any(signals) });
    if (response.status >= 300 && response.status < 400) {
      failure = { kind: "redirect", status: response.status, said: cleanWords(locationOf(response), key) };
      throw new Error("redirect");
    }
    if (!response.ok || !response.body) return response;
    const decoder = new TextDecoder();
    const spy = new TransformStream<Uint8Array, Uint8Array>({
      transform(bytes, controller) {
        heard();
        look(decoder.decode(bytes, { stream: true }));
        controller.enqueue(bytes);
      },
    });
    return new Response(response.body.pipeThrough(spy), response);
  };

  return {
    fetch: watched,
    checkEnd() {
      if (!isStream) throw new ModelError({ kind: "notAStream", said: cleanWords(peeked, key) });
    },
    failure: () => failure,
    dispose: () => clearTimeout(timer),
  };
}

function locationOf(response: Response): string {
  return response.headers.get("location") ?? "";
}
