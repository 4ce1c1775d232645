import assert from "node:assert/strict";
import { test } from "node:test";
import type { Change, RunHead, RunStatus } from "../../src/core/run/change.ts";
import { failureTitle } from "../../src/core/run/failureWords.ts";
import { failureKinds } from "../../src/core/run/failure.ts";
import { failureCards } from "../../src/webview/run/failureCards.ts";
import { actionWords } from "../../src/webview/words/actionWords.ts";
import { answering, ended, head, sampleSteps, thinking, usage, wholeRun } from "./sampleRun.ts";
import { openViewer, setup, type Viewer } from "./support.ts";

const begin: Change = { op: "begin", version: 1, run: head };
const status = (to: RunStatus, at = 1000): Change => ({ op: "status", status: to, at });
const notice = (viewer: Viewer) => viewer.page.locator(".notice");

test("every failure has a card that says what happened, what was kept and what to do", async () => {
  const viewer = await openViewer({ width: 300 });
  for (const kind of failureKinds) {
    const failure = { kind, said: `the server's sentence about ${kind}`, seconds: 7 };
    await viewer.changes([begin, status({ state: "failed", failure })], { reset: true });
    const card = failureCards[kind];
    const text = (await notice(viewer).textContent()) ?? "";
    for (const part of [
      failureTitle(failure, String),
      card.text(failure),
      failure.said,
      "your question is kept",
    ]) {
      assert.ok(text.includes(part), `${kind}: ${text}`);
    }
    for (const action of card.actions) {
      await notice(viewer).getByRole("button", { name: actionWords[action].label() }).click();
      assert.deepEqual((await viewer.posted()).at(-1), { type: "act", action }, kind);
    }
    await viewer.changes([...thinking(3), status({ state: "cutOff", failure }, 9000)], { reset: true });
    assert.match((await notice(viewer).textContent()) ?? "", /What came is kept: 3 steps\./, kind);
    assert.equal(await viewer.page.locator("[data-step]").count(), 3, kind);
    assert.equal(await viewer.page.locator(".words").textContent(), "Cut off");
  }
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});

const said: Record<string, { changes: Change[]; elapsed?: number; expected: RegExp; button?: string }> = {
  queued: {
    changes: [begin, status({ state: "waiting", queued: true })],
    elapsed: 40_000,
    expected: /The server is queueing this request, 40 s so far/,
    button: "Stop",
  },
  "trying again": {
    changes: [
      begin,
      status({ state: "waiting", retryInSeconds: 20, failure: { kind: "rateLimit", status: 429 } }, 5000),
    ],
    elapsed: 10_000,
    expected: /Trying again in 15 s.*Too many requests/,
    button: "Stop",
  },
  "budget spent while thinking": {
    changes: [...thinking(4), usage, status({ state: "done", finish: "length" })],
    expected: /The budget ran out while thinking/,
    button: "Answer Now",
  },
  "answer cut at the limit": {
    changes: [...thinking(4), { op: "growAnswer", text: "So" }, status({ state: "done", finish: "length" })],
    expected: /The answer ends at the token limit/,
    button: "Raise the Limit",
  },
  "no answer": {
    changes: [...thinking(2), status({ state: "done", finish: "stop" })],
    expected: /without an answer/,
    button: "Ask Again",
  },
  nothing: {
    changes: [begin, status({ state: "done", finish: "stop" })],
    expected: /The model sent nothing/,
    button: "Ask Again",
  },
  "stopped at once": {
    changes: [begin, status({ state: "stopped" })],
    expected: /Stopped.*Nothing had come yet/,
    button: "Ask Again",
  },
  filtered: {
    changes: [begin, status({ state: "done", finish: "content_filter" })],
    expected: /filter ended the answer/,
    button: "Ask Again",
  },
};

for (const [name, { changes, elapsed = 1000, expected, button }] of Object.entries(said)) {
  test(`it is said in words, with the next action: ${name}`, async () => {
    const viewer = await openViewer();
    await viewer.changes(changes, { reset: true, elapsed });
    assert.match((await notice(viewer).textContent()) ?? "", expected);
    if (button) assert.ok(await viewer.page.getByRole("button", { name: button }).first().isVisible());
    assert.ok(
      (await viewer.page.getByRole("button", { name: "Ask Again" }).count()) <= 1,
      "one Ask Again at most",
    );
    await viewer.close();
  });
}

test("an answer without reasoning says so; hidden reasoning is named with its tokens", async () => {
  const viewer = await openViewer();
  const answer: Change = { op: "growAnswer", text: "Yes." };
  await viewer.changes([begin, answer, status({ state: "done", finish: "stop" })], { reset: true });
  assert.ok(await viewer.page.getByText("This answer came without reasoning.").isVisible());
  await viewer.changes([begin, answer, ...ended()], { reset: true });
  assert.ok(await viewer.page.getByText("1,920 tokens of it were spent").isVisible());
  await viewer.close();
});

test("a recorded run says so, everywhere it shows", async () => {
  const words = "Sample: a recorded trace, no model";
  const viewer = await openViewer();
  await viewer.send({ ...setup, endpoint: { ...setup.endpoint, sample: true } });
  assert.ok(await viewer.page.getByText(words).isVisible());
  await viewer.changes(thinking(2, { ...head, sample: true }));
  assert.ok(await viewer.page.getByText(words).isVisible());
  assert.equal(await viewer.page.getByText("deepseek-flash").count(), 0);
  await viewer.close();
});

test("without trust nothing can be asked", async () => {
  const viewer = await openViewer();
  await viewer.send({ ...setup, trusted: false });
  assert.ok(await viewer.page.getByRole("textbox").isDisabled());
  await viewer.page.getByRole("button", { name: "Manage Workspace Trust" }).click();
  assert.deepEqual((await viewer.posted()).at(-1), { type: "act", action: "manageTrust" });
  await viewer.changes(wholeRun(), { reset: true });
  assert.equal(await viewer.page.getByRole("button", { name: "Ask Again" }).count(), 0);
  assert.ok(await viewer.page.getByRole("button", { name: "Manage Workspace Trust" }).isVisible());
  await viewer.close();
});

test("buttons and boxes post what they promise", async () => {
  const viewer = await openViewer({ height: 1200 });
  await viewer.changes(thinking(sampleSteps.length));
  await viewer.page.getByRole("button", { name: "Stop" }).click();
  await viewer.page.locator(".chip").click();
  await viewer.page.getByRole("button", { name: "Open in Editor" }).click();
  await viewer.changes([...answering(), ...ended()]);
  await viewer.page.getByRole("button", { name: "Copy Code" }).click();
  const code = (await viewer.posted()).at(-1);
  assert.ok(
    code?.type === "copy" && code.text.startsWith("const match =") && code.text.endsWith("?? start);"),
  );
  const box = viewer.page.getByRole("textbox");
  await box.fill("and zero?");
  await box.press("Shift+Enter");
  await box.pressSequentially("really");
  await box.press("Enter");
  const posted = await viewer.posted();
  assert.deepEqual(posted.slice(0, 4), [
    { type: "ready" },
    { type: "act", action: "stop" },
    { type: "reveal", uri: "file:///ws/src/range.ts", startLine: 12, endLine: 24 },
    { type: "act", action: "openInEditor" },
  ]);
  assert.deepEqual(posted.at(-1), { type: "followUp", question: "and zero?\nreally" });
  await viewer.changes(thinking(1, { ...head, id: "2", intent: "ask", question: "and zero?\nreally" }));
  assert.equal(await box.inputValue(), "");
  await box.fill("too early");
  await box.press("Enter");
  assert.equal((await viewer.posted()).filter(({ type }) => type === "followUp").length, 1);
  await viewer.close();
});

test("while it thinks the answer can be had now; the run says how it was", async () => {
  const viewer = await openViewer({ width: 280 });
  const answerNow = viewer.page.locator(".status-line").getByRole("button", { name: "Answer Now" });
  await viewer.changes([begin, status({ state: "waiting" }, 0)], { reset: true });
  assert.equal(await answerNow.count(), 0, "nothing is thought yet");
  await viewer.changes(thinking(4), { reset: true });
  await viewer.page.locator('[data-step="2"] .step-head').click();
  await answerNow.click();
  assert.deepEqual((await viewer.posted()).at(-1), { type: "act", action: "answerNow" });
  const request = { url: "https://api.deepseek.com/beta/chat/completions", headers: [], body: {} };
  const last = sampleSteps[3];
  assert.ok(last);
  const paid = { promptTokens: 400, completionTokens: 900 };
  await viewer.changes([
    { op: "closeStep", step: 4, title: last.title, kind: last.kind, at: 14_000 },
    { op: "answerNow", how: "answerContinued", request, after: 4, paid },
    status({ state: "waiting" }, 14_000),
  ]);
  assert.equal(await answerNow.count(), 0);
  assert.match((await notice(viewer).textContent()) ?? "", /Thinking is broken off; waiting for the answer/);
  assert.match((await viewer.page.locator("[role=status]").textContent()) ?? "", /Thinking is broken off/);
  assert.ok(await viewer.page.getByText("its thinking was closed here and the answer begun").isVisible());
  await viewer.changes([status({ state: "waiting", queued: true }, 14_000)], { elapsed: 17_000 });
  assert.match((await notice(viewer).textContent()) ?? "", /queueing this request, 3 s so far/);
  const answered: Change = { op: "growAnswer", text: "It is off by one." };
  await viewer.changes([status({ state: "answering" }, 15_000), answered, ...ended()]);
  assert.equal(await viewer.page.locator("[data-step]").count(), 4, "the steps stay");
  assert.equal(
    await viewer.page.locator('[data-step="2"] .step-head').getAttribute("aria-expanded"),
    "true",
    "and so do the reader's folds",
  );
  const facts = (await viewer.page.locator(".facts").textContent()) ?? "";
  assert.match(facts, /≈ 3,040 tokens/, "two requests, the first one's tokens estimated");
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});

test("a thought without an answer offers one, an answer does not", async () => {
  const viewer = await openViewer();
  const ends: RunStatus[] = [
    { state: "stopped" },
    { state: "cutOff", failure: { kind: "dropped" } },
    { state: "done", finish: "length" },
    { state: "done", finish: "stop" },
  ];
  for (const end of ends) {
    await viewer.changes([...thinking(3), status(end, 9000)], { reset: true });
    await notice(viewer).getByRole("button", { name: "Answer Now" }).click();
    assert.deepEqual((await viewer.posted()).at(-1), { type: "act", action: "answerNow" }, end.state);
    const text: Change = { op: "growAnswer", text: "So" };
    await viewer.changes([...thinking(3), text, status(end, 9000)], { reset: true });
    assert.equal(await viewer.page.getByRole("button", { name: "Answer Now" }).count(), 0, end.state);
  }
  await viewer.close();
});

test("going in circles is said calmly while it thinks, told once, and noted afterwards", async () => {
  const viewer = await openViewer();
  await viewer.changes(thinking(6), { reset: true });
  await viewer.changes([{ op: "circling", since: 3 }]);
  const words = "It seems to go in circles since step 3";
  assert.ok((await notice(viewer).textContent())?.startsWith(words));
  assert.equal(await viewer.page.locator("[role=status]").textContent(), words);
  assert.equal(await viewer.page.getByRole("dialog").count(), 0);
  for (const [name, action] of [
    ["Answer Now", "answerNow"],
    ["Stop", "stop"],
  ] as const) {
    await notice(viewer).getByRole("button", { name }).click();
    assert.deepEqual((await viewer.posted()).at(-1), { type: "act", action });
  }
  await viewer.changes([{ op: "growStep", step: 6, text: "And again." }]);
  assert.equal(await viewer.page.locator("[role=status]").textContent(), words, "not told again");
  await viewer.changes([...answering(), ...ended()]);
  assert.equal(await notice(viewer).count(), 0);
  assert.ok(await viewer.page.getByText("From step 3 on it seemed to go in circles.").isVisible());
  await viewer.close();
});

test("where only the sample is, the way to an endpoint of one's own stands beside it", async () => {
  const viewer = await openViewer();
  const endpoint = { ...setup.endpoint, name: "Sample", sample: true };
  await viewer.send({ ...setup, endpoint });
  await viewer.page.getByRole("button", { name: "Add Endpoint" }).click();
  assert.deepEqual((await viewer.posted()).at(-1), { type: "act", action: "addEndpoint" });
  const fault = "There is no endpoint called Gone.";
  await viewer.send({ ...setup, endpoint: { ...endpoint, fault } });
  assert.ok(await viewer.page.getByText(fault).isVisible());
  assert.equal(await viewer.page.getByRole("button", { name: "Find Bugs" }).count(), 0);
  await viewer.close();
});

test("when the shown run is cleared, the page is empty and the next question a new one", async () => {
  const viewer = await openViewer();
  await viewer.changes(wholeRun(), { reset: true });
  await viewer.changes([], { reset: true });
  assert.equal(
    await viewer.page.locator("[data-step], .answer:visible, .question:visible, .reasoning:visible").count(),
    0,
  );
  assert.ok(await viewer.page.getByRole("region", { name: "Welcome" }).isVisible());
  const box = viewer.page.getByRole("textbox");
  assert.ok(await box.evaluate((element) => element === document.activeElement), "ready to be written to");
  await box.fill("what else?");
  await box.press("Enter");
  assert.deepEqual((await viewer.posted()).at(-1), { type: "ask", question: "what else?" });
  await viewer.close();
});

test("titles by the model take the place of a step's own, as plain text, and give it back", async () => {
  const viewer = await openViewer();
  await viewer.changes(wholeRun(), { reset: true });
  const title = (step: number) => viewer.page.locator(`[data-step="${step}"] .title`).textContent();
  await viewer.changes([
    {
      op: "retitle",
      titles: [
        [1, "<b>Read</b> the [task](x)"],
        [3, "Plan the cases"],
      ],
    },
  ]);
  assert.deepEqual(
    [await title(1), await title(2), await title(3)],
    ["<b>Read</b> the [task](x)", sampleSteps[1]?.title, "Plan the cases"],
  );
  await viewer.page.getByRole("button", { name: "Copy Reasoning" }).click();
  const copied = (await viewer.posted()).at(-1);
  assert.ok(copied?.type === "copy" && copied.text.includes("## 3. Plan the cases"));
  await viewer.changes([{ op: "retitle", titles: [] }]);
  assert.deepEqual([await title(1), await title(3)], [sampleSteps[0]?.title, sampleSteps[2]?.title]);
  assert.deepEqual(viewer.trouble, []);
  await viewer.close();
});

test("where no run is shown yet, a question is a new one", async () => {
  const viewer = await openViewer();
  await viewer.page.getByRole("textbox").fill("what is this?");
  await viewer.page.getByRole("textbox").press("Enter");
  assert.deepEqual((await viewer.posted()).at(-1), { type: "ask", question: "what is this?" });
  await viewer.close();
});

test("a run that kept something can be taken up again: stopped, cut off, out of budget", async () => {
  const viewer = await openViewer();
  const ends: RunStatus[] = [
    { state: "stopped" },
    { state: "cutOff", failure: { kind: "dropped" } },
    { state: "done", finish: "length" },
  ];
  for (const end of ends) {
    await viewer.changes([...thinking(3), status(end, 9000)], { reset: true });
    await notice(viewer).getByRole("button", { name: "Resume" }).click();
    assert.deepEqual((await viewer.posted()).at(-1), { type: "act", action: "resume" }, end.state);
  }
  await viewer.changes([begin, status({ state: "failed", failure: { kind: "network" } })], { reset: true });
  assert.equal(await viewer.page.getByRole("button", { name: "Resume" }).count(), 0, "nothing to take up");
  await viewer.close();
});

test("a run says where it comes from, what it cost, and shows its whole request", async () => {
  const viewer = await openViewer({ width: 700 });
  const turn = { question: "Why?", reasoning: "", answer: "So." };
  const request = {
    url: "https://api.deepseek.com/chat/completions",
    headers: [],
    body: {},
  } satisfies RunHead["request"];
  const price = { input: 1, output: 100 };
  const asked: RunHead = { ...head, earlier: [turn, turn], resumed: "askedAgain", request, price };
  await viewer.changes(thinking(3, asked), { reset: true });
  for (const words of ["2 earlier questions went along", "with its earlier thoughts quoted"]) {
    assert.ok(await viewer.page.getByText(words).isVisible(), words);
  }
  const facts = viewer.page.locator(".facts");
  assert.match((await facts.textContent()) ?? "", /≈ \$0\.\d+/);
  await viewer.changes([
    { op: "usage", usage: { promptTokens: 0, completionTokens: 30_000 } },
    status({ state: "done", finish: "stop" }, 9000),
  ]);
  assert.match((await facts.textContent()) ?? "", /· \$3\.00/);
  const tip = await viewer.page.locator(".step-head").first().getAttribute("title");
  assert.match(tip ?? "", /≈ \d+ tokens · ≈ \$0\.\d+$/);
  const question = await viewer.page.locator(".asked h1").boundingBox();
  assert.ok(question && question.height > 10, "what was asked is in sight");
  await viewer.page.locator(".asked-words").click();
  await viewer.page.getByRole("button", { name: "Show Request" }).click();
  assert.deepEqual((await viewer.posted()).at(-1), { type: "act", action: "showRequest" });
  await viewer.close();
});

test("Enter that ends an input method's composition sends nothing", async () => {
  const viewer = await openViewer();
  await viewer.page.getByRole("textbox").fill("为什么");
  await viewer.page.getByRole("textbox").evaluate((box) => {
    box.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", isComposing: true, bubbles: true }));
  });
  assert.equal((await viewer.posted()).filter(({ type }) => type === "ask").length, 0);
  await viewer.close();
});

test("the status region tells of steps, answer and end, never of tokens", async () => {
  const viewer = await openViewer();
  await viewer.page.evaluate(() => {
    const told: string[] = [];
    const region = document.querySelector("[role=status]");
    if (!region) throw new Error("no status region");
    new MutationObserver(() => told.push(region.textContent)).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    Object.assign(window, { told });
  });
  const [first, ...rest] = [...thinking(3), ...answering(), ...ended()];
  assert.ok(first);
  // The host sends a new run's beginning as a reset.
  await viewer.changes([first], { reset: true });
  for (const change of rest) await viewer.changes([change]);
  const told: unknown = await viewer.page.evaluate(() => Reflect.get(window, "told"));
  assert.ok(Array.isArray(told) && told.length <= 8, JSON.stringify(told));
  assert.deepEqual(
    [told[0], told.at(-2), told.at(-1)],
    ["Asked. Waiting for the model.", "The answer begins.", "Done"],
  );
  await viewer.close();
});
