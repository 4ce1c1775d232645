import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { outsideOf } from "./outsideOf.ts";
import { openViewer, setup } from "./support.ts";
import { showState, viewerStates, type ViewerState } from "./viewerStates.ts";

const bundle = new URL("../../l10n/bundle.l10n.zh-cn.json", import.meta.url);
const strings: Record<string, string> = JSON.parse(await readFile(bundle, "utf8"));

/** Names, which Chinese writers leave as they are. */
const names =
  /\b(?:range\.ts|maxTokens|API|VS Code|Markdown|tokens?|Ctrl|Cmd|Alt|Shift|Home|End|Enter|Space|Esc|F3|px|s|min)\b/g;

/** All words that the page itself says: what is to be read, and what is only told or hovered. */
function wordsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const models = ".prose, .plain, .sent, .ticker, .said, pre, kbd, script, [hidden], [hidden] *";
    const said: string[] = [];
    for (const element of document.querySelectorAll("body *")) {
      if (element.matches(models) || element.closest(models)) continue;
      for (const name of ["aria-label", "title", "placeholder"]) said.push(element.getAttribute(name) ?? "");
      for (const node of element.childNodes) if (node instanceof Text) said.push(node.data);
    }
    return said;
  });
}

/** What says how to read a change is no text, nor are the pieces in which one comes. */
const noText = ["op", "state", "kind", "intent", "finish", "text", "type", "opening", "id", "code"];

/** Every text of others that a state brings along: the reader's, the model's, the server's. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return value.split("\n").filter((line) => line.trim() !== "");
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (noText.includes(key) ? [] : textsOf(part)));
}

function englishIn(said: readonly string[], { changes, setup: shown }: ViewerState): string[] {
  const others = textsOf([changes, setup, shown]).toSorted((one, other) => other.length - one.length);
  return said
    .map((text) => others.reduce((left, other) => left.replaceAll(other.trim(), ""), text).replace(names, ""))
    .filter((text) => /[A-Za-z]{2}/.test(text));
}

test("every state speaks Chinese and nothing else, and nothing runs over its edge at 300 px", async () => {
  const viewer = await openViewer({ width: 300, language: "zh-cn", strings });
  const english: Record<string, string[]> = {};
  const outside: Record<string, string[]> = {};
  for (const [name, state] of Object.entries(viewerStates)) {
    await showState(viewer, state);
    const words = englishIn(await wordsOf(viewer.page), state);
    if (words.length > 0) english[name] = [...new Set(words)];
    const over = await outsideOf(viewer.page);
    if (over.length > 0) outside[name] = over;
  }
  assert.deepEqual({ english, outside }, { english: {}, outside: {} });
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});
