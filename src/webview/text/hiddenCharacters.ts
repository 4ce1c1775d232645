import { flag, hidden, nameOf } from "../../core/code/hiddenCharacters.ts";

/** Has every hidden character below `root` stand there as its number, marked as not part of the text. */
export function markHidden(root: Node): void {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (!(node instanceof Text) || node.data.search(hidden) < 0) continue;
    const parts = partsOf(node.data);
    const last = parts.at(-1);
    node.replaceWith(...parts);
    if (last) texts.currentNode = last;
  }
}

function partsOf(text: string): Node[] {
  const parts: Node[] = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(hidden)) {
    if (found.startsWith(flag)) continue;
    const mark = document.createElement("span");
    mark.className = "hidden-character";
    mark.textContent = nameOf(found);
    parts.push(document.createTextNode(text.slice(from, index)), mark);
    from = index + found.length;
  }
  parts.push(document.createTextNode(text.slice(from)));
  return parts;
}
