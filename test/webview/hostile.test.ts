import assert from "node:assert/strict";
import { test } from "node:test";
import type { Change } from "../../src/core/run/change.ts";
import { attacks } from "./attacks.ts";
import { bombs } from "./bombs.ts";
import { hiddenTexts, honestTexts } from "./hiddenTexts.ts";
import { head } from "./sampleRun.ts";
import { openViewer, setup, type Viewer } from "./support.ts";

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

/**
 * What of the page a text may have made; its own elements have no address and no handler, and of
 * style two numbers: the share of a segment and the rows of a group.
 */
function looked(viewer: Viewer) {
  return viewer.page.evaluate(() => ({
    elements: [
      ...document.querySelectorAll(
        "body :is(img, svg, math, iframe, object, embed, form, input:not(.find-query), style, script:not([nonce]), video, audio, link, base, meta, template)",
      ),
    ].map(({ outerHTML }) => outerHTML),
    addresses: [
      ...document.querySelectorAll("body :is([href], [src]:not([nonce]), [srcset], [action], [style])"),
    ]
      .filter(({ attributes }) => {
        const own = [...attributes].filter(({ name }) => /^(href|src|srcset|action|style)$/.test(name));
        return own.some(({ name, value }) => name !== "style" || !/^(flex-grow|--rows): \d+;$/.test(value));
      })
      .map(({ outerHTML }) => outerHTML),
    handlers: [...document.querySelectorAll("body *")]
      .filter(({ attributes }) => [...attributes].some(({ name }) => name.startsWith("on")))
      .map(({ outerHTML }) => outerHTML),
    links: [...document.querySelectorAll<HTMLElement>("[data-href]")]
      .map(({ dataset }) => dataset.href ?? "")
      .filter((href) => !/^(?:https?:\/\/|mailto:)\S+$/.test(href)),
    regions: document.querySelectorAll("[aria-label=Answer]").length,
    steps: document.querySelectorAll("[data-step]").length,
  }));
}

const harmless = { elements: [], addresses: [], handlers: [], links: [], regions: 1, steps: 1 };

for (const [family, texts] of Object.entries(attacks)) {
  test(`${family}, tried in every place: no dialog, no request, no policy violation`, async () => {
    const viewer = await openViewer({ width: 500, height: 900 });
    await viewer.send({ ...setup, opening: "expanded" });
    for (const text of texts) {
      await viewer.changes(hostileRun(text), { reset: true });
      await viewer.page.locator("#step-1").waitFor();
      assert.deepEqual(await looked(viewer), harmless, text);
      assert.deepEqual(viewer.trouble, [], text);
    }
    await viewer.close();
  });
}

test("what hides or turns text around is shown by its number, wherever it stands", async () => {
  const viewer = await openViewer({ width: 500, height: 900 });
  await viewer.send({ ...setup, opening: "expanded" });
  for (const [text, shown] of hiddenTexts) {
    await viewer.changes(hostileRun(text), { reset: true });
    for (const place of ["#step-1", ".step-head .title", ".answer .prose", ".notice", ".chip"]) {
      const words = (await viewer.page.locator(place).first().textContent()) ?? "";
      assert.ok(words.includes(shown), `${place}: ${JSON.stringify(words)} without ${shown}`);
    }
  }
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});

test("while it streams it is masked, and code is copied as it came", async () => {
  const viewer = await openViewer();
  const code = "if (user\u202E) {}";
  const [begin, open] = hostileRun("x");
  assert.ok(begin && open);
  await viewer.changes([begin, open, { op: "growStep", step: 1, text: code }]);
  assert.equal(await viewer.page.locator("#step-1").textContent(), "if (user¤) {}");
  await viewer.changes(hostileRun(`\`\`\`js\n${code}\n\`\`\``), { reset: true });
  await viewer.page.getByRole("button", { name: "Copy Code" }).first().click();
  assert.deepEqual((await viewer.posted()).at(-1), { type: "copy", text: code });
  await viewer.close();
});

test("joiners, selectors and directions that belong to a script or an emoji stay", async () => {
  const viewer = await openViewer();
  await viewer.send({ ...setup, opening: "expanded" });
  for (const text of honestTexts) {
    await viewer.changes(hostileRun(text), { reset: true });
    const words = await viewer.page.locator("#step-1").textContent();
    assert.equal(words?.trim(), text);
  }
  await viewer.close();
});

test("words that look like tags are not lost", async () => {
  const viewer = await openViewer();
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
  const viewer = await openViewer();
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

test("texts made to freeze leave the page alive, streaming and reopened", async () => {
  const viewer = await openViewer();
  await viewer.send({ ...setup, opening: "expanded" });
  const [begin, open] = hostileRun("bomb");
  assert.ok(begin && open);
  const close: Change = { op: "closeStep", step: 1, title: "bomb", kind: "check", at: 2 };
  const done: Change = { op: "status", status: { state: "done", finish: "stop" }, at: 3 };
  for (const [name, text] of Object.entries(bombs)) {
    await viewer.changes([begin, open, { op: "growStep", step: 1, text }], { reset: true });
    await viewer.changes([close, { op: "growAnswer", text }, done]);
    assert.equal(await viewer.page.locator(".words").textContent(), "Done", name);
    await viewer.changes([begin, open, { op: "growStep", step: 1, text }, close, done], { reset: true });
    assert.equal(await viewer.page.locator("#step-1").count(), 1, name);
    assert.deepEqual(viewer.trouble, [], name);
  }
  await viewer.close();
});

test("a message that is not the host's is ignored", async () => {
  const viewer = await openViewer();
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
