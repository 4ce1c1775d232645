import { fileName } from "./fileName.ts";
import type { CodeContext } from "../ask/codeContext.ts";

/** Where a text names lines: UTF-16 units of the text, and lines of the document, which count from 1. */
export interface LineReference {
  start: number;
  /** The first unit after it. */
  end: number;
  startLine: number;
  /** Inclusive. */
  endLine: number;
}

type Code = Pick<CodeContext, "path" | "startLine" | "endLine" | "before" | "after">;

/** A way to name lines: one or more numbers or ranges, and what stands around them. */
interface Manner {
  pattern: RegExp;
  /** Whether some writers so count from the first line of the code they were given. */
  counts: boolean;
}

const number = String.raw`\d{1,6}(?![\d.]\d|\w)`;
const range = String.raw`${number}(?:\s?(?:[-–—‐‑~～到至]|\bto\b|\bthrough\b)\s?[L第]?\s?${number})?`;
const comma = String.raw`\s?(?:,\s?(?:and|or)?|[、，和与及&]|\band|\bor)\s?`;
const ranges = `${range}(?:${comma}${range}){0,20}`;

const manners: readonly Manner[] = [
  { pattern: new RegExp(String.raw`\blines\s${ranges}`, "gi"), counts: true },
  { pattern: new RegExp(String.raw`\bline\s(?:#|no\.\s|number\s)?${number}`, "gi"), counts: true },
  { pattern: new RegExp(String.raw`第\s?${ranges}\s?行`, "g"), counts: true },
  // L1, L2 and L3 alone are norms and caches.
  { pattern: new RegExp(String.raw`(?<![\w#.])L(?=\d\d|[4-9]|[1-3]\s?[-–—])${range}`, "g"), counts: false },
];
const each = new RegExp(range, "g");

/** More of one manner in a text help no reader, and tens of thousands would freeze a page. */
const most = 500;

/** The lines of the sent code, or of those around it that went along, that a text names; in order, none within another. */
export function lineReferences(text: string, code: Code): LineReference[] {
  if (!/\d/.test(text)) return [];
  let end = 0;
  return [...fileReferences(text, code), ...manners.flatMap((manner) => readAs(manner, text, code))]
    .toSorted((one, other) => one.start - other.start)
    .filter((reference) => {
      if (reference.start < end) return false;
      end = reference.end;
      return true;
    });
}

function readAs({ pattern, counts }: Manner, text: string, code: Code): LineReference[] {
  const found: LineReference[] = [];
  for (const { 0: words, index } of text.matchAll(pattern)) {
    if (found.length >= most) break;
    const named = words.match(each) ?? [];
    let next = 0;
    for (const [at, numbers] of named.entries()) {
      const begins = words.indexOf(numbers, next);
      next = begins + numbers.length;
      const lines = linesOf(numbers, code, counts);
      // The words around the numbers belong to the first and the last of them.
      const start = at === 0 ? 0 : begins;
      const end = at === named.length - 1 ? words.length : next;
      if (lines) found.push({ start: index + start, end: index + end, ...lines });
    }
  }
  return found;
}

const placeInFile = new RegExp(`(?::|#L)(${range})`, "y");
const longestPath = 200;

/** `range.ts:42`, also with its folders; of another file's lines nothing is read. */
export function fileReferences(text: string, code: Code): LineReference[] {
  const name = fileName(code.path);
  // A path that ends in a slash names no file, and no name is found everywhere, for ever.
  if (name === "") return [];
  const found: LineReference[] = [];
  for (
    let at = text.indexOf(name);
    at >= 0 && found.length < most;
    at = text.indexOf(name, at + name.length)
  ) {
    placeInFile.lastIndex = at + name.length;
    const [words, numbers = ""] = placeInFile.exec(text) ?? [];
    const lines = words && linesOf(numbers, code, false);
    if (!lines) continue;
    const folders = /[\w.@/\\-]*$/.exec(text.slice(Math.max(0, at - longestPath), at))?.[0] ?? "";
    if (!`/${code.path}`.endsWith(`/${folders.replaceAll("\\", "/")}${name}`)) continue;
    found.push({ start: at - folders.length, end: at + name.length + words.length, ...lines });
  }
  return found;
}

/** The lines of the document, if they were sent; with `counts`, others count from the first line of the code. */
function linesOf(
  numbers: string,
  { startLine, endLine, before, after }: Code,
  counts: boolean,
): Pick<LineReference, "startLine" | "endLine"> | undefined {
  const [from = 0, to = from] = (numbers.match(/\d+/g) ?? []).map(Number);
  if (from > to || from < 1) return undefined;
  if (from >= startLine - lineCount(before) && to <= endLine + lineCount(after))
    return { startLine: from, endLine: to };
  if (!counts || to > endLine - startLine + 1) return undefined;
  return { startLine: startLine + from - 1, endLine: startLine + to - 1 };
}

const lineCount = (text: string) => (text === "" ? 0 : text.split("\n").length);
