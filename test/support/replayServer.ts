import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { listen } from "../../src/demo/listen.ts";
import { isFields } from "../../src/core/wire/fields.ts";

/** A server on a real socket that plays bodies back: the asked model's name says which one. */
export interface ReplayServer {
  baseUrl: string;
  /** What requests for this model get from now on. */
  put(model: string, body: Uint8Array): void;
  close(): Promise<void>;
}

export async function startReplayServer(): Promise<ReplayServer> {
  const bodies = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.end(bodies.get(isFields(body) ? String(body.model) : ""));
    });
  });
  const { origin, close } = await listen(server);
  return {
    baseUrl: `${origin}/v1`,
    put: (model, body) => void bodies.set(model, body),
    close,
  };
}

/**
 * A fetch whose bodies arrive in reads of these sizes, the rest in one. Done on this side of the socket, since
 * what is written apart is joined again on the way, differently each time.
 */
export function fetchInReads(original: typeof fetch, nextSize: () => number | undefined): typeof fetch {
  return async (url, init) => {
    const response = await original(url, init);
    const recut = new TransformStream<Uint8Array, Uint8Array>({
      async transform(chunk, controller) {
        for (let at = 0; at < chunk.length;) {
          const end = Math.min(chunk.length, at + (nextSize() ?? chunk.length));
          controller.enqueue(chunk.subarray(at, end));
          at = end;
        }
      },
    });
    return new Response(response.body?.pipeThrough(recut), response);
  };
}
