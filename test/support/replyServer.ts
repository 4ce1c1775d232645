import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listen, type Listening } from "../../src/demo/listen.ts";

/** A server on a real socket that replies as it is told and remembers what was asked. */
export interface ReplyServer extends Listening {
  requests: { method: string; url: string; headers: IncomingMessage["headers"] }[];
}

export async function startReplyServer(
  reply: (request: IncomingMessage, response: ServerResponse) => void,
  host = "127.0.0.1",
): Promise<ReplyServer> {
  const requests: ReplyServer["requests"] = [];
  const server = createServer((request, response) => {
    requests.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers });
    reply(request, response);
  });
  return { ...(await listen(server, host)), requests };
}

/** Replies with this body, as JSON unless it is text. */
export function replyWith(body: unknown, status = 200, headers: Record<string, string> = {}) {
  const type = typeof body === "string" ? "text/html" : "application/json";
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return (_: unknown, response: ServerResponse) =>
    void response.writeHead(status, { "content-type": type, ...headers }).end(text);
}
