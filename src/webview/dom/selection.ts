let selected = false;

/** Keeps in mind whether something is selected; `changed` is told after every change of it. */
export function watchSelection(changed: () => void): void {
  document.addEventListener("selectionchange", () => {
    selected = document.getSelection()?.isCollapsed === false;
    changed();
  });
}

/** True while the reader has selected something. To ask the browser itself would lay the page out every time. */
export function hasSelection(): boolean {
  return selected;
}

/** True while the reader has selected something that touches this element. */
export function isSelectedIn(element: Element): boolean {
  return selected && document.getSelection()?.containsNode(element, true) === true;
}
