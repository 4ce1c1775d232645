import assert from "node:assert/strict";
import { test } from "node:test";
import type { RunHead } from "../../src/core/run/change.ts";
import { money } from "../../src/core/run/money.ts";
import { newRecord, type RunRecord } from "../../src/core/run/runRecord.ts";
import { createLedger, type Days, type LedgerBook } from "../../src/host/ledger.ts";
import { runHead } from "../support/runHead.ts";

function book(): LedgerBook {
  let days: Days = {};
  return { read: () => days, write: (changed) => void (days = structuredClone(changed)) };
}

function run(startedAt: Date, price?: RunHead["price"]): RunRecord {
  const request = { url: "", headers: [], body: { messages: [] } };
  const head = runHead({ request, ...(price ? { price } : {}), startedAt: startedAt.toISOString() });
  return { ...newRecord(head), usage: { promptTokens: 0, completionTokens: 1_000_000 } };
}

test("what was spent adds up by day and month, each currency for itself", () => {
  const ledger = createLedger(book());
  const noon = (day: number, month = 10) => new Date(2026, month, day, 12);
  ledger.add(run(noon(23), { input: 0, output: 2 }));
  ledger.add(run(noon(23), { input: 0, output: 0.5 }));
  ledger.add(run(noon(23), { input: 0, output: 3, currency: "CNY" }));
  ledger.add(run(noon(1), { input: 0, output: 1 }));
  ledger.add(run(noon(31, 9), { input: 0, output: 100 }));
  ledger.add(run(noon(23)));
  const { day, month } = ledger.sums(noon(23));
  assert.deepEqual(day, { USD: 2.5, CNY: 3 });
  assert.deepEqual(month, { USD: 3.5, CNY: 3 });
  assert.deepEqual(ledger.sums(noon(24)).day, {});
});

test("two months are kept, the oldest days go", () => {
  const kept = book();
  const ledger = createLedger(kept);
  for (let day = 1; day <= 90; day++) ledger.add(run(new Date(2026, 0, day, 12), { input: 0, output: 1 }));
  assert.equal(Object.keys(kept.read()).length, 62);
  assert.deepEqual(ledger.sums(new Date(2026, 0, 90, 13)).day, { USD: 1 });
});

test("small sums keep digits that say something, and odd currencies are no error", () => {
  assert.equal(money(0.00013, "USD", "en"), "$0.00013");
  assert.equal(money(3, "USD", "en"), "$3.00");
  assert.match(money(1.5, "CNY", "zh-cn"), /1\.50/);
  assert.match(money(1.5, "not a code", "en"), /1\.5 not a code/);
  assert.match(money(1.5, "USD", "no language!"), /1\.5 USD/);
});
