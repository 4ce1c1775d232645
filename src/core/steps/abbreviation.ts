import { codeOf, lastMark, unit, units } from "./units.ts";

const abbreviations = new Set(
  ["etc", "vs", "cf", "approx", "resp", "dr", "mr", "mrs", "ms", "fig", "eq", "no", "st"].map(numberOf),
);
const longest = 6;
const longestItem = 3;
const stop = codeOf(".");
const factorial = codeOf("!");
const underscore = codeOf("_");
const nine = codeOf("9");
const beforeItem = new Set([..." \t\r\n\u00a0\u3000#*>"].map(codeOf));

/** Tells whether the stop that a text of so many units ends with ends no sentence: "e.g.", "dr.", "12." before an item, "3!". */
export function isAbbreviated(text: Uint16Array, length: number): boolean {
  const mark = text[length - 1] ?? 0;
  if (mark === factorial) return isDigit(text[length - 2] ?? 0);
  if (mark !== stop) return false;
  let number = 0;
  let digits = 0;
  let from = length - 2;
  for (let scale = 1; from >= 0 && isWordUnit(text[from] ?? 0); from--, scale *= 31) {
    if (length - 1 - from > longest) return false;
    const code = text[from] ?? 0;
    number += (units[code] ?? unit.plain) * scale;
    if (isDigit(code)) digits++;
  }
  const letters = length - 2 - from;
  if (letters === 0) return false;
  if (digits === letters) return digits <= longestItem && isBefore(text, from);
  return (letters === 1 && text[from + 1] !== underscore) || abbreviations.has(number);
}

/** Only what may stand before an item of a list stands up to here. */
function isBefore(text: Uint16Array, last: number): boolean {
  for (let at = last; at >= 0; at--) if (!beforeItem.has(text[at] ?? 0)) return false;
  return true;
}

function numberOf(word: string): number {
  return [...word].reduce((number, letter) => number * 31 + codeOf(letter), 0);
}

function isDigit(code: number): boolean {
  const kind = units[code] ?? unit.plain;
  return kind > lastMark && kind <= nine;
}

/** What `\w` matches. */
export function isWordUnit(code: number): boolean {
  return (code < 0x80 && (units[code] ?? unit.plain) > lastMark) || code === underscore;
}
