import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { parseTrace } from "../../src/demo/trace.ts";

const sample = path.resolve(import.meta.dirname, "..", "..", "media", "sample");

type Exports = Record<string, (...given: unknown[]) => unknown>;

const sourceOf = (file: string) => path.join(sample, "workspace", "src", file);

async function load(file: string): Promise<Exports> {
  return import(pathToFileURL(file).href);
}

async function answerOf(trace: string): Promise<string> {
  return parseTrace(trace, await readFile(path.join(sample, "traces", trace), "utf8")).answer;
}

/** A sample file with the functions of an answer's first code block in place of its own. */
async function loadFixed(file: string, answer: string): Promise<Exports> {
  const fix = /```ts\n([\s\S]*?)```/.exec(answer)?.[1] ?? "";
  const replaced = [...fix.matchAll(/function (\w+)/g)].map(([, name]) => name);
  const kept = (await readFile(sourceOf(file), "utf8"))
    .split(/\n(?=\/\*\*|export|function)/)
    .filter(
      (piece) => !replaced.some((name) => new RegExp(`^(export )?function ${name}\\(`, "m").test(piece)),
    );
  const folder = await mkdtemp(path.join(tmpdir(), "sample-"));
  try {
    const fixed = path.join(folder, "fixed.mts");
    await writeFile(fixed, `${kept.join("\n")}\n${fix}`);
    return await load(fixed);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What a table of the range trace would say of an input: "-5 … -5", or that it throws. */
function reading({ parseRange }: Exports, text: string): string {
  try {
    const range: unknown = parseRange?.(text);
    const { min, max } = Object(range);
    return `${min} … ${max}`;
  } catch (error) {
    assert.ok(error instanceof RangeError, String(error));
    return "throws";
  }
}

describe("what the sample traces claim is so", () => {
  test("the bug of range.ts is real, its table is true and its fix cures it", async () => {
    const answer = await answerOf("range-find-bugs.md");
    const asIs = await load(sourceOf("range.ts"));
    const fixed = await loadFixed("range.ts", answer);
    const rows = [...answer.matchAll(/^\| `(.+?)` \| (.+?) \| (.+?) \|$/gm)];
    assert.ok(rows.length >= 5, `${rows.length} rows`);
    for (const [row, text = "", now = "", wanted = ""] of rows) {
      const plain = (cell: string) => cell.replace(" (silent)", "").replaceAll("`", "");
      assert.equal(reading(asIs, text), plain(now), row);
      assert.equal(reading(fixed, text), plain(wanted), row);
    }
  });

  test("the three bugs of cart.ts are real and the fix cures them", async () => {
    const asIs = await load(sourceOf("cart.ts"));
    const fixed = await loadFixed("cart.ts", await answerOf("cart-find-bugs.md"));
    const item = (name: string, price: number, quantity: number) => ({ name, price, quantity });
    const coupons = [
      { kind: "amountOff", threshold: 20_000, amount: 3_000 },
      { kind: "discount", rate: 0.8 },
    ];
    const basket = () => [item("笔", 200, 0), item("本", 500, 0), item("包", 9_000, 2)];
    const results = ({ checkout, removeEmpty }: Exports) => [
      checkout?.([item("灯", 24_000, 1)], coupons),
      checkout?.([item("灯", 24_000, 1)], coupons.toReversed()),
      checkout?.([item("椅", 30_000, 1)], coupons),
      checkout?.([], []),
      removeEmpty?.(basket()),
    ];
    const [, book, bag] = basket();
    assert.deepEqual(results(asIs), [16_800, 19_200, 21_600, 1_000, [book, bag]]);
    assert.deepEqual(results(fixed), [19_200, 19_200, 21_000, 0, [bag]]);
  });

  test("the waits of retry.ts are those of the table", async (t) => {
    t.mock.method(Math, "random", () => 0.5);
    const { backoff } = await load(sourceOf("retry.ts"));
    const rows = [
      ...(await answerOf("retry-explain.md")).matchAll(/^\| (\d) \| ([\d ]+) ms \| ([\d ]+) ms/gm),
    ];
    assert.equal(rows.length, 4);
    for (const [row, attempt, limit, average] of rows) {
      const wait = backoff?.(Number(attempt), 200, 10_000);
      const ms = (cell = "") => Number(cell.replace(" ", ""));
      assert.equal(wait, ms(average), row);
      assert.equal(ms(limit), 2 * ms(average), row);
    }
  });
});
