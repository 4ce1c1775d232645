import { Lexer, Marked, type RendererObject, type Token, type TokensList } from "marked";
import { escapeHtml } from "./escapeHtml.ts";
import { formulas } from "./formulas.ts";
import { revealed } from "../../core/code/hiddenCharacters.ts";
import { highlight } from "./highlight.ts";
import { t } from "../l10n.ts";
import { isTooMuch, plainParts } from "./markdownLimits.ts";

// Tags without attributes that GitHub's writers use; every other one is shown as it was written, since
// a thought about `Vec<T>` or `<div>` must not lose its words.
const plainTags = /<\/?(?:br|hr|sub|sup|kbd|mark|details|summary)\s*\/?>/gi;
const webAddress = /^(?:https?:\/\/|mailto:)[^\s]+$/i;

/** Of a table's cells; a larger one is shown as it was written. */
const mostCells = 5_000;

const options = { gfm: true, breaks: false };

const renderer: RendererObject = {
  html: (token) => (token.block ? showBlock(token.text) : showTags(token.text)),
  checkbox: ({ checked }) =>
    checked
      ? `<span class="task done" role="img" title="${t("Done")}"></span> `
      : `<span class="task" role="img" title="${t("To do")}"></span> `,
  heading({ tokens, depth }) {
    // The page's own headings are of level 2, so the text's begin below them.
    const level = Math.min(6, depth + 2);
    return `<h${level} class="h${depth}">${this.parser.parseInline(tokens)}</h${level}>\n`;
  },
  table: ({ header, rows, raw }) => (header.length * rows.length > mostCells ? plainHtml(raw) : false),
  code: ({ text, lang }) => codeHtml(text, /^\S*/.exec(lang ?? "")?.[0] ?? ""),
  image: ({ href, text }) => link(href, escapeHtml(text || t("Picture")), ""),
  link({ href, title, tokens }) {
    return link(href, this.parser.parseInline(tokens), title ?? "");
  },
};

const whole = new Marked({ ...options, renderer }, formulas(false));
/** The same for a text of which more is to come. */
const growing = new Marked({ ...options, renderer }, formulas(true));

export type Links = TokensList["links"];

/** Where a piece of Markdown stands in a text. */
export interface Standing {
  /** Definitions that came before it. */
  links?: Links;
  /** More of the text may come. */
  grows?: boolean;
}

/** Markdown as HTML that still has to go through `safeHtml`. */
export function markdownHtml(source: string, standing: Standing = {}): string {
  const blocks = lex(source, standing);
  return blocks ? blocksHtml(blocks) : plainHtml(source);
}

/** The blocks of a text, or undefined when it is so long or nested so deep that parsing would freeze the page. */
export function lex(source: string, { links = {}, grows = false }: Standing): TokensList | undefined {
  if (isTooMuch(source)) return undefined;
  const lexer = new Lexer({ ...(grows ? growing : whole).defaults, ...options });
  Object.assign(lexer.tokens.links, links);
  return lexer.lex(source);
}

export function blocksHtml(blocks: Token[]): string {
  return whole.parser(blocks);
}

/** The text as it is, each line and space of it. */
export function plainHtml(source: string): string {
  return plainParts(source)
    .map((part) => `<p class="raw">${escapeHtml(part)}</p>\n`)
    .join("");
}

/** Only web addresses can be followed; of any other link the words remain, and its address as their tooltip. */
function link(href: string, label: string, title: string): string {
  const tooltip = escapeHtml(revealed(title ? `${title}\n${href}` : href));
  if (!webAddress.test(href)) return `<span title="${tooltip}">${label}</span>`;
  return `<a role="link" tabindex="0" data-href="${escapeHtml(href)}" title="${tooltip}">${label}</a>`;
}

function codeHtml(code: string, language: string): string {
  const body = highlight(code, language) ?? escapeHtml(code);
  return `<pre data-lang="${escapeHtml(language)}"><code>${body}\n</code></pre>\n`;
}

function showBlock(html: string): string {
  return /^\s*<\/?(?:details|summary|hr)\s*\/?>/i.test(html) ? showTags(html) : plainHtml(html.trimEnd());
}

function showTags(html: string): string {
  let shown = "";
  let from = 0;
  for (const match of html.matchAll(plainTags)) {
    shown += escapeHtml(html.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return shown + escapeHtml(html.slice(from));
}
