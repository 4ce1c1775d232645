import type { Corpus } from "./corpus.ts";
import type { Measured } from "./openPage.ts";

/** What one run of one contender gave: milliseconds, megabytes, or percent of the main thread. */
export type Figures = Partial<Record<Figure, number>>;

export type Figure =
  | `${"start" | "end"}${"Busy" | "Frame" | "P50" | "P99" | "Longest"}`
  | "rushBusy"
  | "rushGap"
  | "floodGap"
  | "floodBusy"
  | "reopenFirst"
  | "reopenReady"
  | "reopenBusy"
  | "heapFirst"
  | "heapLast";

/** Opens the contender's page anew; with `0` its host posts every change by itself. */
type Open = (interval?: number) => Promise<Measured>;

/** Chunks a second of the live feed. */
const rate = 200;
/** Chunks fed before a window is measured, and in it. */
const warmUp = 200;
const windowChunks = 1000;
const floodChunks = 100_000;
const reopenings = 10;

/** At a model's pace: at the beginning of the reasoning and at its end. */
async function live(open: Open, { reasoningChunks }: Corpus): Promise<Figures> {
  const measured = await open();
  const start = await liveWindow(measured, { shown: 0, from: warmUp });
  const end = await liveWindow(measured, {
    shown: warmUp + windowChunks,
    from: reasoningChunks - windowChunks,
  });
  await measured.close();
  return {
    startBusy: start.busy,
    startFrame: start.frame,
    startP50: start.p50,
    startP99: start.p99,
    startLongest: start.longest,
    endBusy: end.busy,
    endFrame: end.frame,
    endP50: end.p50,
    endP99: end.p99,
    endLongest: end.longest,
  };
}

async function liveWindow({ page, traced }: Measured, { shown, from }: { shown: number; from: number }) {
  await page.evaluate(
    async ({ before, feed }) => {
      if (feed.from > before) await window.pageBench.skip(before, feed.from);
      await window.pageBench.live(feed);
    },
    { before: shown, feed: { from: from - warmUp, to: from, rate } },
  );
  const feed = { from, to: from + windowChunks, rate };
  const { result, wall, busy, longest } = await traced(() =>
    page.evaluate((given) => window.pageBench.live(given), feed),
  );
  const sorted = result.latencies.toSorted((one, other) => one - other);
  const percentile = (part: number) => sorted[Math.floor(sorted.length * part)] ?? Number.NaN;
  const frame = busy / result.frames;
  return { busy: (100 * busy) / wall, frame, p50: percentile(0.5), p99: percentile(0.99), longest };
}

async function rush(open: Open, { chunks }: Corpus): Promise<Figures> {
  const measured = await open();
  const { result, busy } = await measured.spent(() =>
    measured.page.evaluate((to) => window.pageBench.rush(0, to), chunks.length),
  );
  await measured.close();
  return { rushBusy: busy, rushGap: result.longestGap };
}

/** A message for every chunk, as no host of ours sends them. */
async function flood(open: Open): Promise<Figures> {
  const measured = await open(0);
  const { result, busy } = await measured.spent(() =>
    measured.page.evaluate((to) => window.pageBench.rush(0, to), floodChunks),
  );
  await measured.close();
  return { floodBusy: busy, floodGap: result.longestGap };
}

/** A saved run, shown once in a fresh page and then again and again in the same. */
async function reopen(open: Open): Promise<Figures> {
  const measured = await open();
  const { page, spent, heap } = measured;
  await page.evaluate(() => window.pageBench.prepare());
  const { result, busy } = await spent(() => page.evaluate(() => window.pageBench.reopen()));
  const heapFirst = await heap();
  await page.evaluate(async (times) => {
    for (let count = 1; count < times; count++) await window.pageBench.reopen();
  }, reopenings);
  const heapLast = await heap();
  await measured.close();
  return {
    reopenFirst: result.first,
    reopenReady: result.ready,
    reopenBusy: busy,
    heapFirst,
    heapLast,
  };
}

export const scenarios = { live, rush, flood, reopen } as const;
export type ScenarioName = keyof typeof scenarios;
