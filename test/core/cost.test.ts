import assert from "node:assert/strict";
import { test } from "node:test";
import { costOf } from "../../src/core/run/cost.ts";
import { estimateTokens } from "../../src/core/run/estimateTokens.ts";

const million = 1_000_000;

test("each kind of token costs its own price", () => {
  const price = { input: 0.15, cachedInput: 0.003, output: 0.6 };
  assert.equal(costOf({ promptTokens: million }, price), 0.15);
  assert.equal(costOf({ promptTokens: million, cachedTokens: million }, price), 0.003);
  assert.equal(costOf({ completionTokens: million }, price), 0.6);
  assert.equal(costOf({}, price), 0);
});

test("without a price of their own, cached tokens cost as much as others", () => {
  const price = { input: 2, output: 8 };
  assert.equal(costOf({ promptTokens: million, cachedTokens: 400_000 }, price), 2);
  // A server that counts more cached than sent tokens must not make the rest negative.
  assert.equal(costOf({ promptTokens: 0, cachedTokens: million }, price), 2);
});

test("the estimate of a text is the sum of its pieces", () => {
  const text = "Wait, the loop runs to n. 首先，我们检查空列表。 Done.";
  const pieces = Array.from(text).reduce((sum, sign) => sum + estimateTokens(sign), 0);
  assert.ok(Math.abs(estimateTokens(text) - pieces) < 1e-9);
  assert.ok(estimateTokens("首先我们检查") > estimateTokens("abcdef"));
});
