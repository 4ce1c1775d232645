import { firstMark, type Corpus } from "./corpus.ts";
import type { Fed, FeedStart } from "./feed.ts";

/** Runs in every page: feeds the contender and looks, once a frame, at how far the document has got. */
interface Driver {
  ready(): Promise<void>;
  use(corpus: Corpus): void;
  /** Chunks at a pace; gives, for every mark shown, the milliseconds from its sending to after its frame. */
  live(feed: FeedStart): Promise<{ latencies: number[]; longestGap: number; frames: number }>;
  /** One chunk a task, the next as soon as the last was taken, until all is shown. */
  rush(from: number, to: number): Promise<{ longestGap: number }>;
  /** Large pieces, to get somewhere. */
  skip(from: number, to: number): Promise<void>;
  prepare(): Promise<void>;
  /** A saved run: milliseconds to the first frame with a text, and until frames come freely again. */
  reopen(): Promise<{ first: number; ready: number }>;
}

declare global {
  interface Window {
    pageBench: Driver;
  }
}

const tailLength = 600;
/** A frame that comes this much later than the one before was kept waiting. */
const slow = 25;
const calmFrames = 10;

const { contender } = window;
const now = () => performance.now();
const absolute = () => performance.timeOrigin + now();

let corpus: Corpus = { chunks: [], reasoning: "", answer: "", reasoningChunks: 0 };
/** The highest mark that is complete once a chunk has come. */
let markAt: number[] = [];
let seen = 0;
let gaps: number[] = [];
let framed: (() => void)[] = [];
const sentAt = new Map<number, number>();
let latencies: number[] = [];

const tail = () => contender.tail(tailLength);

/** After the frame is laid out and painted: what it shows now can be seen. */
function look(): void {
  const at = absolute();
  for (const [mark] of tail().matchAll(/\b1\d{6}\b/g)) seen = Math.max(seen, Number(mark));
  for (const [mark, sent] of sentAt) {
    if (mark > seen) break;
    latencies.push(at - sent);
    sentAt.delete(mark);
  }
  const waiting = framed;
  framed = [];
  for (const go of waiting) go();
}

let frameAt = now();
const afterFrame = new MessageChannel();
afterFrame.port1.addEventListener("message", look);
afterFrame.port1.start();

function frame(): void {
  gaps.push(now() - frameAt);
  frameAt = now();
  afterFrame.port2.postMessage(undefined);
  requestAnimationFrame(frame);
}

const nextFrame = () => new Promise<void>((done) => framed.push(done));

async function untilShown(mark: number): Promise<void> {
  const isShown = () => seen >= mark;
  while (!isShown()) await nextFrame();
}

const push = (chunk: number) => {
  const { kind, text } = corpus.chunks[chunk] ?? { kind: "reasoning", text: "" };
  contender.push(kind, text);
  if (chunk === corpus.chunks.length - 1) contender.end();
};

const lastMark = (chunk: number) => markAt[chunk] ?? firstMark - 1;

window.pageBench = {
  async ready() {
    await contender.ready;
    requestAnimationFrame(frame);
    for (let count = 0; count < 3; count++) await nextFrame();
  },
  use(given) {
    corpus = given;
    let text = "";
    let mark = firstMark - 1;
    markAt = corpus.chunks.map((chunk) => {
      text = (text + chunk.text).slice(-16);
      while (text.includes(String(mark + 1))) mark++;
      return mark;
    });
  },
  async live({ from, to, rate }) {
    const worker = new Worker("feed.js");
    await nextFrame();
    sentAt.clear();
    latencies = [];
    gaps = [];
    worker.postMessage({ from, to, rate } satisfies FeedStart);
    await new Promise<void>((done) => {
      worker.addEventListener("message", ({ data: { chunk, at } }: MessageEvent<Fed>) => {
        for (let mark = lastMark(chunk - 1) + 1; mark <= lastMark(chunk); mark++) sentAt.set(mark, at);
        push(chunk);
        if (chunk === to - 1) done();
      });
    });
    worker.terminate();
    await untilShown(lastMark(to - 1));
    return { latencies, longestGap: Math.max(...gaps), frames: gaps.length };
  },
  async rush(from, to) {
    const channel = new MessageChannel();
    let chunk = from;
    await nextFrame();
    gaps = [];
    await new Promise<void>((done) => {
      channel.port1.addEventListener("message", () => {
        push(chunk++);
        if (chunk < to) channel.port2.postMessage(undefined);
        else done();
      });
      channel.port1.start();
      channel.port2.postMessage(undefined);
    });
    channel.port1.close();
    await untilShown(lastMark(to - 1));
    return { longestGap: Math.max(...gaps) };
  },
  async skip(from, to) {
    for (let chunk = from; chunk < to; chunk++) push(chunk);
    await untilShown(lastMark(to - 1));
  },
  prepare: () => contender.prepare(corpus),
  async reopen() {
    seen = 0;
    await nextFrame();
    const began = now();
    contender.load();
    let first = 0;
    let calm = 0;
    let ready = 0;
    gaps = [];
    while (calm < calmFrames || seen < lastMark(corpus.chunks.length - 1)) {
      await nextFrame();
      if (!first && tail()) first = now() - began;
      const late = (gaps.at(-1) ?? 0) > slow || seen < lastMark(corpus.chunks.length - 1);
      calm = late ? 0 : calm + 1;
      if (calm === 1) ready = now() - began;
    }
    return { first, ready };
  },
};
