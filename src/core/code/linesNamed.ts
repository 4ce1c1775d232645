import type { CodeContext } from "../ask/codeContext.ts";
import { fileReferences, lineReferences } from "./lineReferences.ts";
import type { Lines } from "./sentLines.ts";

const fenced = /^ {0,3}(```|~~~).*$[^]*?(?:^ {0,3}\1|(?![^]))/gm;
const inline = /(`+)[^`\n]+\1/g;

/** The lines of the sent code that a text in Markdown names, each stretch once; what its code says counts as little as in the view. */
export function linesNamed(text: string, code: CodeContext): Lines[] {
  const prose = text.replace(fenced, " ");
  const found = [...lineReferences(prose.replace(inline, "…"), code), ...fileReferences(prose, code)];
  const named = new Map(
    found.map(({ startLine, endLine }) => [`${startLine}-${endLine}`, { startLine, endLine }]),
  );
  return [...named.values()].toSorted(
    (one, other) => one.startLine - other.startLine || one.endLine - other.endLine,
  );
}
