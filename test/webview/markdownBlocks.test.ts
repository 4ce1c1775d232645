import assert from "node:assert/strict";
import { test } from "node:test";
import { markdownHtml } from "../../src/webview/text/markdown.ts";
import { MarkdownBlocks } from "../../src/webview/text/markdownBlocks.ts";
import { sampleAnswer } from "./sampleRun.ts";

const texts: Record<string, string> = {
  sample: sampleAnswer,
  "loose list": "1. one\n\n2. two\n\n   more of two\n\n3. three\n\nafter\n",
  "nested list": "- a\n  - b\n\n    c\n- d\n\n\n- e\n",
  "code with blank lines":
    "Before:\n\n```ts\nconst a = 1;\n\n\nconst b = `x`;\n```\n\nAfter.\n\n    indented\n\n    code\n",
  "unfinished fence": "text\n\n```python\nprint(1)\n\nprint(2)",
  headings: "Title\n=====\n\n## Two\ntext\n\nSub\n---\n* * *\n",
  quote: "> a\n>\n> b\nlazy\n\n> c\n",
  table: "| a | b |\n|---|--:|\n| 1 | 2 |\n| 3 | 4 |\n\nend\n",
  "tasks and tags":
    "- [ ] open\n- [x] done\n\n<details>\n<summary>More</summary>\n\nhidden\n</details>\n\nx<br>y <T>\n",
  "definition before use": "[a]: https://e.org\n\nSee [a] and [a][].\n",
  "line ends": "one\r\n\r\ntwo\r\n\r\n- a\r\n\r\n- b\r\n",
  formulas: "Money $5, $x_1$.\n\n$$\na\n- b\n= c\n$$\n\n- \\(y\\)\n  \\[\n  z\n  \\]\n\nEnd $w$\n",
  "unfinished formula": "Text\n\n\\[\na\n- b\n# c\n",
  chinese: "结论：\n\n- 一\n- 二\n\n**完**\n",
};

/** What is shown after these pieces have come, each drawn as it came. */
function shown(pieces: readonly string[]): string {
  const blocks = new MarkdownBlocks();
  let html = "";
  for (const piece of pieces) {
    blocks.push(piece);
    html += blocks.close().join("");
  }
  return html + blocks.open();
}

for (const [name, text] of Object.entries(texts)) {
  test(`Markdown in pieces is the Markdown of the whole: ${name}`, () => {
    const expected = markdownHtml(text);
    const lines = text.split(/(?<=\n)/);
    const cuts: string[][] = [
      lines,
      [...text],
      ...lines.map((_, at) => [lines.slice(0, at).join(""), lines.slice(at).join("")]),
    ];
    for (let at = 0; at <= text.length; at++) cuts.push([text.slice(0, at), text.slice(at)]);
    for (const pieces of cuts) assert.equal(shown(pieces), expected, JSON.stringify(pieces));
  });
}

test("a link whose definition comes late is a link once the whole is parsed", () => {
  const blocks = new MarkdownBlocks();
  for (const piece of ["See [a].\n\n", "More.\n\n", "[a]: https://e.org\n"]) {
    blocks.push(piece);
    blocks.close();
  }
  assert.match(blocks.whole(), /data-href="https:\/\/e\.org"/);
});

test("only the open block is parsed again", () => {
  const blocks = new MarkdownBlocks();
  blocks.push("one\n\ntwo\n\nthree");
  assert.deepEqual(blocks.close(), ["<p>one</p>\n"]);
  assert.deepEqual(blocks.close(), []);
  blocks.push(" more\n\nfour");
  assert.deepEqual(blocks.close(), ["<p>two</p>\n"]);
  assert.equal(blocks.open(), "<p>three more</p>\n<p>four</p>\n");
});
