import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";

const root = new URL("../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const bundle: Record<string, string> = JSON.parse(read("l10n/bundle.l10n.zh-cn.json"));

/** Every English sentence that the code hands to `t` or `l10n.t`, unescaped. */
function sentences(): Set<string> {
  const found = globSync("src/**/*.ts", { cwd: root.pathname }).flatMap((path) =>
    [...read(path).matchAll(/\bt\(\s*("(?:[^"\\]|\\.)*")/g)].map((match): string =>
      JSON.parse(match[1] ?? '""'),
    ),
  );
  return new Set(found);
}

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

test("every sentence of the code has a Chinese one, and no Chinese one is left over", () => {
  const english = sentences();
  assert.ok(english.size > 50, `${english.size} sentences found`);
  const missing = [...english].filter((sentence) => !(sentence in bundle));
  const leftOver = Object.keys(bundle).filter((sentence) => !english.has(sentence));
  assert.deepEqual({ missing, leftOver }, { missing: [], leftOver: [] });
});

test("translations keep their placeholders and are translated", () => {
  for (const [english, chinese] of Object.entries(bundle)) {
    assert.deepEqual(placeholders(chinese), placeholders(english), english);
    assert.match(chinese, /\p{Script=Han}/u, english);
  }
});

test("no sentence goes to t as anything but a literal, so that none escapes this test", () => {
  for (const path of globSync("src/**/*.ts", { cwd: root.pathname })) {
    const text = read(path);
    for (const match of text.matchAll(/\b(?:l10n\.)?t\(\s*([^\s")])/g)) {
      const line = text.slice(0, match.index).split("\n").length;
      const before = text.slice(0, match.index);
      assert.ok(before.endsWith("function "), `${path}:${line}`);
    }
  }
});

test("manifest texts: both languages have the same keys, all used, none missing", () => {
  const english: Record<string, string> = JSON.parse(read("package.nls.json"));
  const chinese: Record<string, string> = JSON.parse(read("package.nls.zh-cn.json"));
  const used = new Set([...read("package.json").matchAll(/"%([\w.]+)%"/g)].map((match) => match[1] ?? ""));
  const byName = (one: string, other: string) => (one < other ? -1 : 1);
  assert.deepEqual(Object.keys(english).toSorted(), [...used].toSorted(byName));
  assert.deepEqual(Object.keys(chinese).toSorted(), [...used].toSorted(byName));
  for (const [key, text] of Object.entries(english)) {
    const code = (each: string) => (each.match(/`[^`]+`/g) ?? []).toSorted();
    assert.deepEqual(code(chinese[key] ?? ""), code(text), key);
  }
});
