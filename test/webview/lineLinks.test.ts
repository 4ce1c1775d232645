import assert from "node:assert/strict";
import { test } from "node:test";
import type { Change, RunHead } from "../../src/core/run/change.ts";
import { head } from "./sampleRun.ts";
import { openViewer, type Viewer } from "./support.ts";

const answer = [
  "On line 14, in **lines 15–16** and `range.ts:17` it fails; `line 18` is code.",
  "",
  "- [line 19](https://e.org) and https://e.org/line?L14 are links, $L_{line 14}$ is a formula",
  "",
  "```",
  "// line 20",
  "```",
].join("\n");

function run(about: RunHead): Change[] {
  return [
    { op: "begin", version: 1, run: about },
    { op: "openStep", step: 1, title: "Look", kind: "check", carry: 0, at: 0 },
    { op: "growStep", step: 1, text: "第 14 行 again, line\u200b 15." },
    { op: "closeStep", step: 1, title: "Look", kind: "check", at: 10 },
    { op: "growAnswer", text: answer },
    { op: "status", status: { state: "done", finish: "stop" }, at: 20 },
  ];
}

const links = (viewer: Viewer) => viewer.page.locator("[data-lines]");
const reveals = async (viewer: Viewer) =>
  (await viewer.posted()).flatMap((message) => (message.type === "reveal" ? [message] : []));
const { uri = "" } = head.context ?? {};

test("lines named in an answer and in a closed step lead to the editor, by mouse and by keyboard", async () => {
  const viewer = await openViewer();
  await viewer.changes(run(head), { reset: true });
  await viewer.page.keyboard.press("e");
  await viewer.page.locator(".step-body [data-lines]").waitFor();
  assert.deepEqual(await links(viewer).allTextContents(), [
    "line 14",
    "lines 15–16",
    "range.ts:17",
    "第 14 行",
  ]);
  await viewer.page.getByRole("link", { name: "line 14" }).click();
  await viewer.page.getByRole("link", { name: "line 14" }).focus();
  await viewer.page.keyboard.press("Tab");
  await viewer.page.keyboard.press("Enter");
  assert.deepEqual(await reveals(viewer), [
    { type: "reveal", uri, startLine: 14, endLine: 14 },
    { type: "reveal", uri, startLine: 15, endLine: 16 },
  ]);
  assert.match(
    (await viewer.page.locator(".answer .prose").innerText()) ?? "",
    /^On line 14, in lines 15–16/,
  );
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});

test("a follow-up leads to the code of its conversation; without code no line is a link", async () => {
  const viewer = await openViewer();
  const { context, ...without } = head;
  assert.ok(context);
  await viewer.changes(run({ ...without, about: context }), { reset: true });
  await viewer.page.getByRole("link", { name: "line 14" }).click();
  await viewer.page.getByRole("button", { name: "Show src/range.ts:12–24 in the editor" }).click();
  assert.deepEqual(
    (await reveals(viewer)).map(({ startLine, endLine }) => [startLine, endLine]),
    [
      [14, 14],
      [12, 24],
    ],
  );
  await viewer.changes(run(without), { reset: true });
  assert.equal(await links(viewer).count(), 0);
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});
