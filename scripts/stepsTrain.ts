import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { evidenceOf } from "../src/core/steps/evidence.ts";
import type { Judge } from "./stepsFigures.ts";
import { figuresOf, printFigures } from "./stepsFigures.ts";
import type { GoldTrace } from "./stepsGold.ts";
import { fieldOf, heldOut, missingGold, readGold } from "./stepsGold.ts";
import { judgeBy, rowsOf, trainModel } from "./stepsModel.ts";

const folds = 5;
const target = join(import.meta.dirname, "../src/core/steps/learnedWeights.ts");
const head = `/**
 * Made by \`npm run steps:train\` from hand-marked traces, not by hand: for each tell, drawer by drawer,
 * what it adds to the rules' score, in hundredths of log-odds.
 */
// oxfmt-ignore
export const learnedWeights: Readonly<Record<string, string>> = {
`;

/** Trains on four fifths of the read traces and judges the last fifth, five times over. */
function crossValidate(read: readonly GoldTrace[]): Map<string, Judge> {
  const ordered = read.toSorted((one, other) => (fieldOf(one) < fieldOf(other) ? -1 : 1));
  const judges = new Map<string, Judge>();
  for (let fold = 0; fold < folds; fold++) {
    const judge = judgeBy(trainModel(ordered.filter((_, index) => index % folds !== fold)));
    for (const { id } of ordered.filter((_, index) => index % folds === fold)) judges.set(id, judge);
  }
  return judges;
}

function train(): void {
  const traces = readGold();
  const held = heldOut(traces);
  const read = traces.filter(({ id }) => !held.has(id));
  const unread = traces.filter(({ id }) => held.has(id));
  const judges = crossValidate(read);
  const weights = trainModel(read);
  const groups: (readonly [string, GoldTrace[]])[] = [
    ["read", read],
    ...Object.entries(Object.groupBy(read, fieldOf)).map(([field, some]) => [field, some ?? []] as const),
  ];
  const rules = (): Judge => evidenceOf;
  const learned = judgeBy(weights);
  printFigures([
    ...groups.flatMap(([name, some]): [string, number, number[]][] => [
      [`${name}: rules`, some.length, figuresOf(some, rules)],
      [`${name}: learned, unseen`, some.length, figuresOf(some, ({ id }) => judges.get(id))],
    ]),
    ["held out: rules", unread.length, figuresOf(unread, rules)],
    ["held out: learned", unread.length, figuresOf(unread, () => learned)],
  ]);
  const rows = rowsOf(weights).map(([name, row]) => `  "${name}": "${row}",\n`);
  writeFileSync(target, `${head}${rows.join("")}};\n`);
}

const missing = missingGold();
if (missing === undefined) train();
else console.log(`Nothing to learn from: the hand-marked traces are not here (${missing}).`);
