import assert from "node:assert/strict";
import { test } from "node:test";
import { lineReferences } from "../../src/core/code/lineReferences.ts";

/** Lines 12 to 24 were asked about, 9 to 11 and 25 went along. */
const code = { path: "src/range.ts", startLine: 12, endLine: 24, before: "a\nb\nc", after: "}" };

/** Each reference as its words and the lines it leads to. */
const read = (text: string, about = code) =>
  lineReferences(text, about).map(
    ({ start, end, startLine, endLine }) => `${text.slice(start, end)} → ${startLine}–${endLine}`,
  );

const rows: [text: string, ...expected: string[]][] = [
  ["The bug is on line 14.", "line 14 → 14–14"],
  [
    "Line 14: `end` is lost; line #15, line number 16.",
    "Line 14 → 14–14",
    "line #15 → 15–15",
    "line number 16 → 16–16",
  ],
  [
    "See lines 13-17, Lines 18–20 or lines 21 to 22.",
    "lines 13-17 → 13–17",
    "Lines 18–20 → 18–20",
    "lines 21 to 22 → 21–22",
  ],
  ["Lines 12, 14–16, and 20 repeat.", "Lines 12 → 12–12", "14–16 → 14–16", "20 → 20–20"],
  ["at L14, L15-L17 and L18–20", "L14 → 14–14", "L15-L17 → 15–17", "L18–20 → 18–20"],
  [
    "第 14 行有误，第15-17行也是，第 18 到 20 行。",
    "第 14 行 → 14–14",
    "第15-17行 → 15–17",
    "第 18 到 20 行 → 18–20",
  ],
  ["第 13、15 和 20 行", "第 13 → 13–13", "15 → 15–15", "20 行 → 20–20"],
  [
    "range.ts:14, src/range.ts:15-16, src\\range.ts:17:3",
    "range.ts:14 → 14–14",
    "src/range.ts:15-16 → 15–16",
    "src\\range.ts:17 → 17–17",
  ],
  ["range.ts#L14-L16", "range.ts#L14-L16 → 14–16"],
  ["line 9 before it, line 25 after it", "line 9 → 9–9", "line 25 → 25–25"],
];

for (const [text, ...expected] of rows) {
  test(`lines are read in "${text}"`, () => assert.deepEqual(read(text), expected));
}

test("a number that no sent line has counts from the first line of the code, as far as it reaches", () => {
  assert.deepEqual(read("Line 2 and lines 3-5."), ["Line 2 → 13–13", "lines 3-5 → 14–16"]);
  assert.deepEqual(read("Line 8 is no line around it, and line 26 is neither."), ["Line 8 → 19–19"]);
  assert.deepEqual(read("line 2", { ...code, startLine: 1, before: "" }), ["line 2 → 2–2"]);
});

test("what is no line of the code is left alone", () => {
  for (const text of [
    "12 lines, line 0, line 8.5, line 14th, lines 20-14, lines 26 and 30",
    "deadline 14, guidelines 14, inline14, baseline L",
    "L1 and L2 norms, the L3 cache, XL14, #L14",
    "other.ts:14, my-range.ts:14, lib/range.ts:14, range.tsx:14, range.ts:99, range.ts 14",
    "第 14 个, 第 99 行, 14 行代码",
    "",
  ])
    assert.deepEqual(read(text), [], text);
});

test("references come in order, and none stands within another", () => {
  const text = "Lines 12, 13 of range.ts:14 and line 15, lines 16 to 17; L18, 第 19、20 行, range.ts:21";
  const found = lineReferences(text, code);
  assert.deepEqual(
    found.map(({ startLine }) => startLine),
    [12, 13, 14, 15, 16, 18, 19, 20, 21],
  );
  found.forEach(({ start }, index) => assert.ok((found[index - 1]?.end ?? 0) <= start, String(index)));
});

test("no text makes reading take more than its length's share of time", () => {
  /** Milliseconds of the thread's own time: other programs do not count. */
  const time = (text: string) => {
    const runs = Array.from({ length: 5 }, () => {
      const began = process.threadCpuUsage();
      lineReferences(text, code);
      const { user, system } = process.threadCpuUsage(began);
      return (user + system) / 1000;
    });
    return Math.min(...runs);
  };
  for (const part of [
    "line ",
    "lines 12, ",
    "lines 1-1-",
    "第",
    "第1、",
    "range.ts",
    "a/",
    "a/range.ts:1",
    "12",
  ]) {
    const short = part.repeat(20_000 / part.length);
    const ratio = time(short.repeat(8)) / (time(short) + 0.5);
    assert.ok(ratio < 48, `${part}…: eight times the text takes ${ratio.toFixed(0)} times as long`);
  }
});

test("a path without a file's name ends the search, and lines are still read", () => {
  for (const path of ["", "/", "src/", "<script>alert(1)//"])
    assert.deepEqual(read("src/:14 and line 15", { ...code, path }), ["line 15 → 15–15"], path);
});
