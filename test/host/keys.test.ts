import assert from "node:assert/strict";
import { createServer, type ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { after, before, test } from "node:test";
import type { Endpoint } from "../../src/core/ask/endpoint.ts";
import { outgoing } from "../../src/core/ask/requestBody.ts";
import { curlCommand, requestText, shownRequest } from "../../src/core/ask/requestText.ts";
import type { Change } from "../../src/core/run/change.ts";
import { journalLines } from "../../src/core/run/journal.ts";
import { createRun } from "../../src/core/run/run.ts";
import { listen, type Listening } from "../../src/demo/listen.ts";
import { bodyWords, cleanWords, isErrorBody } from "../../src/host/bodyWords.ts";
import { limits } from "../../src/host/limits.ts";
import { startTurn } from "../../src/host/turn.ts";
import { isFields } from "../../src/core/wire/fields.ts";
import { runHead } from "../support/runHead.ts";

// Every kind of character that a header may hold and that some other place writes in another way.
const key = 'sk-planted/0123+456=&<"789';
const encoded = encodeURIComponent(key);

type Answer = (response: ServerResponse) => void;

const send =
  (status: number, body: string, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);

/** Thinks, then says this. */
const stream =
  (end: string): Answer =>
  (response) => {
    const thought = JSON.stringify({ choices: [{ delta: { reasoning_content: "Let me see.\n\n" } }] });
    response.writeHead(200, { "content-type": "text/event-stream" }).end(`data: ${thought}\n\n${end}`);
  };

const sentence = `Incorrect API key provided: ${key}. Find yours on our page.`;
const inside = JSON.stringify(sentence).slice(1, -1);
const page = `<html><head><title>${key}</title></head><body data-k='${key}'><h1>Key</h1><p>${sentence}</p></body></html>`;
const escapedPage = `<p>No: ${key.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")}</p>`;

/** Where a server repeats the key, as the name of the model that makes it do so. */
const echoes: Record<string, Answer> = {
  "a JSON error": send(401, `{"error":{"message":"${inside}"}}`),
  "a JSON error with escaped slashes": send(401, `{"why":["${inside.replaceAll("/", "\\/")}"]}`),
  "a flat error": send(400, `{"code":"Invalid","message":"${inside}"}`),
  "a bare string": send(401, `"${inside}"`),
  "a detail": send(403, `{"detail":[{"msg":"${inside}","input":"${inside}"}]}`),
  "JSON of no known shape": send(400, `{"headers":{"authorization":"Bearer ${inside}"}}`),
  "plain text": send(500, sentence, { "content-type": "text/plain", "retry-after": "100" }),
  "a page": send(502, page, { "content-type": "text/html", "retry-after": "100" }),
  "a page with escapes": send(403, escapedPage, { "content-type": "text/html" }),
  "a page with status 200": send(200, page, { "content-type": "text/html" }),
  "a JSON error with status 200": send(200, `{"error":{"message":"${inside}"}}`),
  "a redirect": send(307, "", { location: `https://other.example/${encoded}?api_key=${encoded}&to=x` }),
  "a redirect with a password": send(302, "", { location: `https://user:${encoded}@other.example/` }),
  "an error in the stream": stream(`data: {"error":{"message":"${inside}","code":"${inside}"}}\n\n`),
  "a bare error in the stream": stream(`data: {"error":"${inside}"}\n\n`),
  "an event of error": stream(`event: error\ndata: {"error":{"message":"${inside}"}}\n\n`),
  "an event of error without a message": stream(`event: error\ndata: {"x":"${inside}"}\n\n`),
  "a line of error": stream(`error: {"error":{"message":"${inside}"}}\n\n`),
  "a line that is no JSON": stream(`data: {"error": ${sentence}\n\n`),
  "a socket that is cut": (response) => {
    const sent = `data: {"error":"${inside}`;
    response.writeHead(200, { [`x-key`]: encoded }).write(sent, () => response.destroy());
  },
};

let server: Listening;
let baseUrl = "";
const received: (string | undefined)[] = [];

before(async () => {
  const echo = createServer((request, response) => {
    received.push(request.headers.authorization);
    void json(request).then((body) => echoes[isFields(body) ? String(body["model"]) : ""]?.(response));
  });
  server = await listen(echo);
  baseUrl = `${server.origin}/v1`;
});
after(() => server.close());

/** Everything that a run leaves behind: journal and record, of which log, view and export are made, and the request. */
async function leavings(endpoint: Endpoint): Promise<string[]> {
  const request = outgoing(endpoint, [{ role: "user", content: "Why?" }]);
  const shown = shownRequest(endpoint, request, true);
  const run = createRun(runHead({ model: endpoint.model, request: shown }), () => 0);
  const changes: Change[] = [];
  await startTurn({
    run,
    endpoint,
    request,
    mustHaveKey: true,
    key,
    changed: (more) => changes.push(...more),
    limits: { ...limits, silence: 5, retries: 0 },
  }).over;
  assert.ok(
    run.record.status.state === "failed" || run.record.status.state === "cutOff",
    "the server refused",
  );
  return [journalLines(changes), JSON.stringify(run.record), requestText(shown), curlCommand(shown)];
}

/** The key without what is written in another way in JSON, in addresses and on pages. */
const cores = ["sk-planted", "0123"];

for (const model of Object.keys(echoes)) {
  test(`the key is in nothing that is kept when the server repeats it in ${model}`, async () => {
    for (const text of await leavings({ name: "Echo", baseUrl, model, api: "chat" }))
      for (const core of cores) assert.ok(!text.includes(core), text);
  });
}

test("the key did go out, whole", () => {
  assert.ok(received.length >= Object.keys(echoes).length);
  for (const header of received) assert.equal(header, `Bearer ${key}`);
});

test("no console line has the key either", async (t) => {
  const lines: unknown[] = [];
  for (const method of ["log", "info", "warn", "error", "debug"] as const)
    t.mock.method(console, method, (...said: unknown[]) => void lines.push(...said));
  for (const model of Object.keys(echoes)) await leavings({ name: "Echo", baseUrl, model, api: "chat" });
  assert.deepEqual(lines, []);
});

test("a secret in the address is in nothing that is kept", async () => {
  const secret = "sk-planted-0123";
  const places = [
    baseUrl.replace("http://", `http://user:${secret}@`),
    baseUrl.replace("127.0.0.1", "no-such-host.invalid").replace("http://", `http://${secret}@`),
    `${baseUrl}?api-key=${secret}`,
  ];
  for (const place of places)
    for (const text of await leavings({ name: "Echo", baseUrl: place, model: "a JSON error", api: "chat" }))
      for (const core of cores) assert.ok(!text.includes(core), text);
});

test("a header's secret is in nothing of the request that is shown", () => {
  const headers = { "api-key": key, "X-Title": "seen", Cookie: `session=${key}` };
  const endpoint: Endpoint = { name: "Echo", baseUrl, model: "m", api: "chat", headers };
  const shown = shownRequest(endpoint, outgoing(endpoint, []), true);
  for (const text of [JSON.stringify(shown), requestText(shown), curlCommand(shown)]) {
    for (const core of cores) assert.ok(!text.includes(core), text);
    assert.ok(text.includes("seen"), text);
  }
});

test("of several secrets the longer goes first, and nothing is blotted without one", () => {
  assert.equal(cleanWords("abcdef abc", ["abc", "abcdef", ""]), "*** ***");
  assert.equal(cleanWords("abcdef", undefined), "abcdef");
  assert.equal(
    cleanWords("see https://example.com/a?page=2&x=@", ""),
    "see https://example.com/a?page=2&x=@",
  );
});

test("megabytes made to keep a reader of pages busy are cut short", () => {
  const million = 1_000_000;
  const bodies = [
    "<".repeat(million),
    "<script ".repeat(million),
    `?${"key".repeat(million)}`,
    "https://".repeat(million),
    "[".repeat(million),
    '{"error":'.repeat(10_000) + "1" + "}".repeat(10_000),
  ];
  for (const body of bodies) {
    for (const said of [bodyWords(body, key), cleanWords(`${body}${key}`, key)])
      assert.ok(said.length <= 501, `${body.slice(0, 20)}: ${said.length} units`);
    assert.equal(isErrorBody(body), false);
  }
  assert.equal(bodyWords(`<style>${"p{}".repeat(5000)}</style><p>Down.</p>`, key), "Down.");
});
