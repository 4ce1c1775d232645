import assert from "node:assert/strict";
import { test } from "node:test";
import type { CodeContext } from "../../src/core/ask/codeContext.ts";
import { linesNamed } from "../../src/core/code/linesNamed.ts";
import { SentLines, type Edit } from "../../src/core/code/sentLines.ts";

/** A text as an editor has it. */
const documentOf = (text: string) => ({
  lineCount: text.split(/\r?\n/).length,
  getText: () => text,
  lineAt: (line: number) => ({ text: text.split(/\r?\n/)[line] ?? "" }),
});

const lines = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `line(${from + index});`).join("\n");

/** Lines 5 to 9 of twelve were asked about; 2 to 4 and 10 to 11 went along. */
const code: CodeContext = {
  scope: "selection",
  uri: "file:///a.ts",
  path: "a.ts",
  languageId: "typescript",
  startLine: 5,
  startCharacter: 0,
  endLine: 9,
  text: `${lines(5, 9)}\n`,
  before: lines(2, 4),
  after: lines(10, 11),
  diagnostics: [],
};
const whole = lines(1, 12);

/** Each line from 1 to 12 that is known to stand somewhere, and where. */
function known(sent: SentLines | undefined, text: string, upTo = 12): [number, number][] {
  return Array.from({ length: upTo }, (_, index) => index + 1).flatMap((line): [number, number][] => {
    const now = sent?.now({ startLine: line, endLine: line }, documentOf(text));
    return now ? [[line, now.startLine]] : [];
  });
}

const edit = (from: [number, number], to: [number, number], text: string): Edit => ({
  range: { start: { line: from[0], character: from[1] }, end: { line: to[0], character: to[1] } },
  text,
});

function applied(text: string, { range: { start, end }, text: put }: Edit): string {
  const all = text.split("\n");
  const head = all.slice(0, start.line).concat(all[start.line]?.slice(0, start.character) ?? "");
  const tail = [all[end.line]?.slice(end.character) ?? "", ...all.slice(end.line + 1)];
  return `${head.join("\n")}${put}${tail.join("\n")}`;
}

/** Where the lines stand after edits, each an event of its own. */
function after(...edits: Edit[]): [number, number][] {
  const sent = SentLines.find(code, documentOf(whole));
  let text = whole;
  for (const each of edits) {
    text = applied(text, each);
    sent?.follow([each], documentOf(text));
  }
  return known(sent, text);
}

const at = (first: number, last: number, moved = 0) =>
  Array.from({ length: last - first + 1 }, (_, index): [number, number] => [
    first + index,
    first + index + moved,
  ]);

test("all that was sent stands where it stood, and nothing that was not sent is known", () => {
  assert.deepEqual(known(SentLines.find(code, documentOf(whole)), whole), at(2, 11));
  const windows = whole.replaceAll("\n", "\r\n");
  assert.deepEqual(known(SentLines.find(code, documentOf(windows)), windows), at(2, 11));
});

test("code that moved is found, the lines around it as far as they moved along", () => {
  const text = `new\n${lines(1, 3)}\nnew\n${lines(4, 10)}\n${lines(12, 12)}`;
  assert.deepEqual(known(SentLines.find(code, documentOf(text)), text), at(4, 10, 2));
});

test("code that has changed, or stands in several places, is not guessed at", () => {
  const changed = whole.replace("line(7)", "other(7)");
  assert.equal(SentLines.find(code, documentOf(changed)), undefined);
  const twice = `new\n${whole}\n${whole}`;
  assert.equal(SentLines.find(code, documentOf(twice)), undefined);
});

const rows: [what: string, edits: Edit[], expected: [number, number][]][] = [
  ["lines above", [edit([0, 0], [0, 0], "a\nb\n")], at(2, 11, 2)],
  ["lines between", [edit([6, 0], [6, 0], "a\n")], [...at(2, 6), ...at(7, 11, 1)]],
  ["a break at a line's end", [edit([6, 8], [6, 8], "\n  ")], [...at(2, 7), ...at(8, 11, 1)]],
  ["a break at a line's start", [edit([6, 0], [6, 0], "\n")], [...at(2, 6), ...at(7, 11, 1)]],
  ["a break in a line", [edit([6, 4], [6, 4], "\n")], [...at(2, 6), ...at(8, 11, 1)]],
  ["a word in a line", [edit([6, 4], [6, 4], "X")], [...at(2, 6), ...at(8, 11)]],
  ["a word typed and taken back", [edit([6, 4], [6, 4], "X"), edit([6, 4], [6, 5], "")], at(2, 11)],
  ["two lines taken away", [edit([5, 0], [7, 0], "")], [...at(2, 5), ...at(8, 11, -2)]],
  ["a line taken with the break before it", [edit([5, 8], [6, 8], "")], [...at(2, 6), ...at(8, 11, -1)]],
  ["lines joined", [edit([5, 8], [6, 0], "")], [...at(2, 5), ...at(8, 11, -1)]],
  ["lines replaced", [edit([4, 0], [8, 8], "one\ntwo")], [...at(2, 4), ...at(10, 11, -3)]],
  [
    "lines taken and put back",
    [edit([5, 0], [7, 0], ""), edit([5, 0], [5, 0], "line(6);\nline(7);\n")],
    at(2, 11),
  ],
  ["all replaced by the same", [edit([0, 0], [11, 9], `new\n${whole}`)], at(2, 11, 1)],
];

for (const [what, edits, expected] of rows) {
  test(`lines are followed through ${what}`, () => assert.deepEqual(after(...edits), expected));
}

test("several edits of one change are followed", () => {
  const sent = SentLines.find(code, documentOf(whole));
  const edits = [edit([8, 0], [8, 0], "b\n"), edit([2, 0], [2, 0], "a\n"), edit([0, 0], [1, 0], "")];
  const text = edits.reduce(applied, whole);
  sent?.follow(edits, documentOf(text));
  assert.deepEqual(known(sent, text), [...at(2, 2, -1), ...at(3, 8), ...at(9, 11, 1)]);
});

test("a stretch is known only while it is whole", () => {
  const sent = SentLines.find(code, documentOf(whole));
  const stretch = (startLine: number, endLine: number, text: string) =>
    sent?.now({ startLine, endLine }, documentOf(text));
  assert.deepEqual(stretch(6, 8, whole), { startLine: 6, endLine: 8 });
  assert.equal(stretch(11, 12, whole), undefined);
  assert.equal(stretch(1, 2, whole), undefined);
  const inserted = edit([6, 0], [6, 0], "new\n");
  const text = applied(whole, inserted);
  sent?.follow([inserted], documentOf(text));
  assert.equal(stretch(6, 7, text), undefined);
  assert.deepEqual(stretch(7, 9, text), { startLine: 8, endLine: 10 });
});

test("part of a line stands while that part does", () => {
  const text = "a = first;\nb = second; // more\nc";
  const part = {
    ...code,
    startLine: 1,
    startCharacter: 4,
    endLine: 2,
    text: "first;\nb = second;",
    before: "",
    after: "",
  };
  const sent = SentLines.find(part, documentOf(text));
  assert.deepEqual(known(sent, text), at(1, 2));
  const more = edit([1, 11], [1, 11], " // even");
  sent?.follow([more], documentOf(applied(text, more)));
  assert.deepEqual(known(sent, applied(text, more)), at(1, 2));
});

test("lines that look alike are not taken for one another", () => {
  // Both lines are the same; which of them went away is what counts.
  const twins = { ...code, startLine: 1, endLine: 4, text: "{\n}\n}\nend", before: "", after: "" };
  const text = "{\n}\n}\nend";
  const sent = SentLines.find(twins, documentOf(text));
  const gone = edit([1, 0], [2, 0], "");
  sent?.follow([gone], documentOf(applied(text, gone)));
  assert.deepEqual(known(sent, applied(text, gone)), [
    [1, 1],
    [3, 2],
    [4, 3],
  ]);
});

test("whatever is edited, no other line is taken for one that was sent", () => {
  let state = 7;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return (state >>> 16) % limit;
  };
  for (let round = 0; round < 300; round++) {
    const sent = SentLines.find(code, documentOf(whole));
    let text = whole;
    const told: string[] = [];
    for (let count = 0; count < 6; count++) {
      const all = text.split("\n");
      const line = below(all.length);
      const end = Math.min(all.length - 1, line + below(3));
      const from = below(3) * 4;
      const to = end === line ? from + below(2) : below(3) * 4;
      const clip = (of: number, unit: number) => Math.min(unit, all[of]?.length ?? 0);
      const put = ["", "\n", "x", "a\nb\n", "line(7);\n"][below(5)] ?? "";
      const each = edit(
        [line, clip(line, from)],
        [end, Math.max(clip(end, to), end === line ? clip(line, from) : 0)],
        put,
      );
      told.push(JSON.stringify(each));
      text = applied(text, each);
      sent?.follow([each], documentOf(text));
      const places = known(sent, text);
      for (const [was, now] of places)
        assert.equal(text.split("\n")[now - 1], `line(${was});`, told.join("\n"));
      const order = places.map(([, now]) => now);
      assert.deepEqual(
        order,
        order.toSorted((one, other) => one - other),
        told.join("\n"),
      );
    }
  }
});

test("a step's lines are those its prose names, each stretch once, as the view links them", () => {
  const named = (text: string) =>
    linesNamed(text, code).map(({ startLine, endLine }) => `${startLine}-${endLine}`);
  assert.deepEqual(named("Lines 6-7, line 5 and again line 5; `a.ts:8`, a.ts:9"), [
    "5-5",
    "6-7",
    "8-8",
    "9-9",
  ]);
  assert.deepEqual(named("`line 5` is code\n```\n// line 6\n```\nand line 7"), ["7-7"]);
  assert.deepEqual(named("line 8\n```ts\n// line 6, a.ts:7"), ["8-8"]);
  assert.deepEqual(named("Nothing here, in other.ts:5 or on line 12."), []);
});
