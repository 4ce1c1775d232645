import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { englishIn, wordsOnPage } from "../support/wordsOnPage.ts";
import { outsideOf } from "./outsideOf.ts";
import { openViewer, setup } from "./support.ts";
import { showState, viewerStates } from "./viewerStates.ts";

const bundle = new URL("../../l10n/bundle.l10n.zh-cn.json", import.meta.url);
const strings: Record<string, string> = JSON.parse(await readFile(bundle, "utf8"));

/** What says how to read a change is no text, nor are the pieces in which one comes. */
const noText = ["op", "state", "kind", "intent", "finish", "text", "type", "opening", "id", "code"];

/** Every text of others that a state brings along: the reader's, the model's, the server's. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return value.split("\n").filter((line) => line.trim() !== "");
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (noText.includes(key) ? [] : textsOf(part)));
}

test("every state speaks Chinese and nothing else, and nothing runs over its edge at 300 px", async () => {
  const viewer = await openViewer({ width: 300, language: "zh-cn", strings });
  const english: Record<string, string[]> = {};
  const outside: Record<string, string[]> = {};
  for (const [name, state] of Object.entries(viewerStates)) {
    await showState(viewer, state);
    const words = englishIn(await wordsOnPage(viewer.page), textsOf([state.changes, setup, state.setup]));
    if (words.length > 0) english[name] = [...new Set(words)];
    const over = await outsideOf(viewer.page);
    if (over.length > 0) outside[name] = over;
  }
  assert.deepEqual({ english, outside }, { english: {}, outside: {} });
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});
