import { languages } from "./languages.ts";
import { mark } from "./marks.ts";
import type { Held } from "./spans.ts";
import { holdSpans } from "./spans.ts";
import type { Titling } from "./titling.ts";
import { codeOf, lastMark, unit, units } from "./units.ts";

/** A sentence without Markdown, and the language to title it in. */
export interface Bare {
  text: string;
  titling: Titling;
  /** The kinds of marks it may have. */
  marks: number;
}

const lastTitling = languages.at(-1)?.titling;
const dress = /[*_$\\+>#•\t\n’]|\s\s|^[-(\d]/;
const firsts = new Set([..."-(0123456789"].map(codeOf));

export function bareOf(sentence: string, kinds: number): Bare {
  const dressed = (kinds & mark.dress) !== 0 || firsts.has(sentence.charCodeAt(0));
  const text = dressed && dress.test(sentence) ? undressed(sentence) : sentence;
  return { text, titling: titlingFor(text, kinds), marks: kinds };
}

/** Its code, quotes and brackets as one character each. */
export function heldOf({ marks }: Bare, text: string): Held {
  return (marks & mark.opens) === 0 ? { text, spans: [] } : holdSpans(text);
}

/** Its text without what it says by the way: between commas or brackets, or before a colon or an open end. */
export function withoutInserts({ text, titling, marks }: Bare): string {
  const last = units[text.charCodeAt(text.length - 1)] ?? unit.plain;
  const may = (marks & (mark.pause | mark.opens)) !== 0 || last > lastMark;
  return may ? text.replace(titling.inserts, "") : text;
}

/** The first language that speaks the text's script, else the last. */
export function titlingFor(text: string, kinds: number): Titling {
  for (const { titling } of languages) {
    if (titling === lastTitling) break;
    if ((kinds & titling.needs) === titling.needs && titling.speaks.test(text)) return titling;
  }
  if (!lastTitling) throw new Error("There is no language to title in.");
  return lastTitling;
}

/** Drops Markdown's marks and the dollars of short formulas. */
function undressed(text: string): string {
  let bare = text.replace(/^(?:[-*•+>#]+|\(?(?:\d{1,2}|[a-z])[.)])\s+/i, "");
  if (/[*_]/.test(bare)) bare = bare.replaceAll(/(\*\*?|__)(?=\S)([^*_]+?)(?<=\S)\1(?!\w)/g, "$2");
  if (/[$\\]/.test(bare))
    bare = bare.replaceAll(/\$([^$\s\\]{1,12})\$|\\\(\s*([^\\]{1,12}?)\s*\\\)/g, "$1$2");
  if (bare.includes("’")) bare = bare.replaceAll(/(?<=\p{L})’(?=\p{L})/gu, "'");
  return bare.replaceAll(/\s+/g, " ").trim();
}
