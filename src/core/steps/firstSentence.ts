import { mark, marks } from "./marks.ts";
import { unit, units } from "./units.ts";

/** What may end a sentence, and marks of which one stands alone or a formula begins. */
const found = /[.?!。！？{}[\]()（）"“”「」《》`\\$]/g;
const digit = /\d/;
/** "About Dr. Fu's account". */
const title = /(?:^|\W)(?:dr|mrs?|ms|prof|st)$/i;
const longestTitle = 5;

/**
 * Where the first sentence of a text ends, its last stop included where the script has spaces, and how far it goes
 * before a mark whose partner is missing or a formula: once spans are held, such marks have none.
 */
export function firstSentence(text: string): { end: number; paired: number } {
  let paired = text.length;
  for (found.lastIndex = 0; found.test(text);) {
    const at = found.lastIndex - 1;
    const kind = units[text.charCodeAt(at)] ?? unit.plain;
    if (kind === unit.cjkStop) return { end: at, paired: Math.min(paired, at) };
    if (kind !== unit.latinStop) paired = Math.min(paired, at);
    else if (isEnd(text, at)) return { end: at + 1, paired: Math.min(paired, at + 1) };
  }
  return { end: text.length, paired };
}

/** A stop before a space and behind no title; after a digit "!" is a factorial. */
function isEnd(text: string, at: number): boolean {
  if (((marks[text.charCodeAt(at + 1)] ?? 0) & mark.space) === 0) return false;
  if (text.charAt(at) === "!") return !digit.test(text.charAt(at - 1));
  return text.charAt(at) !== "." || !title.test(text.slice(Math.max(0, at - longestTitle), at));
}
