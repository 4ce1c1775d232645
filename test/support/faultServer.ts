import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { isFields } from "../../src/core/wire/fields.ts";

/** A chat-completions server on a real socket that fails in the way the asked model's name says. */
export interface FaultServer {
  baseUrl: string;
  /** Headers of every request so far, in order. */
  requests: IncomingMessage["headers"][];
  close(): Promise<void>;
}

const chunk = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;

const thought = [
  "First I read the code.\n\n",
  "Wait, but the loop runs one too far.\n\n",
  "Let me check the empty list.",
];

function thinkAloud(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  for (const text of thought) response.write(chunk({ reasoning_content: text, content: null }));
}

function answerWell(response: ServerResponse): void {
  thinkAloud(response);
  response.write(chunk({ content: "All is well." }));
  response.write(chunk({ content: "" }, "stop"));
  response.end("data: [DONE]\n\n");
}

function refuse(status: number, headers: Record<string, string> = {}) {
  return (response: ServerResponse) => {
    response.writeHead(status, { "content-type": "application/json", ...headers });
    response.end(
      JSON.stringify({ error: { message: `The server says ${status}.`, type: "invalid_request_error" } }),
    );
  };
}

function sendBody(type: string, body: string) {
  return (response: ServerResponse) => {
    response.writeHead(200, { "content-type": type });
    response.end(body);
  };
}

/** How each fault looks on the wire; "well" is none. `tries` counts the requests for this fault, from 1. */
export const faults: Record<string, (response: ServerResponse, tries: number) => void> = {
  well: answerWell,
  "http-400": refuse(400),
  "http-401": refuse(401),
  "http-402": refuse(402),
  "http-403": refuse(403),
  "http-404": refuse(404),
  "http-422": refuse(422),
  "http-429": refuse(429, { "retry-after": "120" }),
  "http-429-then-well": (response, tries) =>
    tries > 1 ? answerWell(response) : refuse(429, { "retry-after": "1" })(response),
  "http-500": refuse(500),
  "http-503": refuse(503),
  redirect: (response) => response.writeHead(307, { location: "http://127.0.0.1:9/elsewhere" }).end(),
  "html-200": sendBody(
    "text/html",
    "<html><head><style>p{}</style></head><body><h1>Please log in</h1></body></html>",
  ),
  "json-error-200": sendBody("application/json", '{"error":{"message":"No such deployment."}}'),
  "empty-200": sendBody("text/event-stream", ""),
  "dropped-socket": (response) => {
    thinkAloud(response);
    response.write("data: {", () => response.destroy());
  },
  "clean-cut": (response) => {
    thinkAloud(response);
    response.end();
  },
  "garbage-json": (response) => {
    thinkAloud(response);
    response.end('data: {"choices":[{"delta":{"content":"x"\n\n');
  },
  "error-mid-stream": (response) => {
    thinkAloud(response);
    response.end('data: {"error":{"message":"The engine stopped.","code":"engine"}}\n\n');
  },
  "out-of-budget": (response) => {
    thinkAloud(response);
    response.end(`${chunk({ content: "" }, "length")}data: [DONE]\n\n`);
  },
  silent: (response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write(": keep-alive\n\n");
  },
};

export async function startFaultServer(): Promise<FaultServer> {
  const requests: IncomingMessage["headers"][] = [];
  const tries = new Map<string, number>();
  const server = createServer((request, response) => {
    requests.push(request.headers);
    void json(request).then((body) => {
      const model = isFields(body) ? String(body["model"]) : "";
      const count = (tries.get(model) ?? 0) + 1;
      tries.set(model, count);
      (faults[model] ?? answerWell)(response, count);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
