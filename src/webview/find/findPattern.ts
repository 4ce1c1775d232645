/** Marks of emphasis, code and links that a reader does not see, and so does not type. */
const marks = "(?:[*_`~[]|\\]\\([^()\\s]{0,400}\\)){0,8}";

/**
 * What finds `query` in Markdown and in plain text alike: white space matches any other, line breaks too, and
 * between words Markdown's marks may stand. Undefined when there is nothing to look for. Matches are bounded
 * in what they try at each place, so that no text makes a search slow.
 */
export function findPattern(query: string, matchCase: boolean): RegExp | undefined {
  const wanted = query.trim().replace(/\s+/g, " ");
  if (!wanted) return undefined;
  let source = "";
  let before = "";
  for (const sign of wanted) {
    // Inside a word an underscore or a star is a character, as in `a_b`.
    if (before && !(isWord(before) && isWord(sign))) source += marks;
    source += sign === " " ? "\\s+" : sign.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
    before = sign;
  }
  return new RegExp(source, matchCase ? "g" : "gi");
}

/** So many UTF-16 units a match may reach beyond the place where its search was cut off. */
export function reachOf(query: string): number {
  return query.length * 2 + 1000;
}

function isWord(sign: string): boolean {
  return /\w/.test(sign);
}
