import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { count, t, useLanguage } from "../../src/webview/l10n.ts";

const folder = new URL("../../src/webview/", import.meta.url);

test("every sentence is a literal, so that the bundle can be checked against the code", async () => {
  for (const file of await readdir(folder)) {
    if (!file.endsWith(".ts") || file === "l10n.ts") continue;
    const source = await readFile(new URL(file, folder), "utf8");
    const calls = source.match(/\bt\(\s*\S/g) ?? [];
    for (const call of calls) assert.match(call, /"$/, `${file}: ${call}`);
  }
});

test("values take their places, numbers in the reader's manner, an unknown sentence stays English", () => {
  useLanguage("zh-cn", JSON.stringify({ "{0} steps": "{0} 步", "{0} of {1}": "{1} 之 {0}" }));
  assert.equal(t("{0} steps", 4210), "4,210 步");
  assert.equal(t("{0} of {1}", "a", "b"), "b 之 a");
  assert.equal(t("Not in the bundle, {0}", "x"), "Not in the bundle, x");
  useLanguage("de", "{}");
  assert.equal(count(4210.4), "4.210");
  useLanguage("qps-ploc", "{}");
  assert.equal(count(4210), "4,210");
});
