import assert from "node:assert/strict";
import { test } from "node:test";
import type { CodeContext } from "../../src/core/ask/codeContext.ts";
import { fitCode, type Slot } from "../../src/core/code/fitCode.ts";
import { languageId } from "../../src/core/code/languageIds.ts";
import { placeOf } from "../../src/core/code/placeOf.ts";

const sent = (text: string, startLine: number, startCharacter?: number): CodeContext => ({
  scope: "selection",
  uri: "file:///a.ts",
  path: "a.ts",
  languageId: "typescript",
  startLine,
  endLine: startLine,
  ...(startCharacter === undefined ? {} : { startCharacter }),
  text,
  before: "",
  after: "",
  diagnostics: [],
});

test("code is found at its old place, even where it stands elsewhere too", () => {
  const document = "x = 1;\nx = 1;\nx = 1;\n";
  assert.deepEqual(placeOf(sent("x = 1;", 2), document), { start: 7, end: 13 });
  assert.deepEqual(placeOf(sent("1", 3, 4), document), { start: 18, end: 19 });
});

test("code that moved is found where it stands once, and nowhere else", () => {
  const code = "if (a) {\n  b();\n}";
  assert.deepEqual(placeOf(sent(code, 1), `// new\n\n${code}\n`), { start: 8, end: 8 + code.length });
  assert.equal(placeOf(sent(code, 1), `// new\n${code}\n${code}\n`), "ambiguous");
  assert.equal(placeOf(sent("aa", 9), "zaaa"), "ambiguous", "an overlap is a second place");
  assert.equal(placeOf(sent(code, 1), "if (a) {\n  c();\n}"), "changed");
  assert.equal(placeOf(sent(code, 1), ""), "changed");
  assert.equal(placeOf(sent("", 1), "text"), "changed");
});

test("line ends may have become others since", () => {
  assert.deepEqual(placeOf(sent("a\nb\n", 2), "0\r\na\r\nb\r\n"), { start: 3, end: 9 });
  assert.deepEqual(placeOf(sent("a\r\nb", 1), "a\nb"), { start: 0, end: 3 });
});

test("a run of before columns were kept still finds its code", () => {
  assert.deepEqual(placeOf(sent("b", 1), "a = b;"), { start: 4, end: 5 });
});

const slot = (old: string, lead = "", eol: Slot["eol"] = "\n"): Slot => ({ old, lead, eol });

const fits: Record<string, [code: string, slot: Slot, expected: string]> = {
  "whole lines keep their last line break": ["new", slot("old\n"), "new\n"],
  "a part of a line gets none": ["new\n\n", slot("old", "let a = "), "new"],
  "code without indent takes the old one": [
    "f() {\n  g();\n}",
    slot("    f() {\n    }\n"),
    "    f() {\n      g();\n    }\n",
  ],
  "code with too much indent loses it": ["    a();\n    b();", slot("a();\n"), "a();\nb();\n"],
  "the blanks before the selection are there already": [
    "f() {\n  g();\n}",
    slot("f() {\n  }", "  "),
    "f() {\n    g();\n  }",
  ],
  "code that leaves out those blanks as the selection did": [
    "f() {\n    g();\n  }",
    slot("f() {\n  }", "  "),
    "f() {\n    g();\n  }",
  ],
  "Python, dedented": [
    "def f():\n    return 1",
    slot("def f():\n        pass", "    "),
    "def f():\n        return 1",
  ],
  "Python, cut as the selection was": [
    "def f():\n        return 1",
    slot("def f():\n        pass", "    "),
    "def f():\n        return 1",
  ],
  "tabs stay tabs": ["if x {\n\ty()\n}", slot("\tif x {\n\t}\n"), "\tif x {\n\t\ty()\n\t}\n"],
  "blank lines get no blanks": ["a\n\nb", slot("  x\n"), "  a\n\n  b\n"],
  "line ends are the document's": ["a\nb", slot("  x\r\n", "", "\r\n"), "  a\r\n  b\r\n"],
  "at a cursor in an indented line": ["a\nb", slot("", "    "), "a\n    b"],
  "at a cursor within words": ["a(\n  1,\n)", slot("", "  x = "), "a(\n    1,\n  )"],
  "at a cursor in an empty line": ["a\nb", slot(""), "a\nb"],
  nothing: ["", slot("old\n"), "\n"],
};

for (const [name, [code, place, expected]] of Object.entries(fits)) {
  test(`code fits its place: ${name}`, () => assert.equal(fitCode(code, place), expected));
}

test("the words on code blocks become VS Code's identifiers", () => {
  for (const [name, id] of [
    ["ts", "typescript"],
    ["TSX", "typescriptreact"],
    ["sh", "shellscript"],
    ["C++", "cpp"],
    ["python", "python"],
    ["constructor", "constructor"],
    ["", ""],
  ] as const) {
    assert.equal(languageId(name), id, name);
  }
});
