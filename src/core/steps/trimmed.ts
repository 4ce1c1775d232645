import { mark, marks } from "./marks.ts";
import { codeOf, lastMark, unit, units } from "./units.ts";

/** Marks that no title ends with: alone, behind a space, and as the opening of a formula. */
const loose = setOf(",;:.!?=，。；：？！、…—–-");
const looseAfterSpace = setOf("*/+<>|&");
const looseAfterSlash = setOf("([");
const slash = codeOf("\\");
/** No expression for loose words looks further back. */
const looseUnits = 32;

/** A title without loose marks and words at its end. */
export function trimmed(text: string, dangling: RegExp): string {
  for (let title = text; ;) {
    title = title.slice(0, marksFrom(title));
    dangling.lastIndex = Math.max(0, title.length - looseUnits);
    const words = dangling.exec(title);
    if (!words) return title;
    title = title.slice(0, words.index);
  }
}

/** Where the loose marks at the end of a title begin. */
function marksFrom(title: string): number {
  let end = title.length;
  for (let few = 1; few > 0; end -= few) few = looseMarks(title, end);
  return end;
}

/** How many units of a loose mark end here. */
function looseMarks(title: string, end: number): number {
  const code = title.charCodeAt(end - 1);
  if ((units[code] ?? unit.plain) > lastMark) return 0;
  if (loose.has(code) || code === slash || isSpace(code)) return 1;
  const before = title.charCodeAt(end - 2);
  if (looseAfterSpace.has(code) && isSpace(before)) return 2;
  return looseAfterSlash.has(code) && before === slash ? 2 : 0;
}

function isSpace(code: number): boolean {
  return ((marks[code] ?? 0) & mark.space) !== 0;
}

function setOf(characters: string): ReadonlySet<number> {
  return new Set([...characters].map(codeOf));
}
