import assert from "node:assert/strict";
import { test } from "node:test";
import type { Change } from "../../src/core/run/change.ts";
import { ended, thinking } from "./sampleRun.ts";
import { openViewer, type Viewer } from "./support.ts";

const answered = (text: string): Change[] => [...thinking(1), { op: "growAnswer", text }, ...ended()];
const prose = (viewer: Viewer) => viewer.page.locator(".answer .prose");
/** Waits until no formula is left to set. */
const set = (viewer: Viewer) => viewer.page.locator(".answer .tex.set").last().waitFor();

test("formulas become MathML, in lines and on lines of their own, in table, list and heading", async () => {
  const viewer = await openViewer();
  const text = [
    "# Of $n$",
    "So $E=mc^2$ and \\(\\frac{1}{2}\\), $\\boxed{42}$.",
    "$$\n\\begin{aligned}\na &= b \\\\\n- c &= d\n\\end{aligned}\n$$",
    "\\[ \\sum_{i=1}^n i \\]",
    "- $x \\le y$",
    "| $a$ |\n|---|\n| $b$ |",
  ].join("\n\n");
  await viewer.changes(answered(text), { reset: true });
  await set(viewer);
  assert.equal(await prose(viewer).locator("math").count(), 9);
  assert.equal(await prose(viewer).locator(".tex:not(.set)").count(), 0);
  assert.equal(await prose(viewer).locator("math[display=block]").count(), 2);
  assert.equal(await prose(viewer).locator("mfrac").count(), 1);
  assert.equal(
    await viewer.page.evaluate(() => document.querySelector("math")?.namespaceURI),
    "http://www.w3.org/1998/Math/MathML",
  );
  assert.equal(await prose(viewer).locator("[style], [href]").count(), 0);
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});

test("a formula on lines of its own may have blank lines, also while it comes; one that never ends is text", async () => {
  const viewer = await openViewer();
  const broken = "$$\nnever closed\n\n## A heading\n\nwords";
  await viewer.changes([...thinking(1), { op: "growAnswer", text: "So\n\n$$\n\na = b\n\n" }], {
    reset: true,
  });
  assert.equal(await prose(viewer).locator(".tex").count(), 0);
  await viewer.changes([{ op: "growAnswer", text: "+ c\n\n$$\n\nand\n\n\\[\nd\n\ne\n\\]\n\n" }]);
  await prose(viewer).locator("math[display=block]").first().waitFor();
  await viewer.changes([{ op: "growAnswer", text: broken }, ...ended()]);
  await prose(viewer).locator("h4", { hasText: "A heading" }).waitFor();
  await set(viewer);
  assert.equal(await prose(viewer).locator("math[display=block]").count(), 2);
  assert.match((await prose(viewer).textContent()) ?? "", /\$\$\s*never closed/);
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});

test("a closed step shows its formulas, a growing block shows their source", async () => {
  const viewer = await openViewer();
  const step: Change = { op: "growStep", step: 1, text: "\n\nSo $a^2$." };
  const kind = "frame";
  await viewer.changes([
    ...thinking(1),
    step,
    { op: "closeStep", step: 1, title: "One", kind, at: 9000 },
    { op: "growAnswer", text: "First $b$.\n\nSecond.\n\nThen $c$ and" },
  ]);
  await set(viewer);
  assert.deepEqual(await prose(viewer).locator(".tex").allTextContents(), ["b", "$c$"]);
  const head1 = viewer.page.locator("[data-step='1'] .step-head");
  if ((await head1.getAttribute("aria-expanded")) === "false") await head1.click();
  await viewer.page.locator("#step-1 math").waitFor();
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});

test("code stays code and money stays text, and without a formula the reader of formulas is not loaded", async () => {
  const viewer = await openViewer();
  const asked: string[] = [];
  viewer.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  const text =
    "From $5 and $6, US$7 to CA$8, $10-$20, `$x$`, $HOME:$PATH, \\$y\\$.\n\n```sh\necho $a $b$\n```\n";
  await viewer.changes(answered(text), { reset: true });
  assert.equal(await prose(viewer).locator("math, .tex").count(), 0);
  assert.match(
    (await prose(viewer).textContent()) ?? "",
    /From \$5 and \$6, US\$7 to CA\$8, \$10-\$20, \$x\$/,
  );
  assert.deepEqual(asked, []);
  await viewer.changes(answered("Now $x$."), { reset: true });
  await set(viewer);
  assert.deepEqual(asked, ["/temml.js"]);
  await viewer.close();
});

const refused: Record<string, string> = {
  "not TeX": "\\frac{1",
  "an unknown word": "\\nosuchword{x}",
  "an address": "\\href{javascript:alert(1)}{x}",
  "an address of its own": "\\url{javascript:alert(1)}",
  "a picture": "\\includegraphics[width=5em]{https://evil.example/p.png}",
  "a class": "\\class{pill}{x}",
  "an id": "\\cssId{strings}{x}",
  "a style": "\\style{position:fixed;inset:0}{x}",
  data: "\\data{href=javascript:alert(1)}{x}",
  "a bomb of macros": `\\def\\a{${"x".repeat(2000)}}${"\\a".repeat(400)}`,
  "an endless macro": "\\newcommand{\\a}{\\a\\a}\\a",
  "deep nesting": `${"\\sqrt{".repeat(400)}x${"}".repeat(400)}`,
  "deep brackets": `${"\\left(".repeat(200)}x${"\\right)".repeat(200)}`,
  "a letter that turns the line around": "\\text{a\u202Eb}",
  "100 KB": `x${" + 1".repeat(25_000)}`,
};

test("a formula that is not understood, refers to something or is made to freeze shows its source", async () => {
  const viewer = await openViewer();
  for (const [name, tex] of Object.entries(refused)) {
    await viewer.changes(answered(`$$${tex}$$\n\nAfter $z$.`), { reset: true });
    await set(viewer);
    assert.equal(await prose(viewer).locator("math").count(), 1, name);
    const shown = (await prose(viewer).textContent()) ?? "";
    assert.ok(shown.startsWith(`$$${tex.slice(0, 6)}`), `${name}: ${shown.slice(0, 80)}`);
    assert.deepEqual(viewer.trouble, [], name);
  }
  await viewer.close();
});

test("whatever a formula says, nothing but presentation comes of it", async () => {
  const viewer = await openViewer();
  for (const tex of [
    "\\text{<img src=x onerror=alert(1)>}",
    "\\text{</mtext></math><script>alert(1)</script>}",
    "\\text{<annotation-xml encoding='text/html'><style><img src=x onerror=alert(1)></style>}",
    "\\ref{javascript:alert(1)}",
    "\\label{strings} x \\tag{<b>}",
    "\\color{red}{\\colorbox{blue}{x}}",
    "\\hspace{-900em}x\\rule{900em}{900em}\\raisebox{900em}{y}\\llap{zzzzzzzz}",
    "\\verb|<svg onload=alert(1)>|",
    "\\begin{array}{|c|}\\hline <iframe src=x> \\\\ \\hline\\end{array}",
  ]) {
    await viewer.changes(answered(`Before $${tex}$ after $z$.`), { reset: true });
    await set(viewer);
    const found = await prose(viewer).evaluate((root) => ({
      strangers: root.querySelectorAll(
        "img, script, style, iframe, svg, a, annotation, annotation-xml, semantics",
      ).length,
      attributes: [...root.querySelectorAll("*")].flatMap(({ attributes }) =>
        [...attributes]
          .map(({ name }) => name)
          .filter((name) => /^(?:on|style$|href$|src$|id$|xlink)/.test(name)),
      ),
    }));
    assert.deepEqual(found, { strangers: 0, attributes: [] }, tex);
    assert.deepEqual(viewer.trouble, [], tex);
    const card = await viewer.page.locator("section.answer").boundingBox();
    assert.ok(card && card.width <= 400 && card.height < 400, `${tex}: ${JSON.stringify(card)}`);
  }
  await viewer.close();
});

test("thousands of formulas, some made to take long, are all set", async () => {
  const viewer = await openViewer();
  const slow = `$${"\\hat{".repeat(38)}x${"}".repeat(38)}${"\\sum_{i}".repeat(40)}$`;
  await viewer.changes(answered("Then $a$ and $b_1$.\n\n".repeat(1000) + `${slow}\n\n`.repeat(20)), {
    reset: true,
  });
  await viewer.page.waitForFunction(() => document.querySelectorAll(".answer .tex:not(.set)").length === 0);
  assert.equal(await prose(viewer).locator("math").count(), 2020);
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});

test("at 280 pixels a long formula scrolls within the answer", async () => {
  const viewer = await openViewer({ width: 280 });
  const long = Array.from({ length: 30 }, (_, index) => `x_{${index}}`).join("+");
  await viewer.changes(answered(`In line $${long}$ so.\n\n$$${long}$$\n\n- item $${long}$\n`), {
    reset: true,
  });
  await set(viewer);
  const scrolls = await prose(viewer).evaluate(
    (root) =>
      [...(root.parentElement?.querySelectorAll("p, .prose, .display") ?? [])].filter(
        (each) => each.scrollWidth > each.clientWidth + 1,
      ).length,
  );
  assert.equal(scrolls, 3);
  assert.equal(await viewer.page.evaluate(() => document.documentElement.scrollWidth), 280);
  assert.ok(((await prose(viewer).boundingBox())?.width ?? 999) < 280);
  await viewer.close();
});

test("the answer is copied as it was written", async () => {
  const viewer = await openViewer();
  const text = "So $E=mc^2$.";
  await viewer.changes(answered(text), { reset: true });
  await set(viewer);
  await viewer.page.getByRole("button", { name: "Copy Answer" }).click();
  assert.deepEqual((await viewer.posted()).at(-1), { type: "copy", text });
  await viewer.close();
});

test("tasks are boxes with words, and cannot be changed", async () => {
  const viewer = await openViewer();
  await viewer.changes(answered("- [ ] open\n- [x] done\n"), { reset: true });
  await viewer.page.getByRole("img", { name: "To do" }).click();
  const names = await prose(viewer)
    .locator(".task")
    .evaluateAll((all) => all.map((each) => each.getAttribute("title")));
  assert.deepEqual(names, ["To do", "Done"]);
  assert.equal(await prose(viewer).locator("input").count(), 0);
  await viewer.close();
});
