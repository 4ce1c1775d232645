import assert from "node:assert/strict";
import { test } from "node:test";
import { viewerHtml, type ViewerPage } from "../../src/host/viewerHtml.ts";

const page: ViewerPage = {
  nonce: "n0nce",
  cspSource: "https://*.vscode-cdn.net",
  script: "https://x/webview.js",
  style: "https://x/viewer.css",
  font: "https://x/codicon.ttf",
  surface: "panel",
  language: "en",
  strings: {},
};

test("nothing may load but script, style and font, and no inline style or handler is allowed", () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(viewerHtml(page))?.[1];
  assert.equal(
    policy,
    "default-src 'none'; script-src 'nonce-n0nce'; style-src https://*.vscode-cdn.net; font-src https://*.vscode-cdn.net; img-src 'none'; base-uri 'none'; form-action 'none'",
  );
  assert.doesNotMatch(viewerHtml(page), /unsafe|<style| style=| on\w+=/);
});

test("words cannot end the element they stand in", () => {
  const html = viewerHtml({
    ...page,
    language: '"><script>',
    strings: { a: "</script><script>alert(1)</script>" },
  });
  assert.equal(html.match(/<script/g)?.length, 2);
  const json = /id="strings"[^>]*>(.*)<\/script>\n<script/.exec(html)?.[1] ?? "";
  assert.deepEqual(JSON.parse(json), { a: "</script><script>alert(1)</script>" });
});

test("surface, language and font reach the page", () => {
  const html = viewerHtml({ ...page, surface: "tab", language: "zh-cn" });
  assert.match(html, /<html lang="zh-cn">/);
  assert.match(html, /<body data-surface="tab" data-font="https:\/\/x\/codicon\.ttf">/);
});
