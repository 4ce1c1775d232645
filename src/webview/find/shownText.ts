/** What stands in a rendered text but was not written by the model. */
const ownParts = "button, .code-bar";

/** The text a reader sees in an element, as one string, and the way from places in it to places in the page. */
export class ShownText {
  readonly text: string;
  readonly #nodes: Text[] = [];
  readonly #starts: number[] = [];

  constructor(element: Element) {
    const walker = document.createTreeWalker(
      element,
      NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
      (node) =>
        node instanceof Element
          ? node.matches(ownParts)
            ? NodeFilter.FILTER_REJECT
            : NodeFilter.FILTER_SKIP
          : NodeFilter.FILTER_ACCEPT,
    );
    let text = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text)) continue;
      this.#starts.push(text.length);
      this.#nodes.push(node);
      text += node.data;
    }
    this.text = text;
  }

  /** In UTF-16 units, `end` the first after it. The range does not move with later changes, and so costs them nothing. */
  range(start: number, end: number): StaticRange {
    const from = this.#at(start);
    // The end belongs to the last character, not to the node that follows it.
    const to = this.#at(end - 1);
    return new StaticRange({
      startContainer: from.node,
      startOffset: from.offset,
      endContainer: to.node,
      endOffset: to.offset + 1,
    });
  }

  #at(place: number): { node: Node; offset: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return { node: this.#nodes[low] ?? document.body, offset: place - (this.#starts[low] ?? 0) };
  }
}
