import assert from "node:assert/strict";
import { test } from "node:test";
import { FindIndex, type Match } from "../../src/webview/find/findIndex.ts";
import { findPattern, reachOf } from "../../src/webview/find/findPattern.ts";
import { randomCuts } from "../support/randomCuts.ts";

const never = () => false;

function indexOf(query: string, matchCase = false): FindIndex {
  const pattern = findPattern(query, matchCase);
  assert.ok(pattern, query);
  return new FindIndex(pattern, reachOf(query));
}

function search(query: string, texts: readonly string[]): FindIndex {
  const index = indexOf(query);
  index.search({ count: texts.length, text: (place) => texts[place] ?? "" }, never);
  return index;
}

const all = (index: FindIndex): Match[] =>
  Array.from({ length: index.count }, (_, ordinal) => index.at(ordinal) ?? assert.fail());

test("what a reader sees is found in Markdown, and case counts only when asked", () => {
  const found: [query: string, source: string, count: number][] = [
    ["start becomes 0", "so `start` becomes **0** and `start`\n  becomes `0`", 2],
    ["see mdn.", "See [MDN](https://example.org/a?b=c). See MDN.", 2],
    ["is important", "this *is* **important**", 1],
    ["a.b(c)", "a.b(c) axb(c) `a.b`(c)", 2],
    ["范围解析", "这是**范围**解析", 1],
    ["foobar", "foo_bar foo*bar FooBar", 1],
    ["**bold", "**bold** bold", 1],
    ["one two", "one\n\n> two", 0],
  ];
  for (const [query, source, count] of found) assert.equal(search(query, [source]).count, count, query);
  const exact = indexOf("Bug", true);
  exact.search({ count: 1, text: () => "Bug bug BUG" }, never);
  assert.equal(exact.count, 1);
  assert.equal(findPattern("  ", false), undefined);
});

/** A text as it comes, each time with its last words gone for a moment, as when they move to the next step. */
function statesOf(pieces: readonly string[]): string[] {
  return pieces.flatMap((_, at) => {
    const come = pieces.slice(0, at + 1).join("");
    return [come, come.slice(0, -7), come];
  });
}

test("a text that grows, is cut at its end and grows again has the matches of the whole, whatever the pieces", () => {
  const text = "The `range` of a range: **the** range, ".repeat(50);
  for (const query of ["the range", "e"]) {
    const expected = all(search(query, ["", text]));
    for (let seed = 1; seed <= 5; seed++) {
      const index = indexOf(query);
      for (const now of statesOf(randomCuts(text, seed))) {
        index.search({ count: 2, text: (place) => (place === 1 ? now : "") }, never);
      }
      assert.deepEqual(all(index), expected, `${query}, seed ${seed}`);
    }
  }
});

test("a search in slices finds the same, and stops as soon as time is up", () => {
  const texts = Array.from({ length: 40 }, (_, step) => `Step ${step}: one match here. `.repeat(2000));
  const whole = search("match", texts);
  const index = indexOf("match");
  let slices = 0;
  let looks = 0;
  while (
    !index.search({ count: texts.length, text: (place) => texts[place] ?? "" }, () => looks++ % 5 === 4)
  ) {
    slices++;
    assert.ok(slices < 1000);
  }
  assert.ok(slices > 10, `${slices} slices`);
  assert.deepEqual(all(index), all(whole));
});

test("ordinals and places agree; texts that are gone take their matches with them", () => {
  const index = search("a", ["a b a", "b", "a a"]);
  all(index).forEach((match, ordinal) => assert.equal(index.before(match), ordinal));
  assert.equal(index.before({ place: 1, start: 0 }), 2);
  index.search({ count: 1, text: () => "b a" }, never);
  assert.deepEqual(all(index), [{ place: 0, start: 2, end: 3 }]);
});

test("no text makes a search slow", () => {
  const time = (query: string, text: string) => {
    const runs = [1, 2, 3].map(() => {
      const began = performance.now();
      search(query, [text]);
      return performance.now() - began;
    });
    return Math.min(...runs);
  };
  const length = 200_000;
  const plain = time("e", "Plain words of a step. ".repeat(length / 23));
  for (const part of ["](", "a](", "*_", " ", "a ", "[a", "`"]) {
    const text = part.repeat(length / part.length);
    for (const query of ["a b", "] b", "a*b*c", "* *", "aa aa b"]) {
      const ratio = time(query, text) / plain;
      assert.ok(ratio < 400, `${query} in ${part}…: ${ratio.toFixed(0)} times as long`);
    }
  }
});
