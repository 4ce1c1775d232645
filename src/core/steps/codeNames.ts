/** Names that a trace showed to be code, so that a title that begins with one leaves its case alone. */
export type CodeNames = Set<string>;

const most = 1_000;
/** In backticks, behind a dot or before a bracket, looked for by these marks: `nlargest`, heapq.nlargest, nlargest(n). */
const shown = /`([\w$]+)`|(?<=\w)\.([a-z][\w$]+)|(?<=\b([a-z][\w$]+))\((?!s\))/g;

/** Adds the names in code that a sentence shows. */
export function noteCodeNames(names: CodeNames, text: string): void {
  if (names.size >= most || !/[`(.]\w/.test(text)) return;
  shown.lastIndex = 0;
  for (let found = shown.exec(text); found; found = shown.exec(text)) {
    const name = found[1] ?? found[2] ?? found[3];
    if (name !== undefined) names.add(name);
  }
}
