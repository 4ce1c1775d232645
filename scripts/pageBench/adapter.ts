import type { Change } from "../../src/core/run/change.ts";
import { protocolVersion, type ToView } from "../../src/protocol.ts";
import { themes } from "../../test/support/themes.ts";
import type { HostStart } from "./host.ts";
import type { Contender, Trace } from "./contender.ts";
import { tailOf } from "./tailOf.ts";
import { tapeBytes, tapeWriter } from "./tape.ts";

// Between the driver and a page that takes the host's messages, as our webview does. What VS Code's extension host
// does (splitting, coalescing) is done in a worker, so that the page's main thread does what a webview's does: it
// receives changes and shows them. Every page under measurement stands behind the same adapter.

/** What a harness that knows no `prepare` has: the saved run, and the way it opens it. */
interface OtherBench {
  trace: Trace;
  reopen: (limit: number) => Promise<unknown>;
}

declare global {
  interface Window {
    acquireVsCodeApi?: () => unknown;
    __bench?: OtherBench;
  }
}

/** As in `src/host/runFeed.ts`. */
const interval = Number(new URL(location.href).searchParams.get("interval") ?? 4);

const setup: ToView = {
  type: "setup",
  version: protocolVersion,
  endpoint: { name: "Bench", model: "bench-reasoner", sample: false, needsKey: false },
  opening: "latest",
  trusted: true,
};

const tape = new SharedArrayBuffer(tapeBytes);
const tell = tapeWriter(tape);
const host = new Worker("host.js");
const folded = foldedText();
let kept = () => {};

const receive = (data: ToView) => window.dispatchEvent(new MessageEvent("message", { data }));

host.addEventListener("message", ({ data }: MessageEvent<ToView | "kept">) => {
  if (data === "kept") return kept();
  if (data.type === "changes") folded.read(data.changes);
  receive(data);
});

/** Settles when the host has the saved run at hand. */
function keep({ reasoning, answer }: Trace): Promise<void> {
  tell("keep", `${reasoning}\0${answer}`);
  return new Promise((done) => (kept = done));
}

/** A saved run is in a host's journal as steps already, whoever measures how it is opened. */
function prepareFor(bench: OtherBench): void {
  const { reopen } = bench;
  bench.reopen = async (limit) => {
    await keep(bench.trace);
    return reopen(limit);
  };
}

const { __bench: otherBench } = window;
if (otherBench) prepareFor(otherBench);

const { style } = document.documentElement;
for (const [name, value] of Object.entries(themes.dark.colors)) style.setProperty(`--vscode-${name}`, value);
style.background = "var(--vscode-sideBar-background)";
window.acquireVsCodeApi ??= () => ({ postMessage() {}, getState() {}, setState() {} });

const contender: Contender = {
  push: tell,
  end: () => tell("end"),
  prepare: keep,
  load: () => tell("show"),
  tail(length) {
    const answer = document.querySelector<HTMLElement>(".answer");
    const text = answer && !answer.hidden ? answer : document.querySelector(".steps");
    const shown = text ? tailOf(text, length) : folded.received;
    return folded.text + shown;
  },
  get scroller() {
    return document.querySelector("main") ?? document.body;
  },
  ownsScroll: true,
  virtual: true,
  ready: new Promise((done) => {
    document.addEventListener("DOMContentLoaded", () => {
      document.body.classList.add(themes.dark.kind);
      receive(setup);
      const start: HostStart = { tape, interval };
      host.postMessage(start);
      requestAnimationFrame(() => done());
    });
  }),
};

// The second name is the one that the harness this contract comes from looks for.
Object.assign(window, { contender, __contender: contender });

/** The last words of the step that was folded last: a reader has them as a title, the document no longer. */
function foldedText(): {
  readonly text: string;
  /** The end of all that came, for a page that shows nothing. */
  readonly received: string;
  read: (changes: readonly Change[]) => void;
} {
  let before = "";
  let grown = "";
  let open = 0;
  const fold = (carry: number) => {
    const end = Math.max(0, grown.length - carry);
    before = grown.slice(0, end).slice(-600);
    grown = grown.slice(end);
  };
  return {
    get received() {
      return grown;
    },
    get text() {
      return before;
    },
    read(changes) {
      for (const change of changes) {
        if (change.op === "growStep" || change.op === "growAnswer")
          grown = (grown + change.text).slice(-4000);
        if (change.op === "openStep") fold(change.carry);
        if (change.op === "openStep") open = change.step;
        if (change.op === "closeStep" && change.step === open) fold(0);
      }
    },
  };
}
