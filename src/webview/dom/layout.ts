import { el } from "./dom.ts";

/** From this width on, answer and steps stand side by side and each scrolls by itself. */
const sideBySide = "(min-width: 700px)";

/** The page's frame: what stands where, and which element scrolls. */
export interface Layout {
  /** Notice, answer and, with room for it, the title of the running step. */
  readonly left: HTMLElement;
  /** Holds the area and what floats over it. */
  readonly stage: HTMLElement;
  /** All that scrolls. */
  readonly area: HTMLElement;
  /** True while answer and steps are one column. */
  stacked(): boolean;
  scroller(): HTMLElement;
}

export function createLayout(
  root: HTMLElement,
  parts: { bar: HTMLElement; left: HTMLElement[]; right: HTMLElement; below: HTMLElement[] },
): Layout {
  const wide = window.matchMedia(sideBySide);
  // Asked for many times a frame, which the query itself is too dear for.
  let isWide = wide.matches;
  const look = () => (isWide = wide.matches);
  wide.addEventListener("change", look);
  window.addEventListener("resize", look);
  const left = el("div", { class: "left" }, ...parts.left);
  const area = el("main", {}, left, parts.right);
  const stage = el("div", { class: "stage" }, area);
  root.append(parts.bar, stage, ...parts.below);
  return {
    left,
    area,
    stage,
    stacked: () => !isWide,
    scroller: () => (isWide ? parts.right : area),
  };
}
