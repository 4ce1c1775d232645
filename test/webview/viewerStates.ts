import type { Page } from "playwright-core";
import type { Change, RunHead, RunStatus } from "../../src/core/run/change.ts";
import { answering, ended, head, sampleSteps, thinking, usage, wholeRun } from "./sampleRun.ts";
import { setup, type Viewer } from "./support.ts";

/** One state a reader may find the page in, and how it comes about. */
export interface ViewerState {
  setup?: Partial<typeof setup>;
  changes?: readonly Change[];
  elapsed?: number;
  /** What the reader then does. */
  act?: (page: Page) => Promise<unknown>;
}

const begin: Change = { op: "begin", version: 1, run: head };
const status = (to: RunStatus, at = 1000): Change => ({ op: "status", status: to, at });
const failed = (failure: Extract<RunStatus, { state: "failed" }>["failure"]) => ({
  changes: [begin, status({ state: "failed", failure })],
});
const long: RunHead = {
  ...head,
  intent: "ask",
  question: "Is parseRange right for all it may be given? ".repeat(6),
};

/** A long trace with phases and every mark a step can bear. */
function marked(): Change[] {
  const [begun, ...rest] = thinking(sampleSteps.length, long);
  const again = sampleSteps.map(({ title, kind, text }, index): Change[] => [
    { op: "openStep", step: 12 + index, title, kind, carry: 0, at: 40_000 + index },
    { op: "growStep", step: 12 + index, text },
    {
      op: "closeStep",
      step: 12 + index,
      title,
      kind,
      at: 41_000 + index,
      ...(kind === "check" && { doubts: true as const }),
      ...(kind === "backtrack" && { givesUp: 5 }),
      ...(kind === "conclude" && { repeats: 11 }),
    },
  ]);
  const last = sampleSteps[10];
  if (!begun || !last) throw new Error("the sample has no steps");
  const close: Change = { op: "closeStep", step: 11, title: last.title, kind: last.kind, at: 39_000 };
  const phases: Change = {
    op: "phases",
    phases: [
      { from: 1, title: "Understand the function and the call" },
      { from: 4, title: "First attempt: the bounds" },
      { from: 12, title: "Second attempt: negative numbers" },
    ],
  };
  return [begun, ...rest, close, ...again.flat(), phases];
}

/** What a reader may have said of the steps of a long run. */
const judged: Change[] = [
  { op: "judge", step: 2, verdict: "right" },
  { op: "judge", step: 4, verdict: "wrong" },
  { op: "judge", step: 5, verdict: "unsure" },
  { op: "judge", step: 16, verdict: "wrong" },
];

export const viewerStates: Readonly<Record<string, ViewerState>> = {
  welcome: {},
  "welcome, sample": { setup: { endpoint: { ...setup.endpoint, name: "Sample", sample: true } } },
  "no key": { setup: { endpoint: { ...setup.endpoint, needsKey: true } } },
  untrusted: { setup: { trusted: false } },
  waiting: { changes: [begin, status({ state: "waiting" }, 0)] },
  queued: { changes: [begin, status({ state: "waiting", queued: true }, 0)], elapsed: 40_000 },
  "trying again": {
    changes: [
      begin,
      status({ state: "waiting", retryInSeconds: 20, failure: { kind: "rateLimit", status: 429 } }),
    ],
    elapsed: 4000,
  },
  thinking: { changes: thinking(7), elapsed: 25_000 },
  circling: { changes: [...thinking(7), { op: "circling", since: 3 }], elapsed: 25_000 },
  answering: { changes: [...thinking(sampleSteps.length), ...answering(600)], elapsed: 45_000 },
  done: { changes: wholeRun() },
  "done, all open": { changes: wholeRun(), act: (page) => page.keyboard.press("e") },
  "long, with phases and marks": { changes: [...marked(), ...answering(), ...ended()] },
  "long, with verdicts": { changes: [...marked(), ...answering(), ...ended(), ...judged] },
  "long, with verdicts, all open": {
    changes: [...marked(), ...answering(), ...ended(), ...judged],
    act: (page) => page.keyboard.press("e"),
  },
  "long, all open": {
    changes: [...marked(), ...answering(), ...ended()],
    act: (page) => page.keyboard.press("e"),
  },
  stopped: { changes: [...thinking(4), status({ state: "stopped" }, 14_000)] },
  "cut off": { changes: [...thinking(4), status({ state: "cutOff", failure: { kind: "dropped" } }, 14_000)] },
  "no key accepted": failed({ kind: "unauthorized", status: 401, said: "Authentication Fails" }),
  "no balance": failed({ kind: "balance", status: 402 }),
  refused: failed({ kind: "badRequest", status: 400, said: "The model does not take `effort`." }),
  unreachable: failed({ kind: "network", said: "connect ECONNREFUSED" }),
  "budget spent": { changes: [...thinking(4), usage, status({ state: "done", finish: "length" })] },
  "without reasoning": {
    changes: [begin, { op: "growAnswer", text: "Yes." }, status({ state: "done", finish: "stop" })],
  },
  "reasoning hidden": { changes: [begin, { op: "growAnswer", text: "Yes." }, ...ended()] },
  "menu open": { changes: wholeRun(), act: (page) => page.locator("[aria-haspopup=menu]").click() },
  finding: { changes: wholeRun(), act: (page) => look(page, "negative", /1\D+4|4\D+1/) },
  "finding nothing": { changes: wholeRun(), act: (page) => look(page, "nowhere at all", /^\D+$/) },
  "plain text, all open": {
    changes: wholeRun(),
    async act(page) {
      await page.keyboard.press("Escape");
      await page.locator(".step-head").first().focus();
      await page.keyboard.press("r");
      await page.keyboard.press("e");
    },
  },
  // The last two: the filter and the dialog stay.
  "judged wrong only": {
    changes: [...marked(), ...answering(), ...ended(), ...judged],
    act: (page) => page.locator(".kind-chip", { has: page.locator("[data-verdict=wrong]") }).click(),
  },
  "all keys": { changes: wholeRun(), act: (page) => page.keyboard.press("?") },
};

async function look(page: Page, words: string, count: RegExp): Promise<void> {
  await page.keyboard.press("Control+f");
  await page.locator(".find-query").fill(words);
  await page.locator(".find-count", { hasText: count }).waitFor();
}

/** Brings the page into a state. */
export async function showState(viewer: Viewer, state: ViewerState): Promise<void> {
  await viewer.send({ ...setup, ...state.setup });
  await viewer.changes([...(state.changes ?? [])], { reset: true, elapsed: state.elapsed ?? 0 });
  await state.act?.(viewer.page);
}
