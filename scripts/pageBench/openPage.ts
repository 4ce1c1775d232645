import type { Browser, CDPSession, Page } from "playwright-core";
import type { Corpus } from "./corpus.ts";

/** A page under measurement. Times are milliseconds of the main thread's processor, so that a busy machine counts less. */
export interface Measured {
  page: Page;
  /** Runs something and gives its result, how long it took and how busy the main thread was with it. */
  spent<T>(action: () => Promise<T>): Promise<{ result: T; wall: number; busy: number }>;
  /** The same, with the longest task, which costs a little more to learn. */
  traced<T>(action: () => Promise<T>): Promise<{ result: T; wall: number; busy: number; longest: number }>;
  /** Megabytes of script objects after a collection. */
  heap(): Promise<number>;
  close(): Promise<void>;
}

/** Opens a contender's page in a window as wide as a side panel made wide. */
export async function openPage(browser: Browser, address: string, corpus: Corpus): Promise<Measured> {
  const context = await browser.newContext({ viewport: { width: 640, height: 900 }, bypassCSP: true });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const whole = await browser.newBrowserCDPSession();
  await session.send("Performance.enable");
  await page.goto(address);
  await page.evaluate(() => window.pageBench.ready());
  await page.evaluate((given) => window.pageBench.use(given), corpus);

  const metric = async (name: string) => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find((each) => each.name === name)?.value ?? Number.NaN;
  };
  const spent: Measured["spent"] = async (action) => {
    const [busy, began] = [await metric("ThreadTime"), performance.now()];
    const result = await action();
    const wall = performance.now() - began;
    return { result, wall, busy: ((await metric("ThreadTime")) - busy) * 1000 };
  };
  return {
    page,
    spent,
    async traced(action) {
      const stop = await startTrace(whole);
      const measured = await spent(action);
      return { ...measured, longest: await stop() };
    },
    async heap() {
      for (let twice = 0; twice < 2; twice++) await session.send("HeapProfiler.collectGarbage");
      return (await metric("JSHeapUsedSize")) / 2 ** 20;
    },
    close: () => context.close(),
  };
}

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  /** Processor time in microseconds. */
  tdur?: number;
  args?: { name?: string };
}

/** Starts a trace of the browser; the function given back ends it and tells the busiest page's longest task. */
async function startTrace(session: CDPSession): Promise<() => Promise<number>> {
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => {
    for (const event of value) if (isTraceEvent(event)) events.push(event);
  });
  const traceConfig = { includedCategories: ["toplevel", "devtools.timeline"], excludedCategories: ["*"] };
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig });
  return async () => {
    const complete = new Promise((done) => session.once("Tracing.tracingComplete", done));
    await session.send("Tracing.end");
    await complete;
    return longestTask(events);
  };
}

function isTraceEvent(value: unknown): value is TraceEvent {
  return typeof value === "object" && value !== null && "ph" in value && "pid" in value;
}

function longestTask(events: readonly TraceEvent[]): number {
  const mains = new Map<string, { total: number; longest: number }>();
  for (const { name, args, pid, tid } of events)
    if (name === "thread_name" && args?.name === "CrRendererMain")
      mains.set(`${pid}:${tid}`, { total: 0, longest: 0 });
  for (const { name, ph, pid, tid, dur = 0, tdur = dur } of events) {
    const main = mains.get(`${pid}:${tid}`);
    if (!main || ph !== "X" || !name.endsWith("RunTask")) continue;
    main.total += tdur;
    main.longest = Math.max(main.longest, tdur);
  }
  const busiest = [...mains.values()].toSorted((one, other) => other.total - one.total)[0];
  return (busiest?.longest ?? Number.NaN) / 1000;
}
