import assert from "node:assert/strict";
import { test } from "node:test";
import { priceAt } from "../../src/core/ask/prices.ts";

const flash = { baseUrl: "https://api.deepseek.com", model: "deepseek-flash" };
const pro = { baseUrl: "https://api.deepseek.com/v1", model: "deepseek-v4-pro" };
// 2026-11-23 is a Monday.
const at = (time: string) => new Date(`2026-11-${time}Z`);

test("prices by the hour: doubled on weekdays from 1 to 4 and 6 to 10 o'clock UTC", () => {
  const rows: [time: string, peak: boolean][] = [
    ["23T00:59:59", false],
    ["23T01:00:00", true],
    ["23T03:59:59", true],
    ["23T04:00:00", false],
    ["23T05:59:59", false],
    ["23T06:00:00", true],
    ["23T09:59:59", true],
    ["23T10:00:00", false],
    ["27T09:00:00", true],
    ["28T09:00:00", false],
    ["29T02:00:00", false],
  ];
  for (const [time, peak] of rows) {
    assert.equal(priceAt(flash, at(time))?.output, peak ? 1.2 : 0.6, time);
    assert.equal(priceAt(pro, at(time))?.output, peak ? 3.96 : 1.98, time);
  }
});

test("the page's own figures, hit, miss and output", () => {
  assert.deepEqual(priceAt(flash, at("23T02:00:00")), { input: 0.3, cachedInput: 0.006, output: 1.2 });
  assert.deepEqual(priceAt(pro, at("23T12:00:00")), { input: 0.66, cachedInput: 0.022, output: 1.98 });
  assert.deepEqual(priceAt({ ...flash, model: "deepseek-v4-flash" }, at("23T12:00:00")), {
    input: 0.15,
    cachedInput: 0.003,
    output: 0.6,
  });
});

test("the endpoint's own price wins, at every hour", () => {
  const price = { input: 7, output: 8, currency: "CNY" };
  for (const time of ["23T02:00:00", "23T12:00:00"])
    assert.deepEqual(priceAt({ ...flash, price }, at(time)), price);
});

test("no price is made up: other models, other servers, times before the price held", () => {
  assert.equal(priceAt({ ...flash, model: "deepseek-next" }, at("23T02:00:00")), undefined);
  assert.equal(priceAt({ ...flash, baseUrl: "http://localhost:8000/v1" }, at("23T02:00:00")), undefined);
  assert.equal(
    priceAt({ ...flash, baseUrl: "https://api.deepseek.com.evil.example" }, at("23T02:00:00")),
    undefined,
  );
  assert.equal(priceAt(flash, new Date("2026-09-10T03:59:59Z")), undefined);
  assert.equal(priceAt(pro, new Date("2026-08-16T15:59:59Z")), undefined);
});
