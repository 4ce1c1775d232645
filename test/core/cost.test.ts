import assert from "node:assert/strict";
import { test } from "node:test";
import { costOf, estimatedCost, outputCostOf, sharesOf } from "../../src/core/run/cost.ts";
import { estimateTokens } from "../../src/core/run/estimateTokens.ts";
import type { Usage } from "../../src/core/wire/part.ts";

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

test("reasoning is paid for once: it is part of the completion, or beside it where it is far larger", () => {
  const rows: [completion: number | undefined, reasoning: number | undefined, paid: number][] = [
    [1000, undefined, 1000],
    [1000, 0, 1000],
    [1000, 400, 1000],
    [1000, 1000, 1000],
    // OpenRouter, Doubleword: another tokenizer's count of the same.
    [155, 159, 159],
    [1066, 1138, 1138],
    // xAI: the completion is the answer only.
    [2, 340, 342],
    [0, 340, 340],
    [undefined, 340, 340],
    [undefined, undefined, 0],
  ];
  for (const [completionTokens, reasoningTokens, paid] of rows) {
    const usage = {
      ...(completionTokens === undefined ? {} : { completionTokens }),
      ...(reasoningTokens === undefined ? {} : { reasoningTokens }),
    };
    assert.equal(outputCostOf(usage, { output: million }), paid, JSON.stringify(usage));
    assert.equal(costOf(usage, { input: 5, output: million }), paid, JSON.stringify(usage));
  }
});

test("whatever the counts, a cost is a number and not below nothing", () => {
  const odd = [undefined, 0, -5, 3, Number.NaN, Number.POSITIVE_INFINITY, 1e9];
  const names = ["promptTokens", "cachedTokens", "completionTokens", "reasoningTokens"] as const;
  const usages = names.reduce<Usage[]>(
    (some, name) =>
      some.flatMap((usage) =>
        odd.map((count) => (count === undefined ? usage : { ...usage, [name]: count })),
      ),
    [{}],
  );
  assert.equal(usages.length, odd.length ** names.length);
  for (const usage of usages) {
    const cost = costOf(usage, { input: 1, cachedInput: 0.1, output: 2 });
    assert.ok(Number.isFinite(cost) && cost >= 0, Object.entries(usage).join(" "));
  }
});

test("until the server counts, the estimates do; each count it reports takes their place", () => {
  const price = { input: 1, output: 10 };
  const tokens = { sentTokens: 2 * million, cameTokens: million };
  assert.equal(estimatedCost(tokens, price), 12);
  assert.equal(estimatedCost({ ...tokens, usage: { promptTokens: million } }, price), 11);
  assert.equal(
    estimatedCost({ ...tokens, usage: { promptTokens: million, completionTokens: 2 * million } }, price),
    21,
  );
});

test("shares add up to the whole and follow the lengths", () => {
  for (const lengths of [[1], [3, 1], [0, 0, 5], [7, 11, 13, 0, 2]]) {
    const shares = sharesOf(0.37, lengths);
    assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 0.37) < 1e-12, String(lengths));
    lengths.forEach((length, index) => assert.equal(shares[index] === 0, length === 0, String(lengths)));
  }
  assert.deepEqual(sharesOf(4, [3, 1]), [3, 1]);
  assert.deepEqual(sharesOf(4, [0, 0]), [0, 0]);
  assert.deepEqual(sharesOf(4, []), []);
});
