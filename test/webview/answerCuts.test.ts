import assert from "node:assert/strict";
import { test } from "node:test";
import { build } from "esbuild";
import { bundles } from "../../bundles.mjs";
import { launchBrowser } from "../../scripts/launchBrowser.ts";

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

test("for every cut the answer ends as one parse of the whole shows it", async (context) => {
  const entryPoints = ["test/webview/answerHarness.ts"];
  const { outputFiles } = await build({ ...bundles.webview, entryPoints, outdir: "/", write: false });
  const browser = await launchBrowser();
  context.after(() => browser.close());
  const page = await browser.newPage();
  await page.addScriptTag({ content: outputFiles?.[0]?.text ?? "" });
  const { expected: whole, broken } = await page.evaluate((all) => {
    const expected = window.answerOf([all]);
    const cuts = [[...all], all.split(/(?<=\n)/)];
    for (let at = 1; at < all.length; at++) cuts.push([all.slice(0, at), all.slice(at)]);
    return { expected, broken: cuts.filter((pieces) => window.answerOf(pieces) !== expected) };
  }, text);
  assert.match(whole ?? "", />One</);
  assert.deepEqual(broken, []);
});
