import { codeOf, lastMark, unit, units } from "./units.ts";

/** A sentence whose code, quotes and brackets are each one character, so that no cut can fall inside them. */
export interface Held {
  text: string;
  spans: readonly string[];
}

/** Stand-ins come from the private use area; a sentence may hold so many. */
const firstStandIn = 0xe000;
const mostSpans = 500;
const standIn = /[\uE000-\uE1F3]/gu;

const anyOpen = /[`"'“‘「《(（[{]/;
const anyMark = /[`"'“‘「《()（）[\]{}]/g;
const quotes = pairs("``", '""', "''", "“”", "‘’", "「」", "《》");
const brackets = pairs("()", "（）", "[]", "{}");
const closingBrackets = new Set(brackets.values());
const singles = new Set([..."'’"].map(codeOf));

/** Puts a stand-in for each balanced span but formulas; a mark without its partner stays, to be seen. */
export function holdSpans(text: string): Held {
  if (!anyOpen.test(text)) return { text, spans: [] };
  const ends = spanEnds(text);
  if (ends.size === 0) return { text, spans: [] };
  const spans: string[] = [];
  let held = "";
  let from = 0;
  for (const [at, end] of [...ends].toSorted(([one], [other]) => one - other)) {
    const span = text.slice(at, end);
    if (at < from || span.includes("\\") || spans.length === mostSpans) continue;
    held += text.slice(from, at) + String.fromCharCode(firstStandIn + spans.length);
    spans.push(span);
    from = end;
  }
  return { text: held + text.slice(from), spans };
}

export function releaseSpans(text: string, spans: readonly string[]): string {
  if (spans.length === 0) return text;
  return text.replaceAll(standIn, (mark) => spans[mark.charCodeAt(0) - firstStandIn] ?? "");
}

/** How long the first units of a held text are when its spans are released. */
export function releasedLength(text: string, spans: readonly string[], to = text.length): number {
  let length = to;
  if (spans.length === 0) return length;
  for (let at = 0; at < to; at++) {
    const number = text.charCodeAt(at) - firstStandIn;
    if (number >= 0 && number < spans.length) length += (spans[number] ?? "").length - 1;
  }
  return length;
}

/** Where each balanced quote and bracket ends; brackets nest, quotes hold anything. */
function spanEnds(text: string): Map<number, number> {
  const ends = new Map<number, number>();
  const open: { at: number; close: number }[] = [];
  for (anyMark.lastIndex = 0; anyMark.test(text);) {
    const at = anyMark.lastIndex - 1;
    const code = text.charCodeAt(at);
    const close = brackets.get(code);
    const quoted = close === undefined ? quoteEnd(text, at, code) : at;
    if (close !== undefined) {
      open.push({ at, close });
    } else if (quoted > at) {
      ends.set(at, quoted);
      anyMark.lastIndex = quoted;
    } else if (closingBrackets.has(code)) {
      const partner = open.findLastIndex((one) => one.close === code);
      const [opened] = partner < 0 ? [] : open.splice(partner);
      if (opened) ends.set(opened.at, at + 1);
    }
  }
  return ends;
}

/** The end of the quote that opens here, or the same place; an apostrophe opens and closes none. */
function quoteEnd(text: string, at: number, open: number): number {
  const close = quotes.get(open);
  if (close === undefined) return at;
  const single = singles.has(close);
  if (single && isWord(text, at - 1)) return at;
  const mark = String.fromCharCode(close);
  for (let end = text.indexOf(mark, at + 2); end > 0; end = text.indexOf(mark, end + 1)) {
    if (!single || !isWord(text, end + 1)) return end + 1;
  }
  return at;
}

function isWord(text: string, at: number): boolean {
  const kind = units[text.charCodeAt(at)] ?? unit.plain;
  return kind > lastMark || kind === unit.cjk;
}

function pairs(...both: readonly string[]): Map<number, number> {
  return new Map(both.map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]));
}
