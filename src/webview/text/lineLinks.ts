import { fileName } from "../../core/code/fileName.ts";
import type { CodeContext } from "../../core/ask/codeContext.ts";
import { fileReferences, lineReferences } from "../../core/code/lineReferences.ts";
import { el } from "../dom/dom.ts";
import { t } from "../l10n.ts";
import { linesWords } from "../../core/code/linesWords.ts";

/** Has every place below `root` that names lines of `code` lead to them; `wireLinks` follows it. */
export function linkLines(root: ParentNode & Node, code: CodeContext): void {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = texts.nextNode(); node; node = texts.nextNode())
    if (node instanceof Text && !node.parentElement?.closest("pre, [data-href], .tex")) found.push(node);
  for (const text of found) linkIn(text, code);
}

function linkIn(text: Text, code: CodeContext): void {
  // Inside a sentence's code only a file's name tells a line from a variable.
  const read = text.parentElement?.closest("code") ? fileReferences : lineReferences;
  const name = fileName(code.path);
  // From the last to the first, so that the places before stay where they are.
  for (const { start, end, ...lines } of read(text.data, code).toReversed()) {
    const link = el("a", {
      role: "link",
      tabindex: 0,
      "data-lines": `${lines.startLine}-${lines.endLine}`,
      title: t("Show {0} in the editor", name + linesWords(lines)),
    });
    const words = text.splitText(start);
    words.splitText(end - start);
    words.replaceWith(link);
    link.append(words);
  }
}
