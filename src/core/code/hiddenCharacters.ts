/**
 * Characters that turn the reading order around or cannot be seen (CVE-2021-42574, "Trojan Source"), control
 * characters, text smuggled in Unicode's tags or in rows of variation selectors, and heaps of accents. Joiners
 * are letters' business in Persian, Hindi and emoji, and a trick between ASCII; some flags are tags too.
 */
export const hidden = new RegExp(
  [
    "(?:[\\0-\\x08\\v\\f\\x0E-\\x1F\\x7F-\\x9F\\xAD\\u061C\\u115F\\u1160\\u17B4\\u17B5\\u180E\\u200B\\u200E\\u200F]",
    "[\\u2028-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0\\uFFF9-\\uFFFB]|\\u034F)+",
    "(?<=[!-~])[\\u200C\\u200D]|[\\u200C\\u200D](?=[!-~])",
    "\\u{1F3F4}?[\\u{E0000}-\\u{E007F}]+",
    "[\\uFE00-\\uFE0F\\u{E0100}-\\u{E01EF}]{2,}",
    "\\p{Mn}{16,}",
  ].join("|"),
  "gu",
);

/** Begins what looks like a row of hidden characters and is a flag. */
export const flag = "\u{1F3F4}";

/** The text with each hidden character as its number, such as ⟨U+202E⟩; a row of them is counted. */
export function revealed(text: string): string {
  return text.replace(hidden, (found) => (found.startsWith(flag) ? found : nameOf(found)));
}

/**
 * The text with ¤ for each unit of a hidden character, so that its length stays. (� comes from a fallback font
 * here and there, and 100,000 of them then take ten seconds to lay out.)
 */
export function masked(text: string): string {
  return text.replace(hidden, (found) => (found.startsWith(flag) ? found : "¤".repeat(found.length)));
}

/** A row of hidden characters by the number of its first one, and how many more they are. */
export function nameOf(found: string): string {
  const [first = ""] = found;
  const code = (first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const more = [...found].length - 1;
  return more > 0 ? `⟨U+${code} +${more}⟩` : `⟨U+${code}⟩`;
}
