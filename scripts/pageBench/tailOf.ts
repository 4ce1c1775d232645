/** Text nodes looked at, at most: what is asked every frame must cost the same however long the document is. */
const most = 60;

/** The last characters of an element's text, in document order. */
export function tailOf(root: Element, length: number): string {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let last: Node = root;
  while (last.lastChild) last = last.lastChild;
  walker.currentNode = last;
  let text = "";
  let node: Node | null = last instanceof Text ? last : walker.previousNode();
  for (let seen = 0; node && text.length < length && seen < most; seen++) {
    text = (node.nodeValue ?? "").slice(-length) + text;
    node = walker.previousNode();
  }
  return text.slice(-length);
}
