import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { launchBrowser } from "../../scripts/launchBrowser.ts";
import type { Change } from "../../src/core/run/change.ts";
import { head } from "./sampleRun.ts";
import { openViewer } from "./support.ts";

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

const attacks = [
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "<svg><script>alert(1)</script></svg>",
  "<svg/onload=alert(1)>",
  "<iframe src='javascript:alert(1)'></iframe>",
  "<a href='javascript:alert(1)'>a</a>",
  "[a](javascript:alert(1))",
  "[a](JaVaScRiPt:alert(1))",
  "[a](  java\nscript:alert(1))",
  "[a](data:text/html,<script>alert(1)</script>)",
  "[a](command:workbench.action.quit)",
  "[a](vscode://file/etc/passwd)",
  "[a](file:///etc/passwd)",
  "![a](https://evil.example/pixel.png)",
  "![a](javascript:alert(1))",
  "[![a](https://evil.example/p.png)](https://evil.example/)",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  "<style>body{background:url(https://evil.example/)}</style>",
  "<link rel=stylesheet href=https://evil.example/x.css>",
  "<meta http-equiv=refresh content='0;url=https://evil.example/'>",
  "<base href=https://evil.example/>",
  "<form action=https://evil.example/><input name=a><button>b</button></form>",
  "<object data=https://evil.example/></object><embed src=https://evil.example/>",
  "<video src=https://evil.example/v.mp4 autoplay></video>",
  "<details open ontoggle=alert(1)>x</details>",
  "<div style='position:fixed;inset:0;background:red'>cover</div>",
  "<p class='pill' id='strings'>clobber</p>",
  "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
  "<!--><img src=x onerror=alert(1)>-->",
  "```html\n<img src=x onerror=alert(1)>\n```",
  '```" onmouseover=alert(1) x="\ncode\n```',
  "[x]: javascript:alert(1)\n\n[x]",
  "<https://evil.example/'onmouseover=alert(1)>",
  "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
  "<kbd onclick=alert(1)>k</kbd>",
  "&lt;img src=x onerror=alert(1)&gt;",
  "<x\u0000script>alert(1)</x\u0000script>",
];

/** The same hostile text everywhere a server or a file name can put words. */
function hostileRun(text: string): Change[] {
  const context = { ...head.context, path: text, uri: text };
  const run = {
    ...head,
    id: text,
    intent: "ask",
    question: text,
    sent: text,
    model: text,
    effort: text,
    endpoint: text,
  };
  return [
    {
      op: "begin",
      version: 1,
      run: {
        ...run,
        context: {
          scope: "selection",
          languageId: text,
          startLine: 1,
          endLine: 2,
          text,
          before: "",
          after: "",
          diagnostics: [],
          ...context,
        },
        intent: "ask",
      },
    },
    { op: "openStep", step: 1, title: text, kind: "check", carry: 0, at: 1 },
    { op: "growStep", step: 1, text },
    { op: "closeStep", step: 1, title: text, kind: "check", at: 2 },
    { op: "growAnswer", text: `${text}\n\n${text}` },
    { op: "status", status: { state: "cutOff", failure: { kind: "badRequest", said: text } }, at: 3 },
  ];
}

test("hostile text in every place does nothing: no dialog, no request, no policy violation", async () => {
  const viewer = await openViewer(browser, { width: 500, height: 900 });
  for (const text of attacks) {
    await viewer.changes(hostileRun(text), { reset: true });
    await viewer.page.keyboard.press("e");
    await viewer.page.locator("#step-1").waitFor();
    const found = await viewer.page.evaluate(() => ({
      elements: document.querySelectorAll(
        "img, svg, math, iframe, object, embed, form, input, style, video, meta[http-equiv=refresh], base, main script",
      ).length,
      addresses: document.querySelectorAll("main [href], main [src], main [action], main [style]").length,
      handlers: [...document.querySelectorAll("main *")].filter(({ attributes }) =>
        [...attributes].some(({ name }) => name.startsWith("on")),
      ).length,
      links: [...document.querySelectorAll<HTMLElement>("[data-href]")].map(
        ({ dataset }) => dataset.href ?? "",
      ),
    }));
    assert.deepEqual({ ...found, links: [] }, { elements: 0, addresses: 0, handlers: 0, links: [] }, text);
    for (const link of found.links) assert.match(link, /^(?:https?:|mailto:)/, text);
    assert.deepEqual(viewer.trouble, [], text);
  }
  await viewer.close();
});

test("words that look like tags are not lost", async () => {
  const viewer = await openViewer(browser);
  const text = "A `Vec<T>` or Vec<T> and <div> or <think>no</think>.\n\n<section>\n  kept\n</section>\n";
  await viewer.changes(hostileRun(text), { reset: true });
  await viewer.page.keyboard.press("e");
  const words = "A Vec<T> or Vec<T> and <div> or <think>no</think>.";
  for (const place of ["#step-1", "section.answer .prose"]) {
    const shown = (await viewer.page.locator(place).textContent()) ?? "";
    assert.ok(shown.includes(words) && shown.includes("<section>\n  kept\n</section>"), `${place}: ${shown}`);
  }
  await viewer.close();
});

test("a link is a message to the host, by pointer and by key; a picture is a link", async () => {
  const viewer = await openViewer(browser);
  await viewer.changes(hostileRun("[docs](https://e.org/a?b=1&c=2) ![cat](https://e.org/cat.png)"), {
    reset: true,
  });
  const answer = viewer.page.getByRole("region", { name: "Answer" });
  await answer.getByRole("link", { name: "docs" }).first().click();
  await answer.getByRole("link", { name: "cat" }).first().focus();
  await viewer.page.keyboard.press("Enter");
  const links = (await viewer.posted()).filter(({ type }) => type === "openLink");
  assert.deepEqual(links, [
    { type: "openLink", href: "https://e.org/a?b=1&c=2" },
    { type: "openLink", href: "https://e.org/cat.png" },
  ]);
  await viewer.close();
});

test("text made to freeze a parser is shown plain and the page goes on", async () => {
  const viewer = await openViewer(browser);
  for (const text of [
    ">".repeat(100_000),
    "- ".repeat(50_000),
    "[".repeat(30_000),
    "x".repeat(1_000_000),
    "*a ".repeat(20_000),
    "_a*".repeat(20_000),
  ]) {
    await viewer.changes(hostileRun(text), { reset: true });
    await viewer.page.locator("[data-step='1']").waitFor();
    assert.equal(await viewer.page.locator(".words").textContent(), "Cut off", text.slice(0, 20));
  }
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});

test("a message that is not the host's is ignored", async () => {
  const viewer = await openViewer(browser);
  for (const odd of [
    null,
    1,
    "changes",
    {},
    { type: "changes" },
    { type: "setup", version: 99, endpoint: {} },
  ]) {
    await viewer.page.evaluate((message) => window.postMessage(message), odd);
  }
  await viewer.changes([{ op: "begin", version: 1, run: head }]);
  assert.ok(await viewer.page.getByRole("region", { name: "Question" }).isVisible());
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});
