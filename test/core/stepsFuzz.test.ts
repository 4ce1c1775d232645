import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { longTrace, verbatimLoop } from "../support/longTraces.ts";
import { randomCuts } from "../support/randomCuts.ts";
import { changesOf, joined } from "../support/stepChanges.ts";
import { traces } from "../support/traces.ts";

/** So many places to cut at; `npm run fuzz` takes a million. */
const leastCuts = Number(process.env["STEP_CUTS"] ?? 40_000);
const sample = join(import.meta.dirname, "../../media/sample/traces");
const shared = join(import.meta.dirname, "../../../shared/steps");

/** The project's own texts, and what the shared files hold when they are there. */
const texts: readonly string[] = [
  ...Object.values(traces),
  longTrace,
  verbatimLoop(5_000),
  ...readdirSync(sample).map((file) => readFileSync(join(sample, file), "utf8")),
  ...["gold", "traces"].flatMap(recorded),
];

function recorded(folder: string): string[] {
  if (!existsSync(shared)) return [];
  return readdirSync(join(shared, folder)).flatMap((file) =>
    readFileSync(join(shared, folder, file), "utf8")
      .trimEnd()
      .split("\n")
      .map(reasoningOf),
  );
}

function reasoningOf(line: string): string {
  const row: unknown = JSON.parse(line);
  const known = typeof row === "object" && row !== null && "reasoning" in row ? row.reasoning : undefined;
  return typeof known === "string" ? known : "";
}

test(`${leastCuts} random cuts through ${texts.length} texts change no step`, (t) => {
  let cuts = 0;
  for (let seed = 1; cuts < leastCuts; seed++) {
    // Each seed begins at another text, so that a small number of cuts does not always fall into the first ones.
    for (let index = 0; index < texts.length && cuts < leastCuts; index++) {
      const text = texts[(index + seed * 37) % texts.length] ?? "";
      const pieces = randomCuts(text, seed * 1_000 + index);
      const [first, whole] = [joined(changesOf(pieces)), joined(changesOf([text]))];
      assert.deepEqual(first, whole, `seed ${seed}, text ${index}: ${JSON.stringify(text.slice(0, 80))}`);
      cuts += pieces.length;
    }
  }
  t.diagnostic(`${cuts} cuts`);
});
