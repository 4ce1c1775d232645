import { mark, marks } from "./marks.ts";
import { codeOf, lastMark, unit, units } from "./units.ts";

const stop = codeOf(".");
const asks = codeOf("?");
const calls = codeOf("!");
const nine = codeOf("9");

/**
 * Where the first sentence of a text ends, its last stop included where the script has spaces, and how far it goes
 * before a mark whose partner is missing or a formula: once spans are held, such marks have none.
 */
export function firstSentence(text: string): { end: number; paired: number } {
  const { length } = text;
  let paired = length;
  let end = 0;
  for (; end < length; end++) {
    const code = text.charCodeAt(end);
    const kind = units[code] ?? unit.plain;
    if (kind > lastMark) continue;
    if (kind === unit.cjkStop) break;
    const seen = marks[code] ?? 0;
    if ((seen & mark.space) !== 0 && isEnded(text, end)) break;
    if (paired === length && (seen & mark.pair) !== 0) paired = end;
  }
  return { end, paired: Math.min(paired, end) };
}

/** After a digit "!" is a factorial. */
function isEnded(text: string, to: number): boolean {
  const last = text.charCodeAt(to - 1);
  if (last === stop || last === asks) return true;
  const before = units[text.charCodeAt(to - 2)] ?? unit.plain;
  return last === calls && (before <= lastMark || before > nine);
}
