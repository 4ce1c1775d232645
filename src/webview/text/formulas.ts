import type { MarkedExtension, Tokens } from "marked";
import { escapeHtml } from "./escapeHtml.ts";

/** A formula in a text, as its source; `typeset.ts` puts MathML in its place once its block is closed. */
interface Formula extends Tokens.Generic {
  tex: string;
  display: boolean;
}

/** A formula longer than this is text: its end is not looked for any further. */
const longest = 3_000;

const display = new RegExp(
  String.raw`^(?:\$\$((?:\\.|[^\\$]){1,${longest}}?)\$\$|\\\[((?:\\[^\]]|[^\\]){1,${longest}}?)\\\])`,
  "s",
);
// As in Pandoc: no blank inside the signs, and neither a letter nor a digit after the last, so that money and
// shell variables stay text.
const inline = new RegExp(
  String.raw`^(?:\$(?![\s$])((?:\\.|[^\\$` +
    "`" +
    String.raw`]){1,${longest}}?)(?<!\s)\$(?![\p{L}\p{N}$])|\\\(((?:\\[^)]|[^\\]){1,${longest}}?)\\\))`,
  "su",
);
const blankLine = /\n[ \t]*\n/;
const blankLines = /\n(?:[ \t]*\n)+/g;
/** What opens a formula of lines stands alone on its own. */
const opener = /^ {0,3}(?:\$\$|\\\[)[ \t]*\n/;
/** A sum with words after it: "$5 or 10$". */
const money = /^\d[\d.,]*\s*(?:\p{Script=Han}|(?<=\s)\p{L}{2})/u;

/**
 * `$…$` and `\(…\)` within a line, `$$…$$` and `\[…\]` on lines of their own, blank lines inside included. In a text
 * that still `grows` a formula without an end takes in all that follows, as its end may still come.
 */
export const formulas = (grows: boolean): MarkedExtension => ({
  extensions: [
    {
      name: "formulaBlock",
      level: "block",
      start: (source) => nextInParagraph(source, /\n {0,3}(?:\$\$|\\\[)/),
      tokenizer: (source) => blockFormula(source, grows),
      renderer: (token) =>
        token["tex"] === undefined
          ? `<p class="raw">${escapeHtml(token.raw)}</p>\n`
          : `<p>${shown(token)}</p>\n`,
    },
    {
      name: "formula",
      level: "inline",
      start(source) {
        const at = source.indexOf("$");
        return at < 0 ? undefined : at;
      },
      tokenizer: (source) => formulaAt("formula", source),
      renderer: shown,
    },
  ],
  hooks: {
    // What stands in a formula begins and ends no emphasis; each sign of it is masked by a letter.
    emStrongMask: (source: string) =>
      source.replace(
        /(?<![\\\p{L}\p{N}$])\$(?![\s$])[^$`\n]+(?<!\s)\$(?![\p{L}\p{N}$])|\\\(.+?\\\)/gu,
        (formula) => "a".repeat(formula.length),
      ),
  },
});

/** The place of a pattern, but only as far as the paragraph goes: beyond it the search would be made again. */
function nextInParagraph(source: string, pattern: RegExp): number | undefined {
  const end = blankLine.exec(source)?.index ?? source.length;
  const at = source.slice(0, end).search(pattern);
  return at < 0 ? undefined : at + 1;
}

function blockFormula(source: string, grows: boolean): Tokens.Generic | undefined {
  const indent = /^ {0,3}(?=\$\$|\\\[)/.exec(source)?.[0];
  if (indent === undefined) return undefined;
  const rest = source.slice(indent.length, indent.length + longest + 10);
  const found = formulaAt("formulaBlock", rest);
  if (!found) return openFormula(source, grows);
  const after = /^[ \t]*(?:\n+|$)/.exec(source.slice(indent.length + found.raw.length))?.[0];
  return found.display && after !== undefined ? { ...found, raw: indent + found.raw + after } : undefined;
}

/** A formula whose end may still come, so that none of its lines is taken for a list or a heading meanwhile. */
function openFormula(source: string, grows: boolean): Tokens.Generic | undefined {
  const isOpen =
    source.length <= longest &&
    opener.test(source) &&
    (!blankLine.test(source) || (grows && mayHold(source)));
  return isOpen ? { type: "formulaBlock", raw: source } : undefined;
}

function formulaAt(type: string, source: string): Formula | undefined {
  const onLines = display.exec(source);
  const [raw = "", dollars, brackets] = onLines ?? inline.exec(source) ?? [];
  const tex = dollars ?? brackets;
  if (tex === undefined || tex.trim() === "") return undefined;
  if (blankLine.test(tex) && !(type === "formulaBlock" && opener.test(source) && mayHold(tex)))
    return undefined;
  if (!onLines && raw.startsWith("$") && money.test(tex)) return undefined;
  return { type, raw, tex: tex.trim().replace(blankLines, "\n"), display: onLines !== null };
}

/** Blank lines are a formula's only where nothing among them begins another block. */
function mayHold(tex: string): boolean {
  return !/^ {0,3}(?:```|~~~|#{1,6} |\* |\d+[.)] )/m.test(tex);
}

function shown({ raw, tex, display: onLines }: Tokens.Generic): string {
  const source = escapeHtml(raw.trim());
  return `<span class="${onLines === true ? "tex display" : "tex"}" data-tex="${escapeHtml(String(tex))}">${source}</span>`;
}
