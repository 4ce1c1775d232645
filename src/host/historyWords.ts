import { intentWordsIn } from "../core/ask/intentWords.ts";
import { fileName } from "../core/code/fileName.ts";
import { linesWords } from "../core/code/linesWords.ts";
import { stopwatch } from "../core/run/durations.ts";
import { failureWords, type Translate } from "../core/run/failureWords.ts";
import type { RunGlance } from "../core/run/glance.ts";
import { stateWordsIn } from "../core/run/stateWords.ts";

/** The reader's language as words and as a BCP 47 tag, and the time. */
export interface Reading {
  t: Translate;
  language: string;
  now: Date;
}

/** What a row of the history says. */
export interface RowWords {
  label: string;
  /** The place in the code and how long ago. */
  description: string;
  tooltip: string;
}

const longestLabel = 120;
const longestTooltip = 600;

export function rowWords(glance: RunGlance, { t, language, now }: Reading): RowWords {
  const { code, startedAt } = glance;
  const asked = questionWords(glance, t);
  const began = new Date(startedAt);
  const time = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
  const place = code ? [`${code.path}${linesWords(code)}`] : [];
  const near = code ? [`${fileName(code.path)}${linesWords(code)}`] : [];
  return {
    label: clipped(asked, longestLabel),
    description: [...near, timeAgo(began, now, language)].map(plain).join(" · "),
    tooltip: [
      clipped(asked, longestTooltip),
      ...place.map(plain),
      outcomeWords(glance, t, language),
      ...("failure" in glance.status && glance.status.failure
        ? [plain(failureWords(glance.status.failure, t))]
        : []),
      plain(modelWords(glance, t)),
      time.format(began),
    ].join("\n"),
  };
}

/** What was asked, on one line. */
function questionWords({ intent, question }: RunGlance, t: Translate): string {
  return intent === "ask" ? plain(question) : intentWordsIn(t)[intent]();
}

function outcomeWords({ status, took, steps, tokens }: RunGlance, t: Translate, language: string): string {
  const stepWords = steps === 1 ? t("1 step") : t("{0} steps", steps ?? 0);
  return [
    stateWordsIn(t)[status.state](),
    ...(took === undefined ? [] : [stopwatch(took)]),
    ...(steps === undefined ? [] : [stepWords]),
    ...(tokens === undefined ? [] : [t("{0} tokens", tokens.toLocaleString(language))]),
  ].join(" · ");
}

function modelWords({ sample, model, endpoint, effort }: RunGlance, t: Translate): string {
  if (sample) return t("Sample: a recorded trace, no model");
  return [model, endpoint, ...(effort === undefined ? [] : [effort])].join(" · ");
}

const units: readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

/** As "5 min. ago"; a time to come, which a clock set back makes, is now. */
function timeAgo(time: Date, now: Date, language: string): string {
  const passed = Math.max(0, now.getTime() - time.getTime()) / 1000;
  const words = new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "short" });
  const [unit, seconds] = units.find((each) => passed >= each[1]) ?? ["second", Infinity];
  return words.format(-Math.floor(passed / seconds), unit);
}

/** One line without characters that turn the text around: a row shows text as it comes. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\s]+/gu, " ").trim();
}

function clipped(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
