import { figuresOf, printFigures } from "./stepsFigures.ts";
import type { GoldTrace } from "./stepsGold.ts";
import { fieldOf, heldOut, missingGold, readGold } from "./stepsGold.ts";

function printScores(): void {
  const traces = readGold();
  const held = heldOut(traces);
  const groups: (readonly [string, GoldTrace[]])[] = [
    ["all", traces],
    ["read", traces.filter(({ id }) => !held.has(id))],
    ["held out", traces.filter(({ id }) => held.has(id))],
    ...Object.entries(Object.groupBy(traces, fieldOf)).map(([field, rows]) => [field, rows ?? []] as const),
  ];
  printFigures(groups.map(([name, some]) => [name, some.length, figuresOf(some)]));
}

const missing = missingGold();
if (missing === undefined) printScores();
else console.log(`Nothing to score: the hand-marked traces are not here (${missing}).`);
