import { duration, stopwatch } from "./durations.ts";
import { failureWords, type Translate } from "./failureWords.ts";
import type { RunRecord, StepRecord } from "./runRecord.ts";
import { kindWordsIn, titleIn, verdictWordsIn } from "./stepWords.ts";

/** The whole run to keep or to pass on: what it is, question with its code, answer, and every step. */
export function runMarkdown(record: Readonly<RunRecord>, t: Translate): string {
  const { head, steps, answer } = record;
  const earlier = (head.earlier ?? []).flatMap((turn) => [
    section(t("Question"), turn.question),
    section(t("Answer"), turn.answer),
  ]);
  const account = t("The model's own account, not a proof.");
  const reasoning = steps.map((step, index) => stepMarkdown(step, { number: index + 1, level: 3 }, t));
  return [
    factsOf(record, t),
    ...earlier,
    section(t("Question"), head.sent),
    section(t("Answer"), answer),
    section(t("Reasoning"), steps.length > 0 ? `_${account}_` : ""),
    ...reasoning,
  ]
    .filter((part) => part !== "")
    .join("\n");
}

/** The reasoning alone: a heading for each step, then its text. */
export function reasoningMarkdown({ steps }: Readonly<RunRecord>, t: Translate): string {
  return steps.map((step, index) => stepMarkdown(step, { number: index + 1, level: 2 }, t)).join("\n");
}

/** One step under a heading of this level that says its number, title, kind, time and the reader's verdict. */
export function stepMarkdown(
  step: Readonly<StepRecord>,
  { number, level }: { number: number; level: number },
  t: Translate,
): string {
  const { kind, openedAt, closedAt, text, verdict } = step;
  const took = closedAt === undefined ? [] : [duration(Math.max(0, closedAt - openedAt), t)];
  const judged = verdict ? [verdictWordsIn(t)[verdict]()] : [];
  const facts = [kindWordsIn(t)[kind](), ...took, ...judged].join(", ");
  return `${"#".repeat(level)} ${number}. ${titleIn(step, t)} (${facts})\n\n${text.trim()}\n`;
}

function section(title: string, text: string): string {
  return text.trim() ? `## ${title}\n\n${text.trim()}\n` : "";
}

/** Model, date, time and how it ended, a line each. */
function factsOf({ head, status, statusAt, usage }: Readonly<RunRecord>, t: Translate): string {
  const effort = head.effort ? ` · ${head.effort}` : "";
  const tokens = usage?.completionTokens;
  const facts = [
    head.sample ? t("Sample: a recorded trace, no model") : `${head.model} · ${head.endpoint}${effort}`,
    `${head.startedAt.slice(0, 16).replace("T", " ")} UTC`,
    [stopwatch(statusAt), ...(tokens === undefined ? [] : [t("{0} tokens", tokens)])].join(" · "),
    ...("failure" in status && status.failure ? [failureWords(status.failure, t)] : []),
    ...(status.state === "stopped" ? [t("Stopped")] : []),
  ];
  return facts.map((fact) => `- ${fact}\n`).join("");
}
