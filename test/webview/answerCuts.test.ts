import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { bundles } from "../../bundles.mjs";
import { launchBrowser } from "../../scripts/launchBrowser.ts";

const lines = [
  "# One\n\nOn line 12, in lines 13–14 and 16 and `src/a.ts:15`, a [late] link, **bold**, `x` and $5.\n",
  "1. one\n\n2. two\n\n   more\n",
  "- [ ] open\n- [x] done\n",
  "```ts\nlet a = 1;\n\n\nb();\n```\n",
  "| a | b |\n|---|--:|\n| 1 | 2 |\n",
  "> quote\n>\n> more\nlazy\n",
  "$$\na\n- b\n$$\nThen \\(c\\).\n",
  "$$\n\na = b\n\n\\frac{1}{2}\n\n$$\n\nBetween.\n\n\\[\nc\n\nd\n\\]\n",
  "$$\nnever closed\n\n## A heading\n\nwords\n",
].join("\n");

const texts: Record<string, string> = {
  "that pieces settle": lines,
  "with a formula that never ends": `${lines}\n$$\nx\n\nOne.\n\nTwo *words*.\n`,
  "with a link that is defined late": `${lines}\n[late]: https://e.org\n`,
};

let browser: Browser;
let page: Page;
before(async () => {
  const entryPoints = ["test/webview/answerHarness.ts"];
  const { outputFiles } = await build({ ...bundles.webview, entryPoints, outdir: "/", write: false });
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.addScriptTag({ content: outputFiles?.[0]?.text ?? "" });
});
after(() => browser.close());

for (const [name, text] of Object.entries(texts)) {
  test(`for every cut the answer ends as one parse of the whole shows it: a text ${name}`, async () => {
    const { expected, broken } = await page.evaluate((all) => {
      const whole = window.wholeOf(all);
      const cuts = [[...all], all.split(/(?<=\n)/)];
      for (let at = 0; at < all.length; at++) cuts.push([all.slice(0, at), all.slice(at)]);
      return { expected: whole, broken: cuts.filter((pieces) => window.answerOf(pieces) !== whole) };
    }, text);
    assert.match(expected, />One</);
    assert.deepEqual(broken, []);
  });
}

test("while an answer grows by words or by characters, it is shown as if all of it had come at once", async () => {
  const prose =
    "Then *the last* words, of **one para** graph. And `code` here\n## A heading goes on\n> and a quote, too\n";
  const broken = await page.evaluate((text) => {
    const shownAt = (end: number) => window.growthOf([text.slice(0, end)])[0]?.trimEnd();
    return [/(?=[ \n])/, ""].flatMap((cut) => {
      const pieces = text.split(cut);
      let end = 0;
      return window.growthOf(pieces).flatMap((shown, index) => {
        end += pieces[index]?.length ?? 0;
        const anew = shownAt(end);
        // White space at the end is not seen, whether it waits for what follows it or not.
        const same = shown?.replace(/ +(?=<|$)/g, "").trimEnd() === anew?.replace(/ +(?=<|$)/g, "");
        return same ? [] : [{ text: text.slice(0, end), shown, anew }];
      });
    });
  }, prose + lines);
  assert.deepEqual(broken, []);
});

test("a long answer that comes all at once is drawn bit by bit, and ends as one parse of the whole shows it", async () => {
  const { answer, whole } = await page.evaluate(
    (all) => ({ answer: window.answerOf([all]), whole: window.wholeOf(all) }),
    lines.repeat(100),
  );
  assert.equal(answer, whole);
});
