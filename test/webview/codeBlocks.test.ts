import assert from "node:assert/strict";
import { test } from "node:test";
import type { Change, RunHead } from "../../src/core/run/change.ts";
import { ended, head, thinking, wholeRun } from "./sampleRun.ts";
import { themes } from "../support/themes.ts";
import { openViewer } from "./support.ts";

const code = "const a = 1;\n\n  b();";
const answered = (text: string, run: RunHead = head): Change[] => [
  ...thinking(1, run),
  { op: "growAnswer", text },
];
const block = `\`\`\`ts\n${code}\n\`\`\`\n`;
const actions = ["Replace Selection…", "Insert at Cursor", "Open as File", "Copy Code"];

test("each button of a code block posts the whole code, and open its language too", async () => {
  const viewer = await openViewer();
  await viewer.changes([...answered(block), ...ended()], { reset: true });
  const bar = viewer.page.getByRole("region", { name: "Answer" }).locator(".code-bar");
  assert.deepEqual(
    await bar.getByRole("button").evaluateAll((all) => all.map((each) => each.ariaLabel)),
    actions,
  );
  for (const name of actions) await bar.getByRole("button", { name }).click();
  assert.deepEqual((await viewer.posted()).slice(-4), [
    { type: "replaceSelection", code },
    { type: "insertCode", code },
    { type: "openCode", code, language: "ts" },
    { type: "copy", text: code },
  ]);
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});

test("nothing can be replaced where nothing was selected", async () => {
  const { context, ...bare } = head;
  assert.ok(context);
  const viewer = await openViewer();
  const others: RunHead[] = [bare, { ...head, context: { ...context, scope: "visible" } }];
  for (const run of others) {
    await viewer.changes([...answered(block, run), ...ended()], { reset: true });
    const names = await viewer.page
      .locator(".answer .code-bar button")
      .evaluateAll((all) => all.map((each) => each.ariaLabel));
    assert.deepEqual(names, actions.slice(1), JSON.stringify(run.context));
  }
  await viewer.close();
});

test("a block has no buttons while it grows, and the code of a thought can only be copied", async () => {
  const viewer = await openViewer();
  const buttons = viewer.page.locator(".answer .code-bar button");
  await viewer.changes(answered(block.slice(0, -4)), { reset: true });
  assert.equal(await viewer.page.locator(".answer .code").count(), 1);
  assert.equal(await buttons.count(), 0);
  await viewer.changes([{ op: "growAnswer", text: "```\n\nAfter.\n" }]);
  // A block that was dear to draw waits a little before it is drawn again.
  await buttons.first().waitFor();
  assert.equal(await buttons.count(), 4);
  await viewer.changes(wholeRun(), { reset: true });
  await viewer.page.locator("[data-step='4'] .step-head").click();
  assert.deepEqual(
    await viewer.page
      .locator("#step-4 .code-bar button")
      .evaluateAll((all) => all.map((each) => each.ariaLabel)),
    ["Copy Code"],
  );
  await viewer.close();
});

test("where it is narrow the buttons are icons that keep their names", async () => {
  for (const [width, worded] of [
    [280, false],
    [500, true],
  ] as const) {
    const viewer = await openViewer({ width });
    await viewer.changes([...answered(block), ...ended()], { reset: true });
    const bar = viewer.page.locator(".answer .code-bar");
    assert.equal(await bar.getByText("Replace Selection…").isVisible(), worded, String(width));
    for (const name of actions)
      assert.ok(await bar.getByRole("button", { name }).isVisible(), `${name} ${width}`);
    const overflow = await bar.evaluate((each) => each.scrollWidth - each.clientWidth);
    assert.equal(overflow, 0, String(width));
    await viewer.close();
  }
});

test("code takes the colours of another theme at once, without being drawn again", async () => {
  const viewer = await openViewer();
  await viewer.changes([...answered(block), ...ended()], { reset: true });
  const colour = (part: string) =>
    viewer.page
      .locator(`.answer ${part}`)
      .first()
      .evaluate((each) => getComputedStyle(each).color);
  const dark = await colour(".hljs-keyword");
  await viewer.page.locator(".answer pre").evaluate((each) => each.classList.add("same"));
  await viewer.page.evaluate(({ kind, colors }) => {
    document.body.className = kind;
    for (const [name, value] of Object.entries(colors))
      document.documentElement.style.setProperty(`--vscode-${name}`, value);
  }, themes.light);
  assert.notEqual(await colour(".hljs-keyword"), dark);
  const light = await openViewer({ theme: "light" });
  await light.changes([...answered(block), ...ended()], { reset: true });
  for (const part of [".hljs-keyword", ".hljs-number", "code"]) {
    const expected = light.page.locator(`.answer ${part}`).first();
    assert.equal(await colour(part), await expected.evaluate((each) => getComputedStyle(each).color), part);
  }
  assert.equal(await viewer.page.locator(".answer pre.same").count(), 1);
  await light.close();
  await viewer.close();
});
