import assert from "node:assert/strict";
import { test } from "node:test";
import { balanceSource } from "../../src/core/ask/balance.ts";
import { presets } from "../../src/core/ask/presets.ts";

const source = balanceSource("https://api.deepseek.com/v1");

test("DeepSeek's balance is asked at its origin and read with its amounts as they stand", () => {
  assert.equal(source?.url, "https://api.deepseek.com/user/balance");
  const info = { granted_balance: "1.00", topped_up_balance: "9.10" };
  const body = {
    is_available: true,
    balance_infos: [
      { currency: "CNY", total_balance: "10.10", ...info },
      { currency: "USD", total_balance: "0.00", ...info },
    ],
  };
  assert.deepEqual(source.read(body), {
    suffices: true,
    amounts: [
      { currency: "CNY", total: "10.10" },
      { currency: "USD", total: "0.00" },
    ],
  });
  assert.deepEqual(source.read({ is_available: false, balance_infos: [] }), { suffices: false, amounts: [] });
});

test("another shape is no balance", () => {
  const infos = [{ currency: "CNY" }, { total_balance: "1" }, { currency: "CNY", total_balance: 1 }, null];
  const none = [undefined, [], {}, { is_available: true }, { balance_infos: [] }];
  for (const body of [...none, ...infos.map((info) => ({ is_available: true, balance_infos: [info] }))])
    assert.equal(source?.read(body), undefined, JSON.stringify(body));
});

test("where the shape is not documented, or the provider not known, no balance is offered", () => {
  const offered = presets.filter(({ baseUrl }) => balanceSource(baseUrl)).map(({ name }) => name);
  assert.deepEqual(offered, ["DeepSeek"]);
  for (const url of ["https://proxy.example.com/v1", "http://localhost:11434/v1", "no url"])
    assert.equal(balanceSource(url), undefined, url);
});
