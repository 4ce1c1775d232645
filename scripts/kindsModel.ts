import type { KindWeights } from "../src/core/steps/kind.ts";
import { kindsBy } from "../src/core/steps/kind.ts";
import { createSplitter } from "../src/core/steps/splitter.ts";
import type { StepKind } from "../src/core/steps/step.ts";
import { stepKinds } from "../src/core/steps/step.ts";
import { readWords } from "../src/core/steps/words.ts";
import { fitLogistic } from "./logistic.ts";
import type { GoldTrace } from "./stepsGold.ts";
import { marksOf } from "./stepsGold.ts";

/** A word of fewer steps, or of fewer traces, tells more of those than of a kind. */
const fewestSteps = 20;
const fewestTraces = 8;
const ridge = 40;
const rounds = 150;

const byRules = kindsBy(new Map());

/** A marked step: the words it begins with, what the rules say of each kind, what the reader said. */
interface MarkedStep {
  trace: string;
  words: Set<number>;
  rules: number[];
  kind: StepKind | undefined;
}

/** Learns how much each common word speaks for each kind, beyond what the rules say. */
export function trainKinds(traces: readonly GoldTrace[]): KindWeights {
  const steps = traces.flatMap(markedSteps).filter(({ kind }) => kind !== undefined);
  const vocabulary = commonWords(steps);
  const numbers = new Map(vocabulary.map((word, number) => [word, number]));
  const features = steps.map(({ words }) => [...words].flatMap((word) => numbers.get(word) ?? []));
  const columns = stepKinds.map((kind, at) => {
    const examples = steps.map((step, number) => ({
      features: features[number] ?? [],
      target: step.kind === kind ? 1 : 0,
      weight: 1,
      prior: oddsOf(step.rules, at),
    }));
    return fitLogistic(examples, { size: vocabulary.length, ridge, rounds });
  });
  return new Map(
    vocabulary.map((word, number) => [word, Float64Array.from(columns, (column) => column[number] ?? 0)]),
  );
}

/** The weights as they are written down: a row of words, then for each kind its whole hundredths, word by word. */
export function wordRowsOf(weights: KindWeights, traces: readonly GoldTrace[]): [string, string][] {
  const spellings = spellingsOf(traces);
  const spelled = [...weights]
    .flatMap(([word, row]) => (spellings.has(word) ? [{ word: spellings.get(word) ?? "", row }] : []))
    .toSorted((one, other) => (one.word < other.word ? -1 : 1));
  return [
    ["words", spelled.map(({ word }) => word).join(" ")],
    ...stepKinds.map((kind, at): [string, string] => [
      kind,
      spelled.map(({ row }) => Math.round((row[at] ?? 0) * 100) || 0).join(" "),
    ]),
  ];
}

/** How a word's number is written. */
function spellingsOf(traces: readonly GoldTrace[]): Map<number, string> {
  const spellings = new Map<number, string>();
  for (const { reasoning } of traces) {
    for (const [word] of reasoning.toLowerCase().matchAll(/[a-z]+(?:['-][a-z]+)*|\p{Script=Han}/gu)) {
      const { all } = readWords(word);
      if (all.length === 1) spellings.set(all[0] ?? 0, word);
    }
  }
  return spellings;
}

function commonWords(steps: readonly MarkedStep[]): number[] {
  const had = new Map<number, string[]>();
  for (const { words, trace } of steps)
    for (const word of words) had.set(word, [...(had.get(word) ?? []), trace]);
  return [...had]
    .filter(([, traces]) => traces.length >= fewestSteps && new Set(traces).size >= fewestTraces)
    .map(([word]) => word);
}

/** What the rules' scores say for one kind against all others, in log-odds. */
function oddsOf(rules: readonly number[], at: number): number {
  const odds = rules.map((score) => Math.exp(score));
  const others = odds.reduce((sum, value, of) => (of === at ? sum : sum + value), 0);
  return Math.log((odds[at] ?? 0) / others);
}

/** The steps of a trace as the reader cut it. */
function markedSteps(trace: GoldTrace): MarkedStep[] {
  const marks = marksOf(trace);
  const starts = [0];
  const steps: MarkedStep[] = [];
  const splitter = createSplitter({
    tell: () => {},
    judge({ paragraph: { start } }) {
      const mark = marks.at(start);
      const cuts = mark === "cut" || mark === "soft";
      if (cuts) starts.push(start);
      return cuts ? 1 : -1;
    },
    kinds(opener) {
      const reader = byRules(opener);
      const step: MarkedStep = {
        trace: trace.id,
        words: new Set(),
        rules: [],
        kind: marks.kindAt(starts.at(-1) ?? 0),
      };
      steps.push(step);
      return {
        hear(words, index) {
          reader.hear(words, index);
          for (const word of words) step.words.add(word);
        },
        scoreOf(kind, standing) {
          const score = reader.scoreOf(kind, standing);
          step.rules[stepKinds.indexOf(kind)] = score;
          return score;
        },
      };
    },
  });
  splitter.push(trace.reasoning);
  splitter.end();
  return steps;
}
