import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { decode } from "../../src/core/wire/decode.ts";
import { readTraces } from "../../src/demo/trace.ts";
import { readRun } from "../support/readRun.ts";

const root = join(import.meta.dirname, "../..");
const shared = join(root, "../shared");
const skip = existsSync(shared) ? false : `the recordings and traces are not here (${shared})`;

/** Real traces that end in the same few sentences over and over. */
const circling: Readonly<Record<string, RegExp>> = {
  "canaicode:70b-llama-distill:VMAssemblerSimple:javascript": /looking back at the user's initial problem/,
  "rf1:gpqa-diamond_186_QwQ-32B": /perhaps I need to use their formula/,
};

test("no recording goes round", { skip }, async () => {
  const folder = join(shared, "recordings");
  for (const file of readdirSync(folder).filter((name) => /\.(?:sse|jsonl)$/.test(name))) {
    const { reasoning } = decode(readFileSync(join(folder, file), "utf8"));
    assert.equal(readRun([reasoning]).circlingSince, undefined, file);
  }
});

test("no sample trace goes round", async () => {
  for (const { name, reasoning } of await readTraces(join(root, "media/sample/traces"))) {
    assert.equal(readRun([reasoning]).circlingSince, undefined, name);
  }
});

function readRows(folder: string): { id: string; reasoning: string }[] {
  return readdirSync(folder).flatMap((file) =>
    readFileSync(join(folder, file), "utf8")
      .trimEnd()
      .split("\n")
      .map((line): { id: string; reasoning: string } => JSON.parse(line)),
  );
}

test("of the real traces only those that go round are said to", { skip }, () => {
  const rows = ["gold", "traces"].flatMap((folder) => readRows(join(shared, "steps", folder)));
  for (const { id, reasoning } of rows) {
    const { circlingSince, steps } = readRun([reasoning]);
    const goesRound = circling[id];
    if (goesRound) assert.match(steps[(circlingSince ?? 0) - 1]?.text ?? "", goesRound, id);
    else assert.equal(circlingSince, undefined, id);
  }
});
