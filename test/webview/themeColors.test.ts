import assert from "node:assert/strict";
import { test } from "node:test";
import { contrast } from "../../src/core/code/contrast.ts";
import { wholeRun } from "./sampleRun.ts";
import { openViewer, type Viewer } from "./support.ts";

async function showTheme(viewer: Viewer, id: string): Promise<void> {
  await viewer.page.evaluate((theme) => {
    document.body.dataset.vscodeThemeId = theme;
  }, id);
  await viewer.page.waitForFunction(
    (theme) => window.posted.some((message) => message.type === "theme" && message.id === theme),
    id,
  );
}

async function open(): Promise<{ viewer: Viewer; color: (part: string) => Promise<string> }> {
  const viewer = await openViewer();
  await viewer.changes(wholeRun(), { reset: true });
  const color = (part: string) =>
    viewer.page
      .locator(`.answer .code ${part}`)
      .first()
      .evaluate((token) => {
        const parts = getComputedStyle(token).color.match(/\d+/g) ?? [];
        return `#${parts.map((each) => Number(each).toString(16).padStart(2, "0")).join("")}`;
      });
  return { viewer, color };
}

test("code takes the colours of the theme that is shown, those that can be read at once as they are", async () => {
  const { viewer, color } = await open();
  await showTheme(viewer, "Dusk");
  await viewer.send({
    type: "tokenColors",
    theme: "Dusk",
    colors: { keyword: "#ffaa00", control: "#00ffaa", comment: "#333333" },
  });
  assert.equal(await color(".hljs-keyword"), "#ffaa00");
  assert.equal(await color(".hljs-keyword.control"), "#00ffaa");
  assert.equal(
    await color(".hljs-string, .hljs-regexp"),
    await color("code"),
    "left uncoloured by the theme",
  );
  const background = await viewer.page.evaluate(() =>
    getComputedStyle(document.body).getPropertyValue("--vscode-editor-background"),
  );
  assert.ok(
    (contrast(await color(".hljs-comment"), background) ?? 0) >= 4.5,
    "a dim comment is made readable",
  );
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});

test("colours of another theme, or with anything else in them, change nothing", async () => {
  const { viewer, color } = await open();
  const usual = await color(".hljs-keyword");
  await showTheme(viewer, "Dusk");
  await viewer.send({ type: "tokenColors", theme: "Dawn", colors: { keyword: "#ffaa00" } });
  assert.equal(await color(".hljs-keyword"), usual);
  const wrong: Record<string, string> = { keyword: "#ffaa00", comment: "url(https://e.org)" };
  await viewer.send({ type: "tokenColors", theme: "Dusk", colors: wrong });
  assert.equal(await color(".hljs-keyword"), usual);
  await viewer.send({ type: "tokenColors", theme: "Dusk", colors: { keyword: "#ffaa00" } });
  assert.equal(await color(".hljs-keyword"), "#ffaa00");
  await showTheme(viewer, "Dawn");
  assert.equal(await color(".hljs-keyword"), usual, "until the new theme's are known");
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});
