/** Room in pixels between what is brought into view and the edges. */
const margin = 32;

/** While what stands above is drawn for the first time its height changes, so the place is looked at again. */
const looks = 3;

/** Scrolls a place of the page into view, and sideways too where it stands in a wide block; moves nothing if it is in view. */
export function bringIntoView(place: StaticRange | Element, scroller: HTMLElement, again = looks): void {
  const start = place instanceof Element ? place : place.startContainer;
  if (!start.isConnected) return;
  for (const details of ancestors(start, scroller))
    if (details instanceof HTMLDetailsElement) details.open = true;
  const rect = rectOf(place);
  const view = scroller.getBoundingClientRect();
  if (rect.top < view.top + margin || rect.bottom > view.bottom - margin) {
    scroller.scrollTop += rect.top - view.top - view.height / 3;
  }
  for (const block of ancestors(start, scroller)) {
    if (getComputedStyle(block).overflowX !== "auto") continue;
    const { left, right, width } = block.getBoundingClientRect();
    if (rect.left < left || rect.right > right) block.scrollLeft += rect.left - left - width / 3;
  }
  if (again > 1) requestAnimationFrame(() => bringIntoView(place, scroller, again - 1));
}

function* ancestors(node: Node, until: Element): Generator<Element> {
  for (let at = node.parentElement; at && at !== until; at = at.parentElement) yield at;
}

function rectOf(place: StaticRange | Element): DOMRect {
  if (place instanceof Element) return place.getBoundingClientRect();
  const range = document.createRange();
  range.setStart(place.startContainer, place.startOffset);
  range.setEnd(place.endContainer, place.endOffset);
  return range.getBoundingClientRect();
}
