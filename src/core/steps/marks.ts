import { codeOf } from "./units.ts";

/** Kinds of marks in a sentence: what looks for one of them need not look into a sentence that has none. */
export const mark = {
  /** May open code, a quote or a bracket; an apostrophe inside a word does not. */
  opens: 1,
  /** Backslash or dollar. */
  formula: 2,
  /** What a title leaves out: Markdown, white space but single spaces, a round apostrophe. */
  dress: 4,
  cjk: 8,
  /** Digits and what stands between numbers. */
  operator: 16,
  /** A comma, a colon, a semicolon or a dash. */
  pause: 32,
  /** Behind it stands what code names; counts only when a word does. */
  names: 64,
  /** One of two that stand around something, or opens a formula. */
  pair: 128,
  space: 256,
} as const;

/** The kinds of each unit, added up. */
export const marks = new Uint16Array(0x10000);

add("`\"'“‘「《(（[{", mark.opens);
add("\\$", mark.formula);
add("*_$\\+>#•’", mark.dress);
add("\t\v\f\u1680\u2028\u2029\u202f\u205f\u3000\ufeff", mark.dress | mark.space);
for (let code = 0x2000; code <= 0x200a; code++) marks[code] = mark.dress | mark.space;
add(" \n\r\u00a0", mark.space);
add("=+<>≤≥≈≡∝∈→⇒×÷^*/\\|0123456789", mark.operator);
add(",:;—–，：；", mark.pause);
add("`(._", mark.names);
add('{}[]()（）"“”「」《》`\\$', mark.pair);
marks.fill(mark.cjk, 0x3400, 0xa000);

function add(characters: string, kind: number): void {
  for (const character of characters) marks[codeOf(character)] = (marks[codeOf(character)] ?? 0) | kind;
}
