import assert from "node:assert/strict";
import { test } from "node:test";
import { count, t, useLanguage } from "../../src/webview/l10n.ts";

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
