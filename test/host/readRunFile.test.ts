import assert from "node:assert/strict";
import { test } from "node:test";
import { journalLines } from "../../src/core/run/journal.ts";
import { replayRecord } from "../../src/core/run/runRecord.ts";
import { readRunFile } from "../../src/host/readRunFile.ts";
import { readRun } from "../support/readRun.ts";

const t = (sentence: string, ...values: (string | number)[]) =>
  sentence.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)]));
const holding = (text: string, size = text.length) => ({
  size: async () => size,
  text: async () => text,
});
const run = readRun(["First I look at the loop. It runs too far."]);
const journal = journalLines(replayRecord(run));

test("a saved run is read as it was", async () => {
  assert.deepEqual(await readRunFile(holding(journal), t), run);
});

test("what is no run is said in a sentence", async () => {
  const foreign = [
    '{"id": 1, "messages": []}\n',
    "[]",
    "\u0000\u0001",
    journal.slice(0, 40),
    journal.slice(journal.indexOf("\n") + 1),
    journal.replace(/"startedAt":"[^"]*"/, '"startedAt":"soon"'),
  ];
  for (const text of foreign)
    assert.equal(
      await readRunFile(holding(text), t),
      "This file is not a run that was saved by the Chain-of-Thought Viewer.",
      text,
    );
  assert.equal(await readRunFile(holding(" \n"), t), "This file is empty.");
});

test("a file that is too large is not read at all, and one that cannot be read says why", async () => {
  const huge = { size: async () => 200_000_000, text: () => assert.fail("it is read") };
  assert.equal(await readRunFile(huge, t), "This file is too large to be shown: it has more than 100 MB.");
  const gone = { size: () => Promise.reject(new Error("It is gone.")), text: async () => "" };
  assert.equal(await readRunFile(gone, t), "This file cannot be read: It is gone.");
});
