import assert from "node:assert/strict";
import { test } from "node:test";
import { pieces } from "../../src/demo/pieces.ts";

const texts = [
  "",
  " ",
  "\n\n\n",
  "function parseRange(text: string): Range {\n    return 5.25;\n\n}\n",
  "| `-5` | `0 … 5` |\n|---|---:|\n\t- item  \r\n",
  "购物车的总价是 192 元，满 99 元包邮。",
  "naïve cafe\u0301 Straße привет",
  "👩‍👩‍👧 😀😀 𝒳\u{20000}\u{20001}",
  "a lone \ud83d and \ude00 half",
  "x".repeat(50),
];

test("pieces joined are the text", () => {
  for (const text of texts) assert.equal(pieces(text).join(""), text, JSON.stringify(pieces(text)));
});

test("no piece ends inside a character, and none is long", () => {
  for (const text of texts.filter((each) => each.isWellFormed())) {
    for (const piece of pieces(text)) {
      assert.ok(piece.isWellFormed(), JSON.stringify(piece));
      assert.ok(piece.length <= 9, JSON.stringify(piece));
    }
  }
});

test("pieces are about as long as tokens: some four characters of English, one or two of Chinese", () => {
  const mean = (text: string) => text.length / pieces(text).length;
  const english = mean("Let me check what happens when the input is empty, because the loop never runs.");
  assert.ok(english > 3.5 && english < 5.5, `${english}`);
  const chinese = mean("首先通读一遍，看看每个函数承诺了什么。没有承诺就谈不上错误，所以注释很重要。");
  assert.ok(chinese > 1 && chinese < 2, `${chinese}`);
});
