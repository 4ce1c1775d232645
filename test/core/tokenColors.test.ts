import assert from "node:assert/strict";
import { test } from "node:test";
import { contrast, readableOn } from "../../src/core/code/contrast.ts";
import { readJsonc } from "../../src/core/code/readJsonc.ts";
import { customRules, isTokenColors, rulesOf, tokenColors } from "../../src/core/code/tokenColors.ts";

const rule = (scope: string | string[] | undefined, foreground: unknown) => ({
  ...(scope === undefined ? {} : { scope }),
  settings: { foreground },
});

test("the longest scope that names a role wins, among equals the last, wherever it stands", () => {
  const rules = rulesOf([
    rule("string", "#111111"),
    rule(["keyword.control", "keyword"], "#222222"),
    rule("storage.type, comment", "#333333"),
    rule("comment", "#444444"),
    rule("keyword.control.flow.python", "#555555"),
    rule("stringy, string.quoted.single", "#666666"),
    rule("keyword - keyword.control.none", "#777777"),
    rule(undefined, "#888888"),
    rule("source.css constant.numeric", "#999999"),
  ]);
  const { string, control, keyword, comment, number } = tokenColors(rules);
  assert.deepEqual(
    [string, control, keyword, comment, number],
    ["#111111", "#222222", "#333333", "#444444", undefined],
  );
});

test("what is no plain colour, and what is no theme, colours nothing", () => {
  for (const color of ["red", "#12", "#12345678", "url(x)", "#fff;}", 7, null])
    assert.deepEqual(tokenColors(rulesOf([rule("comment", color)])), {}, String(color));
  for (const theme of [undefined, "./old.tmTheme", {}, [null, 1, "a", { scope: 1, settings: 2 }]])
    assert.deepEqual(rulesOf(theme), []);
});

test("the reader's own colours come after the theme's: those for all themes, then those for this one", () => {
  const own = {
    comments: "#aaaaaa",
    strings: { foreground: "#bbbbbb", fontStyle: "italic" },
    textMateRules: [rule("constant.numeric.decimal", "#cccccc")],
    "[Night*]": { comments: "#dddddd" },
    "[Day][Dusk]": { strings: "#eeeeee" },
  };
  const theme = rulesOf([rule("comment", "#111111"), rule("string", "#222222")]);
  const colors = (name: string) => {
    const { comment, string, number } = tokenColors([...theme, ...customRules(own, name)]);
    return [comment, string, number];
  };
  assert.deepEqual(colors("Other"), ["#aaaaaa", "#bbbbbb", "#cccccc"]);
  assert.deepEqual(colors("Night (soft)"), ["#dddddd", "#bbbbbb", "#cccccc"]);
  assert.deepEqual(colors("Dusk"), ["#aaaaaa", "#eeeeee", "#cccccc"]);
  assert.deepEqual(customRules(undefined, "Dusk"), []);
});

test("colours from the wire are roles with plain colours, and nothing else", () => {
  assert.ok(isTokenColors({ comment: "#abc", string: "#AABBCC" }));
  for (const wrong of [
    null,
    [],
    { comment: "red" },
    { other: "#abc" },
    { comment: "#abc;background:url(x)" },
  ])
    assert.ok(!isTokenColors(wrong), JSON.stringify(wrong));
});

test("a theme's file may have comments and last commas, and its strings keep theirs", () => {
  const text = '\uFEFF{ // one\n "a": "// no, \\" comment,]", /* two\n */ "b": [1, 2, /* , */ ], }';
  assert.deepEqual(readJsonc(text), { a: '// no, " comment,]', b: [1, 2] });
  assert.throws(() => readJsonc("<plist>"));
});

test("contrast is as WCAG counts it, and a dim colour is moved no further than it must be", () => {
  assert.equal(contrast("#000", "#ffffff"), 21);
  assert.equal(contrast("#777777", "#fff")?.toFixed(2), "4.48");
  assert.equal(contrast("red", "#fff"), undefined);
  assert.equal(readableOn("#1f1f1f", "#c586c0"), "#c586c0");
  assert.equal(readableOn("rgba(0, 0, 0, 0.5)", "#c586c0"), undefined);
  for (const ground of ["#fdf6e3", "#272822", "#000c18", "#808080", "#fff", "#000"])
    for (const color of ["#93a1a1", "#859900", "#384887", "#808080", "#fff", "#000"]) {
      const reached = contrast(readableOn(ground, color) ?? "", ground) ?? 0;
      assert.ok(reached >= 4.5, `${color} on ${ground}: ${reached}`);
      const more = contrast(color, ground) ?? 0;
      assert.ok(more >= 4.5 || reached < 5.4, `${color} on ${ground}: ${reached}`);
    }
});
