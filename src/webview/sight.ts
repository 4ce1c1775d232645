import type { Aim } from "./dom/aim.ts";
import type { FollowTail } from "./dom/followTail.ts";
import type { Layout } from "./dom/layout.ts";
import { isSelectedIn } from "./dom/selection.ts";
import type { StepRow } from "./steps/stepRow.ts";

/** What the reader looks at, so that nothing moves there by itself. */
export interface Sight {
  /** True while folding this row by itself would pull text from under the reader. */
  isDisturbedBy(row: StepRow): boolean;
  isInView(element: HTMLElement): boolean;
  /** True while the reader would see this element move if something came or went before it. */
  watches(element: HTMLElement): boolean;
  /** Runs a change of the list; what the reader has in view stays where it is. */
  keepPlace(change: () => void): void;
}

/** The parts are asked for when needed: they are built after the list that looks through this. */
export function createSight(parts: () => SightParts): Sight {
  const edges = () => parts().layout.scroller().getBoundingClientRect();
  const top = (element: Element) => element.getBoundingClientRect().top;

  const isInView = (element: HTMLElement) => {
    const own = element.getBoundingClientRect();
    const { top: from, bottom: to } = edges();
    return own.top < to && own.bottom > from;
  };

  /** The row at the upper edge of what scrolls. */
  const firstInView = () => {
    const { left, width, top: edge } = edges();
    return document.elementFromPoint(left + width / 2, edge + 1)?.closest("[data-step], .phase-head");
  };

  return {
    isDisturbedBy(row) {
      const { aim, tail } = parts();
      return (
        aim.active || (!tail.following && row.element.checkVisibility() && top(row.element) < edges().bottom)
      );
    },
    watches(element) {
      const { aim, tail, list } = parts();
      if (aim.active || isSelectedIn(list)) return true;
      return !tail.following && isInView(element);
    },
    isInView,
    keepPlace(change) {
      const { tail, layout } = parts();
      const first = tail.following ? undefined : firstInView();
      const stood = first ? top(first) : 0;
      change();
      if (first?.isConnected) layout.scroller().scrollTop += top(first) - stood;
    },
  };
}

interface SightParts {
  list: HTMLElement;
  aim: Aim;
  tail: FollowTail;
  layout: Layout;
}
