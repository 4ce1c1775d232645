import type { RunRecord, StepRecord } from "../run/runRecord.ts";
import type { Verdict } from "../run/verdict.ts";
import { fence } from "./messages.ts";

/** Steps that are named at most, those of one verdict that are quoted, and characters of each. */
const mostNamed = 200;
const mostQuoted = 20;
const shownOfStep = 600;

/**
 * The question that has a model argue against its last answer. It names the steps of the reasoning, which the provider
 * may not want back with the conversation; those that the reader judged wrong come first, with how they begin.
 */
export function caseAgainst({ steps }: Pick<RunRecord, "steps">): string {
  const parts = [
    steps.length > 0 ? `${task} ${withSteps}` : task,
    whatToGive,
    judgedPart(
      steps,
      "wrong",
      "I have judged these steps wrong. Begin with them; they are quoted from your reasoning:",
    ),
    judgedPart(steps, "unsure", "I am unsure of these steps:"),
    stepsPart(steps),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

const task =
  "Make the case against your last answer, as strongly as you honestly can: suppose that it is wrong, and find where.";

const withSteps = "Name the steps of your reasoning that each mistake rests on, by number and title.";

const whatToGive = `Give:

1. The likeliest mistakes, the most serious first, and what each of them rests on.
2. For each, what would show it: an input to try, a test to run, a line to read, and what would then be seen.
3. For each, how sure you are that it is a mistake, in per cent; at the end, how sure you are that the answer stands.

Invent nothing. Where a doubt does not hold, say what you looked at and why it falls. Do not write the answer again.`;

type Steps = readonly Readonly<StepRecord>[];

function judgedPart(steps: Steps, verdict: Verdict, heading: string): string {
  const judged = steps.flatMap((step, index) =>
    step.verdict === verdict ? [`${rowOf(step, index)}\n\n${fence(beginningOf(step), "")}`] : [],
  );
  return judged.length > 0 ? [heading, ...judged.slice(0, mostQuoted)].join("\n\n") : "";
}

function stepsPart(steps: Steps): string {
  if (steps.length === 0) return "";
  const more = steps.length > mostNamed ? [`… and ${steps.length - mostNamed} more.`] : [];
  return ["The steps of your reasoning:\n", ...steps.slice(0, mostNamed).map(rowOf), ...more].join("\n");
}

function rowOf({ title, modelTitle = title }: Readonly<StepRecord>, index: number): string {
  return `${index + 1}. ${modelTitle}`;
}

function beginningOf({ text }: Readonly<StepRecord>): string {
  const whole = text.trim();
  return whole.length > shownOfStep ? `${whole.slice(0, shownOfStep).toWellFormed()} …` : whole;
}
