import assert from "node:assert/strict";
import { test } from "node:test";
import { withHistory, type EarlierTurn } from "../../src/core/ask/history.ts";
import { buildMessages, type ChatMessage } from "../../src/core/ask/messages.ts";
import { presets } from "../../src/core/ask/presets.ts";

const turns: EarlierTurn[] = [
  { question: "first?", reasoning: "hm", answer: "one" },
  { question: "second?", reasoning: "", answer: "two" },
];
const asked = buildMessages("third?", "en");
const chatAt = (baseUrl: string) => ({ baseUrl, api: "chat" as const });
const saidBefore = (messages: ChatMessage[]) => messages.filter(({ role }) => role === "assistant");

test("without earlier turns the messages stay as they are", () => {
  for (const { baseUrl, api } of presets) assert.deepEqual(withHistory({ baseUrl, api }, [], asked), asked);
});

test("each provider gets back of an answer what it wants", () => {
  const text = [
    { role: "assistant", content: "one" },
    { role: "assistant", content: "two" },
  ];
  const rows: [string, object[]][] = [
    ["https://api.deepseek.com", text],
    ["https://openrouter.ai/api/v1", text],
    ["https://somewhere.example/v1", text],
    [
      "https://api.moonshot.ai/v1",
      [
        { role: "assistant", content: "one", reasoning_content: "hm" },
        { role: "assistant", content: "two", reasoning_content: "" },
      ],
    ],
    [
      "https://api.minimax.io/v1",
      [
        { role: "assistant", content: "<think>\nhm\n</think>\n\none" },
        { role: "assistant", content: "two" },
      ],
    ],
  ];
  for (const [baseUrl, expected] of rows)
    assert.deepEqual(saidBefore(withHistory(chatAt(baseUrl), turns, asked)), expected, baseUrl);
  const responses = withHistory({ baseUrl: "https://api.moonshot.ai/v1", api: "responses" }, turns, asked);
  assert.deepEqual(saidBefore(responses), text);
});

test("system first, then user and assistant by turns, no message empty, every question once, the new one last", () => {
  const silent = (question: string): EarlierTurn => ({ question, reasoning: "thought", answer: " \n" });
  const histories: EarlierTurn[][] = [
    turns,
    [silent("a?")],
    [silent("a?"), silent("b?")],
    [...turns, silent("a?")],
    [silent("a?"), ...turns, silent("b?")],
    [turns[0] ?? silent("x"), silent("a?"), silent("b?"), turns[1] ?? silent("x")],
  ];
  for (const { baseUrl, api } of presets) {
    for (const history of histories) {
      const messages = withHistory({ baseUrl, api }, history, asked);
      const shown = JSON.stringify(messages);
      const roles = messages.map(({ role }) => role);
      assert.deepEqual(
        roles,
        roles.map((_, index) => (index === 0 ? "system" : index % 2 === 1 ? "user" : "assistant")),
        shown,
      );
      assert.ok(messages.at(-1)?.role === "user" && messages.at(-1)?.content.endsWith("third?"), shown);
      assert.ok(messages.every(({ content }) => content.trim() !== ""));
      const questions = messages.filter(({ role }) => role === "user").map(({ content }) => content);
      assert.deepEqual(
        questions.join("\n\n"),
        [...history.map(({ question }) => question), "third?"].join("\n\n"),
      );
    }
  }
});

test("nothing that is handed in is changed", () => {
  const frozen = Object.freeze(asked.map((message) => Object.freeze({ ...message })));
  withHistory(chatAt("https://api.minimax.io/v1"), Object.freeze([...turns]), frozen);
  assert.deepEqual(frozen, asked);
});
