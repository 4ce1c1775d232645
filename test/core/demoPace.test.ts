import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { createPace, realClock } from "../../src/demo/clock.ts";
import { chunksOf, quickClock, sampleOf, saying } from "../support/sampleClient.ts";

const findBugs = 'Find the bugs in this code.\n\nFile src/range.ts\nconst dash = trimmed.indexOf("-");';

describe("the pace of the sample", () => {
  test("is that of a model, and follows the speed at each request", async (t) => {
    const clock = quickClock();
    let speed = 1;
    const { ask } = await sampleOf(t, clock, () => speed);
    const chunks = chunksOf(await (await ask(saying(findBugs))).text());
    const seconds = clock.slept / 1000;
    const rate = chunks.length / seconds;
    assert.ok(rate > 50 && rate < 90, `${chunks.length} tokens in ${seconds} s`);
    clock.slept = 0;
    speed = 20;
    await (await ask(saying(findBugs))).text();
    const faster = seconds / (clock.slept / 1000);
    assert.ok(faster > 19.9 && faster < 20.1, `${faster} times as fast`);
  });

  test("evens out the sleeps of a coarse timer", async () => {
    const clock = quickClock();
    clock.sleep = async (ms) => {
      clock.slept += Math.ceil(ms / 4) * 4;
    };
    const pace = createPace(clock, 50, new AbortController().signal);
    for (let i = 0; i < 1000; i++) await pace(15);
    assert.ok(Math.abs(clock.slept - 300) <= 4, `${clock.slept} ms`);
  });

  test("does not rush after a stall, and takes an impossible speed for 1", async () => {
    for (const speed of [1, 0, -2, Number.NaN]) {
      const clock = quickClock();
      const pace = createPace(clock, speed, new AbortController().signal);
      clock.slept = 60_000;
      for (let i = 0; i < 100; i++) await pace(10);
      assert.equal(clock.slept, 60_950, `${speed}`);
    }
  });
});

describe("when the client goes away", { timeout: 10_000 }, () => {
  /** A clock on which every sleep lasts until it is aborted. */
  function endlessClock() {
    const sleeping = new Set<AbortSignal>();
    const woken = Promise.withResolvers<void>();
    const sleep = (_ms: number, signal: AbortSignal) =>
      new Promise<void>((_resolve, reject) => {
        sleeping.add(signal);
        signal.addEventListener("abort", () => {
          sleeping.delete(signal);
          reject(new Error("aborted"));
          woken.resolve();
        });
      });
    return { clock: { ...realClock, sleep }, sleeping, woken: woken.promise };
  }

  async function firstBytes(response: Response) {
    const reader = response.body?.getReader();
    assert.ok(reader);
    const { value } = await reader.read();
    assert.equal(new TextDecoder().decode(value), ": keep-alive\n\n");
    return reader;
  }

  test("nothing goes on", async (t) => {
    const { clock, sleeping, woken } = endlessClock();
    const { ask } = await sampleOf(t, clock);
    const leaving = new AbortController();
    await firstBytes(await ask(saying("Hi"), leaving.signal));
    assert.equal(sleeping.size, 1);
    leaving.abort();
    await woken;
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(sleeping.size, 0);
  });

  test("closing ends what is still playing", async (t) => {
    const { clock, sleeping } = endlessClock();
    const { ask, close } = await sampleOf(t, clock);
    const reader = await firstBytes(await ask(saying("Hi")));
    await Promise.all([close(), assert.rejects(async () => void (await reader.read()))]);
    assert.equal(sleeping.size, 0);
  });

  test("the real clock keeps no timer of an aborted sleep", async () => {
    const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
    const before = timers();
    const leaving = new AbortController();
    const sleep = realClock.sleep(3_600_000, leaving.signal);
    assert.equal(timers(), before + 1);
    leaving.abort();
    await assert.rejects(sleep);
    assert.equal(timers(), before);
  });
});
