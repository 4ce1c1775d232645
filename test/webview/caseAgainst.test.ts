import assert from "node:assert/strict";
import { test } from "node:test";
import { answering, ended, head, sampleSteps, thinking, wholeRun } from "./sampleRun.ts";
import { openViewer, setup, type Viewer } from "./support.ts";

const against = (viewer: Viewer) =>
  viewer.page.getByRole("region", { name: "Answer" }).getByRole("button", { name: "Case Against" });
const acts = async (viewer: Viewer) =>
  (await viewer.posted()).flatMap((message) => (message.type === "act" ? [message.action] : []));

test("a finished answer offers the case against it, and moves nothing by that", async () => {
  const viewer = await openViewer({ height: 900 });
  const copy = viewer.page.getByRole("button", { name: "Copy Answer" });
  await viewer.changes([...thinking(sampleSteps.length), ...answering()]);
  assert.equal(await against(viewer).isVisible(), false);
  const before = await copy.boundingBox();
  await viewer.changes(ended());
  await against(viewer).waitFor();
  assert.deepEqual(await copy.boundingBox(), before);
  await against(viewer).click();
  assert.deepEqual(await acts(viewer), ["caseAgainst"]);
  await viewer.close();
});

test("it is not offered where no model can argue, and the next question takes it away", async () => {
  const viewer = await openViewer({ height: 900 });
  await viewer.changes(wholeRun(), { reset: true });
  await against(viewer).waitFor();
  await viewer.changes(wholeRun({ ...head, id: "2", sample: true }), { reset: true });
  await viewer.page.getByText("Sample: a recorded trace, no model").waitFor();
  assert.equal(await against(viewer).isVisible(), false);
  await viewer.changes(wholeRun({ ...head, id: "3" }), { reset: true });
  await against(viewer).waitFor();
  await viewer.changes(thinking(3, { ...head, id: "4" }), { reset: true });
  assert.equal(await against(viewer).isVisible(), false);
  await viewer.close();
});

test("where nothing may be sent it is not offered", async () => {
  const viewer = await openViewer({ height: 900 });
  await viewer.send({ ...setup, trusted: false });
  await viewer.changes(wholeRun(), { reset: true });
  assert.equal(await against(viewer).isVisible(), false);
  await viewer.close();
});

test("the run that argues is a follow-up with words of its own; what was sent can be read", async () => {
  const viewer = await openViewer({ height: 900 });
  const earlier = [{ question: head.sent, reasoning: "Hm.", answer: "Yes." }];
  const sent = "Make the case against your last answer.";
  const run = { ...head, id: "2", intent: "caseAgainst" as const, question: sent, sent, earlier };
  await viewer.changes(wholeRun(run), { reset: true });
  const asked = viewer.page.getByRole("button", { name: "Case against this answer" });
  await asked.click();
  assert.equal(await viewer.page.locator("pre.sent").textContent(), sent);
  await viewer.page.getByText("A follow-up; 1 earlier question went along").waitFor();
  await viewer.close();
});
