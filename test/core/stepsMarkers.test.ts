import assert from "node:assert/strict";
import { test } from "node:test";
import { cuesEn } from "../../src/core/steps/cues.en.ts";
import { cuesZh } from "../../src/core/steps/cues.zh.ts";
import { markersEn } from "../../src/core/steps/markers.en.ts";
import { markersZh } from "../../src/core/steps/markers.zh.ts";
import { readOpener } from "../../src/core/steps/openers.ts";
import { readWords } from "../../src/core/steps/words.ts";
import { stepKinds } from "../../src/core/steps/step.ts";

for (const marker of [...markersEn, ...markersZh]) {
  test(`"${marker.example}" opens with ${marker.role} "${marker.opener.slice(0, 40)}"`, () => {
    const found = readOpener(readWords(marker.example).all).markers;
    assert.ok(
      found.includes(marker),
      `read instead: ${found.map(({ role, opener }) => `${role} ${opener}`).join(" + ") || "nothing"}`,
    );
  });
}

test("case, apostrophes and a missing comma do not matter", () => {
  const weight = readOpener(readWords("Wait, but let's check the bound.").all).weight;
  for (const same of [
    "wait but let’s check the bound",
    "WAIT — BUT LET'S CHECK THE BOUND",
    "**Wait**, but let's check",
  ]) {
    assert.equal(readOpener(readWords(same).all).weight, weight, same);
  }
});

test("openers count together, not by the first word", () => {
  const strong = readOpener(readWords("But wait, let me check the bound.").all).weight;
  const weak = readOpener(readWords("But since the bound is zero, nothing runs.").all).weight;
  assert.ok(strong > weak + 1, `${strong} against ${weak}`);
});

test("a language nobody wrote a table for has no openers and no weight", () => {
  assert.deepEqual(readOpener(readWords("Itt először megnézem a ciklust.").all), {
    markers: [],
    weight: 0,
    kind: undefined,
  });
});

test("each kind has its cues in each language", () => {
  for (const cues of [cuesEn, cuesZh]) {
    assert.deepEqual(new Set(cues.map(({ kind }) => kind)), new Set(stepKinds));
  }
});
