import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { evidenceOf } from "../src/core/steps/evidence.ts";
import { kindsBy } from "../src/core/steps/kind.ts";
import { trainKinds, wordRowsOf } from "./kindsModel.ts";
import type { Model } from "./stepsFigures.ts";
import { figuresOf, printFigures } from "./stepsFigures.ts";
import type { GoldTrace } from "./stepsGold.ts";
import { fieldOf, heldOut, missingGold, readGold } from "./stepsGold.ts";
import { judgeBy, rowsOf, trainModel } from "./stepsModel.ts";

const folds = 5;
const steps = join(import.meta.dirname, "../src/core/steps");
const cutsHead = `/**
 * Made by \`npm run steps:train\` from hand-marked traces, not by hand: for each tell, drawer by drawer,
 * what it adds to the rules' score, in hundredths of log-odds.
 */
// oxfmt-ignore
export const learnedWeights: Readonly<Record<string, string>> = {
`;
const kindsHead = `import type { StepKind } from "./step.ts";

/**
 * Made by \`npm run steps:train\` from hand-marked traces, not by hand: words that tell, and for each kind
 * what each of them adds to the rules' score, in hundredths of log-odds.
 */
// oxfmt-ignore
export const learnedKinds: Readonly<Record<"words" | StepKind, string>> = {
`;
const rules: Model = { judge: evidenceOf, kinds: kindsBy(new Map()) };

function learnFrom(traces: readonly GoldTrace[]): Model {
  return { judge: judgeBy(trainModel(traces)), kinds: kindsBy(trainKinds(traces)) };
}

/** Trains on four fifths of the read traces and judges the last fifth, five times over. */
function crossValidate(read: readonly GoldTrace[]): Map<string, Model> {
  const ordered = read.toSorted((one, other) => (fieldOf(one) < fieldOf(other) ? -1 : 1));
  const models = new Map<string, Model>();
  for (let fold = 0; fold < folds; fold++) {
    const model = learnFrom(ordered.filter((_, index) => index % folds !== fold));
    for (const { id } of ordered.filter((_, index) => index % folds === fold)) models.set(id, model);
  }
  return models;
}

function writeRows(file: string, head: string, rows: readonly (readonly [string, string])[]): void {
  const lines = rows.map(([name, row]) => `  "${name}": "${row}",\n`);
  writeFileSync(join(steps, file), `${head}${lines.join("")}};\n`);
}

function train(): void {
  const traces = readGold();
  const held = heldOut(traces);
  const read = traces.filter(({ id }) => !held.has(id));
  const unread = traces.filter(({ id }) => held.has(id));
  const models = crossValidate(read);
  const cuts = trainModel(read);
  const kinds = trainKinds(read);
  const groups: (readonly [string, GoldTrace[]])[] = [
    ["read", read],
    ...Object.entries(Object.groupBy(read, fieldOf)).map(([field, some]) => [field, some ?? []] as const),
  ];
  const learned = { judge: judgeBy(cuts), kinds: kindsBy(kinds) };
  printFigures([
    ...groups.flatMap(([name, some]): [string, number, number[]][] => [
      [`${name}: rules`, some.length, figuresOf(some, () => rules)],
      [`${name}: learned, unseen`, some.length, figuresOf(some, ({ id }) => models.get(id))],
    ]),
    ["held out: rules", unread.length, figuresOf(unread, () => rules)],
    ["held out: learned", unread.length, figuresOf(unread, () => learned)],
  ]);
  writeRows("learnedWeights.ts", cutsHead, rowsOf(cuts));
  writeRows("learnedKinds.ts", kindsHead, wordRowsOf(kinds, read));
}

const missing = missingGold();
if (missing === undefined) train();
else console.log(`Nothing to learn from: the hand-marked traces are not here (${missing}).`);
