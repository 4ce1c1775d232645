import type { StepTitle } from "../run/change.ts";
import { isFields } from "../wire/fields.ts";

const longestTitle = 60;
// Titles for the most steps that are asked for take a tenth of it.
const longestRead = 200_000;

/**
 * The titles in what a model said, as a JSON object or list or as lines `n: title`; of `count` steps. A title that is
 * missing, empty, too long, given twice or for no step is left out, and so is a list of another length.
 */
export function readTitles(said: string, count: number): StepTitle[] {
  const text = said.slice(0, longestRead);
  const given = titlesInJson(text, count) ?? titlesInLines(text);
  const times = new Map<number, number>();
  for (const [step] of given) times.set(step, (times.get(step) ?? 0) + 1);
  return given
    .filter(([step]) => step >= 1 && step <= count && times.get(step) === 1)
    .map(([step, title]): StepTitle => [step, plainTitle(title)])
    .filter(([, title]) => /[\p{L}\p{N}]/u.test(title) && [...title].length <= longestTitle)
    .toSorted(([one], [other]) => one - other);
}

/** One line of plain text: nothing that is not seen, and none of the marks around it that models like to set. */
function plainTitle(title: string): string {
  const line = title
    .replace(/[\s\p{Z}]+/gu, " ")
    .replace(/[\p{C}\p{Default_Ignorable_Code_Point}]/gu, "")
    .trim();
  const bare = /^(?:\*\*(.+)\*\*|"(.+)"|“(.+)”)$/u.exec(line);
  return (bare?.slice(1).find((inner) => inner !== undefined) ?? line).trim();
}

/** Undefined where there is no JSON. */
function titlesInJson(text: string, count: number): StepTitle[] | undefined {
  const value = jsonIn(text);
  if (value === undefined) return undefined;
  const titles = isFields(value) && typeof value.titles === "object" ? value.titles : value;
  if (Array.isArray(titles)) return titles.length === count ? numbered(titles.entries(), 1) : [];
  return isFields(titles) ? numbered(Object.entries(titles), 0) : [];
}

function numbered(entries: Iterable<[number | string, unknown]>, first: number): StepTitle[] {
  return [...entries].flatMap(([key, title]): StepTitle[] =>
    typeof title === "string" && /^\d{1,4}$/.test(String(key)) ? [[Number(key) + first, title]] : [],
  );
}

/** The JSON object or list that begins a line, also below other words or in a fence. */
function jsonIn(text: string): object | undefined {
  const from = text.search(/^[ \t]{0,8}[[{]/m);
  const to = Math.max(text.lastIndexOf("}"), text.lastIndexOf("]"));
  if (from < 0 || to < from) return undefined;
  try {
    const value: unknown = JSON.parse(text.slice(from, to + 1));
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function titlesInLines(text: string): StepTitle[] {
  return text.split(/\r\n|[\n\r]/).flatMap((line): StepTitle[] => {
    const [, step, title] = /^[\s>*-]{0,8}(\d{1,4})[.):：、]\s?(.*)$/u.exec(line) ?? [];
    return step !== undefined && title !== undefined ? [[Number(step), title]] : [];
  });
}
