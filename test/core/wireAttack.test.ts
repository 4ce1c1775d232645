import assert from "node:assert/strict";
import { test } from "node:test";
import { decode, gather, readWhole } from "../../src/core/wire/decode.ts";
import { jsonTexts } from "../../src/core/wire/events.ts";

const delta = (fields: object) => JSON.stringify({ choices: [{ delta: fields }] });
const hm = delta({ reasoning_content: "Hm." });
const yes = delta({ content: "Yes." });

const bodies: Record<string, string> = {
  "line feeds": `data: ${hm}\n\ndata: ${yes}\n\ndata: [DONE]\n\n`,
  "CRLF and comments": `: ping\r\n\r\ndata: ${hm}\r\n\r\n: ping - now\r\ndata: ${yes}\r\n\r\n`,
  "lone CR": `data: ${hm}\r\rdata: ${yes}\r\r`,
  "data: without a space": `data:${hm}\n\ndata:${yes}\n\ndata: [DONE]`,
  "a BOM": `\uFEFFdata: ${hm}\n\ndata: ${yes}\n\n`,
  "no [DONE] and no last line feed": `data: ${hm}\n\ndata: ${yes}`,
  "one line feed between events": `data: ${hm}\ndata: ${yes}\n`,
  "other fields": `id: 1\nretry: 5\nevent: chunk\ndata: ${hm}\n\nevent: chunk\ndata: ${yes}\n\n`,
  "JSON lines": `${hm}\n${yes}\n`,
  "JSON lines with CRLF and blank ones": `\uFEFF${hm}\r\n\r\n${yes}`,
  "one list": `[${hm},\n${yes}]`,
};

for (const [name, body] of Object.entries(bodies)) {
  test(`a body with ${name} is read`, () => {
    const { reasoning, answer, error } = decode(body);
    assert.deepEqual({ reasoning, answer, error }, { reasoning: "Hm.", answer: "Yes.", error: null });
  });
}

test("separators of lines that JSON may hold unescaped end no line", () => {
  const text = "one\u2028two\u2029data: three\u0085four";
  for (const body of [`data: ${delta({ content: text })}\n\n`, delta({ content: text })])
    assert.equal(decode(body).answer, text);
});

test("errors beside and instead of data are found, with what came before them", () => {
  const ends = [
    'error: {"error":{"message":"Out of order."}}',
    'event: error\ndata: {"error":{"message":"Out of order."}}',
    'data: {"error":"Out of order."}',
    'data: {"choices":[{"delta":{"content":""}}],"error":{"message":"Out of order."}}',
    'data: {"type":"error","message":"Out of order."}',
  ];
  for (const end of ends) {
    const { reasoning, error } = decode(`data: ${hm}\n\n${end}\n\n`);
    assert.deepEqual([reasoning, error], ["Hm.", "Out of order."], end);
  }
  assert.equal(decode(`data: ${hm}\n\ndata: {"choices":[{"del\n\n`).error, "a line is no JSON");
  assert.equal(decode(`data: {"error":null}\n\ndata: ${hm}\n\n`).error, null);
});

test("what came whole, or as lines, although a stream was asked for is read whole", () => {
  assert.deepEqual(gather(readWhole(`${hm}\n${yes}\n`)).answer, "Yes.");
  for (const body of ["", "<html>\n<body>", "null", "[]", "7", '"x"', '{"error":"x"}'])
    assert.deepEqual(readWhole(body), []);
});

test("empty and strange bodies say nothing", () => {
  for (const body of [
    "",
    "\n\n",
    "data:",
    "data: \n\n",
    ": ping\n\n",
    "data: [DONE]",
    "\uFEFF",
    "null",
    "[[]]",
  ])
    assert.deepEqual(
      decode(body),
      { reasoning: "", answer: "", finishReason: null, usage: null, toolCalls: [], error: null },
      body,
    );
  assert.deepEqual(jsonTexts("data: {}\ndata : {}\n data: {}\nDATA: {}"), [" {}"]);
});
