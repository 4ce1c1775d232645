import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { launchBrowser } from "../../scripts/launchBrowser.ts";
import { writeCorpus } from "../../scripts/pageBench/corpus.ts";
import { openPage } from "../../scripts/pageBench/openPage.ts";
import { buildPages, contenders } from "../../scripts/pageBench/pages.ts";
import { scenarios } from "../../scripts/pageBench/scenarios.ts";
import { serve } from "../../scripts/pageBench/serve.ts";

test("every page of the bench shows the end of what it is fed, and shows a saved run again", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "page-bench-"));
  await buildPages(folder);
  const { origin, close } = await serve(folder);
  const browser = await launchBrowser();
  const corpus = writeCorpus(300, 100);
  for (const name of contenders) {
    const open = () => openPage(browser, `${origin}/${name}/`, corpus);
    for (const scenario of [scenarios.rush, scenarios.reopen]) {
      const figures = Object.entries(await scenario(open, corpus));
      assert.ok(figures.length > 0);
      for (const [figure, value] of figures) assert.ok(value > 0, `${name}, ${figure}: ${value}`);
    }
  }
  await browser.close();
  await close();
  await rm(folder, { recursive: true });
});
