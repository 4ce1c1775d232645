import type { CodeContext } from "../ask/codeContext.ts";

/** UTF-16 offsets into the document; `end` is the first one after the place. */
export interface Place {
  start: number;
  end: number;
}

/**
 * Where code that was sent stands in its document now: at its old place, else where it stands exactly once.
 * `document` is the whole text with line ends of one kind, which may be another kind than when the code was sent.
 */
export function placeOf(
  { text, startLine, startCharacter = 0 }: CodeContext,
  document: string,
): Place | "changed" | "ambiguous" {
  const sought = text.replace(/\r?\n/g, document.includes("\r\n") ? "\r\n" : "\n");
  if (sought === "") return "changed";
  const placeAt = (start: number): Place => ({ start, end: start + sought.length });
  const before = lineStart(document, startLine) + startCharacter;
  if (document.startsWith(sought, before)) return placeAt(before);
  const first = document.indexOf(sought);
  if (first < 0) return "changed";
  return document.includes(sought, first + 1) ? "ambiguous" : placeAt(first);
}

/** The offset of a line's first character; lines count from 1, and past the last one the text ends. */
function lineStart(document: string, line: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed++) {
    const end = document.indexOf("\n", start);
    if (end < 0) return document.length;
    start = end + 1;
  }
  return start;
}
