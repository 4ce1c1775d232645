import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../../scripts/launchBrowser.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

const text = [
  "# One\n\nOn line 12, in lines 13–14 and 16 and `src/a.ts:15`, a [late] link, **bold**, `x` and $5.\n",
  "1. one\n\n2. two\n\n   more\n",
  "- [ ] open\n- [x] done\n",
  "```ts\nlet a = 1;\n\n\nb();\n```\n",
  "| a | b |\n|---|--:|\n| 1 | 2 |\n",
  "> quote\n>\n> more\nlazy\n",
  "$$\na\n- b\n$$\nThen \\(c\\).\n",
  "[late]: https://e.org\n",
].join("\n");

declare global {
  interface Window {
    /** The answer's HTML after it has come in these pieces, each drawn as it came. */
    answerOf: (pieces: string[]) => string;
  }
}

const harness = `
  import { createAnswerView } from "./src/webview/run/answerView.ts";
  import { answerActions } from "./src/webview/text/codeActions.ts";
  const nothing = () => {};
  const code = { scope: "selection", path: "src/a.ts", startLine: 12, endLine: 24, before: "", after: "" };
  const finish = () => ({ actions: answerActions({ code, copy: nothing, post: nothing }), code });
  window.answerOf = (pieces) => {
    let time = 0;
    const answer = createAnswerView({ now: () => (time += 1000), copy: nothing, finish });
    for (const piece of pieces) {
      answer.grow(piece);
      answer.paint();
    }
    answer.end();
    answer.paint();
    return answer.element.querySelector(".prose").innerHTML;
  };
`;

test("for every cut the answer ends as one parse of the whole shows it", async () => {
  const { outputFiles } = await build({
    stdin: { contents: harness, resolveDir: root, loader: "ts" },
    bundle: true,
    write: false,
    format: "iife",
    alias: { temml: "./temml.js" },
    external: ["./temml.js"],
  });
  const page = await browser.newPage();
  await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });
  const broken = await page.evaluate((whole) => {
    const expected = window.answerOf([whole]);
    const cuts = [[...whole], whole.split(/(?<=\n)/)];
    for (let at = 1; at < whole.length; at++) cuts.push([whole.slice(0, at), whole.slice(at)]);
    return cuts.filter((pieces) => window.answerOf(pieces) !== expected);
  }, text);
  assert.deepEqual(broken, []);
  await page.close();
});
