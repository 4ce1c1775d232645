import type { ServerResponse } from "node:http";

type Answer = (response: ServerResponse, tries: number) => void;

/** The thought that comes before a stream fails. */
export const thought = [
  "First I read the code.\n\n",
  "Wait, but the loop runs one too far.\n\n",
  "Let me check the empty list.",
];

function chunk(delta: object, finish: string | null = null): string {
  return `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`;
}

const done = "data: [DONE]\n\n";
const wellSaid = `${chunk({ content: "All is well." })}${chunk({ content: "" }, "stop")}${done}`;
const thoughtAloud = thought.map((text) => chunk({ reasoning_content: text, content: null })).join("");

function begin(response: ServerResponse): ServerResponse {
  return response.writeHead(200, { "content-type": "text/event-stream" });
}

/** Thinks, then ends the body with this. */
function thinkThen(end: string): Answer {
  return (response) => void begin(response).end(thoughtAloud + end);
}

function refuse(status: number, headers: Record<string, string> = {}): Answer {
  const error = { message: `The server says ${status}.`, type: "invalid_request_error" };
  return sendBody(JSON.stringify({ error }), { status, ...headers });
}

function sendBody(
  body: string,
  { status = 200, ...headers }: { status?: number } & Record<string, unknown> = {},
): Answer {
  const sent = { "content-type": "application/json", ...headers };
  return (response) => void response.writeHead(status, sent).end(body);
}

/** Fails the first time, then answers. */
function onceOnly(fail: Answer): Answer {
  return (response, tries) => (tries > 1 ? thinkThen(wellSaid) : fail)(response, tries);
}

const page =
  "<html><head><title>x</title><style>p{}</style></head><body><h1>Please log in</h1></body></html>";
const html = { "content-type": "text/html" };

/** Writes a piece each time the one before it is on its way, until there is none or the reader has gone. */
function drip(response: ServerResponse, pieces: Iterator<string | Buffer>, milliseconds = 0): void {
  const next = () => {
    const piece = pieces.next();
    if (piece.done) return void response.end();
    response.write(piece.value, () => {
      if (!response.destroyed) setTimeout(next, milliseconds);
    });
  };
  next();
}

function* repeat(piece: string, times: number, end = ""): Generator<string> {
  for (let count = 0; count < times; count++) yield piece;
  yield end;
}

/** How each fault looks on the wire; "well" is none. `tries` counts the requests for this fault, from 1. */
export const faults: Record<string, Answer> = {
  well: thinkThen(wellSaid),
  "http-400": refuse(400),
  "http-400-flat": sendBody('{"code":"InvalidParameter","message":"The model is not there."}', {
    status: 400,
  }),
  "http-401": refuse(401),
  "http-401-bare": sendBody('"Invalid token"', { status: 401 }),
  "http-402": refuse(402),
  "http-403": refuse(403),
  "http-404": refuse(404),
  "http-404-detail": sendBody('{"detail":"Not Found"}', { status: 404 }),
  "http-408": refuse(408),
  "http-409": refuse(409),
  "http-413": refuse(413),
  "http-422": refuse(422),
  "http-429": refuse(429, { "retry-after": "120" }),
  "http-429-date": (response, tries) =>
    refuse(429, { "retry-after": new Date(Date.now() + 300_000).toUTCString() })(response, tries),
  "http-429-then-well": onceOnly(refuse(429, { "retry-after": "1" })),
  "http-500": refuse(500),
  "http-500-then-well": onceOnly(refuse(500)),
  "http-502": sendBody(page.replace("Please log in", "502 Bad Gateway"), { status: 502, ...html }),
  "http-503": refuse(503),
  redirect: (response) => void response.writeHead(307, { location: "http://127.0.0.1:9/elsewhere" }).end(),
  "html-200": sendBody(page, html),
  "json-error-200": sendBody('{"error":{"message":"No such deployment."}}'),
  "empty-200": sendBody("", { "content-type": "text/event-stream" }),
  "whole-200": sendBody(
    JSON.stringify({
      choices: [{ message: { reasoning_content: "I think.", content: "Whole." }, finish_reason: "stop" }],
      usage: { prompt_tokens: 1, completion_tokens: 2 },
    }),
  ),
  "dropped-socket": (response) =>
    void begin(response).write(`${thoughtAloud}data: {`, () => response.destroy()),
  "clean-cut": thinkThen(""),
  // Snowflake gives no finish reason at all (wire.md, B1).
  "no-finish": thinkThen(chunk({ content: "All is well." }) + done),
  "no-finish-no-answer": thinkThen(done),
  "huge-refusal": (response) => drip(response.writeHead(500, html), repeat("<p>no</p>".repeat(1000), 1e9)),
  "echoes-headers": (response) => {
    const sent = JSON.stringify(response.req.headers);
    sendBody(JSON.stringify({ error: { message: `Refused: ${sent}` } }), { status: 401 })(response, 1);
  },
  "garbage-json": thinkThen('data: {"choices":[{"delta":{"content":"x"\n\n'),
  "error-mid-stream": thinkThen('data: {"error":{"message":"The engine stopped.","code":"engine"}}\n\n'),
  "error-event": thinkThen('event: error\ndata: {"error":{"message":"The tool failed."}}\n\n'),
  "error-line": thinkThen('error: {"error":{"message":"Failed to decode."}}\n\n'),
  "finish-network": thinkThen(chunk({ content: "" }, "network_error") + done),
  "finish-no-resource": thinkThen(chunk({ content: "" }, "insufficient_system_resource") + done),
  "out-of-budget": thinkThen(chunk({ content: "" }, "length") + done),
  silent: (response) => void begin(response).write(": keep-alive\n\n"),
  stalled: (response) => void begin(response).write(thoughtAloud),
  // What a model does that is told to answer: no more thoughts.
  "stalled-then-answers": (response, tries) =>
    void (tries > 1 ? begin(response).end(wellSaid) : begin(response).write(thoughtAloud)),
  "stalled-then-400": (response, tries) =>
    tries > 1 ? refuse(400)(response, tries) : void begin(response).write(thoughtAloud),
  queued: (response) => drip(begin(response), repeat(": keep-alive\n\n", 60, thoughtAloud + wellSaid), 20),
  endless: (response) => drip(begin(response), repeat(chunk({ reasoning_content: "And again. " }), 1e9)),
  "fast-chunks": thinkThen(chunk({ content: "x" }).repeat(10_000) + chunk({}, "stop") + done),
  "byte-by-byte": (response) => {
    const bytes = Buffer.from(thoughtAloud + chunk({ content: "好的 🙂" }) + chunk({}, "stop") + done);
    drip(begin(response), Array.from(bytes, (byte) => Buffer.of(byte)).values());
  },
  "large-chunk": thinkThen(chunk({ content: "y".repeat(5_000_000) }) + chunk({}, "stop") + done),
};
