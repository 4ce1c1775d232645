import { hidden } from "../../core/code/hiddenCharacters.ts";

/** What means nothing but itself in Markdown, once a line has begun with a word. */
const plain = /^[\p{L}\p{N} ,.']+$/u;
/** A line that has: behind it may stand the marks of a quote, a list, a heading, a table or of emphasis. */
const begun = /^(?:[\s>|]|[-*+] |#+ |\d+[.)] )*[*_]*\p{L}/u;
const lastWord = /([\p{L}\p{N},.']+)( *)$/u;

/**
 * Writes words at the end of a rendered text, as rendering all of it anew would; false where only that can tell how
 * they look. `before` is the Markdown it was rendered from, `more` what came since.
 */
export function goOn(root: Element, before: string, more: string): boolean {
  const line = before.slice(before.lastIndexOf("\n") + 1);
  if (!plain.test(more) || more.search(hidden) >= 0 || !begun.test(line)) return false;
  const [, word, gap = ""] = lastWord.exec(line) ?? [];
  const text = lastText(root);
  if (!word || !text || text.parentElement?.closest("a, pre")) return false;
  if (text.data.endsWith(word + gap)) text.appendData(more);
  else if (text.data.endsWith(word)) text.appendData(gap + more);
  else return false;
  return true;
}

/** The last text below `root` that is more than white space. */
function lastText(root: Element): Text | undefined {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.lastChild());
  let node: Node | null = texts.currentNode;
  while (node instanceof Text && node.data.trim() === "") node = texts.previousNode();
  return node instanceof Text ? node : undefined;
}
