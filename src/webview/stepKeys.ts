import type { StepRow } from "./stepRow.ts";
import type { StepsView } from "./stepsView.ts";

/** A pointer that moved further than this between down and up was selecting, not pressing. */
const stillness = 4;

/**
 * Pointer and keyboard on the list. It is one tab stop; ↑ ↓ j k Home End move, ← → fold, and anywhere
 * outside a text box e and c open and fold all and . goes to the running step.
 */
export function wireSteps({
  steps,
  toggle,
  toggleAll,
  moved,
}: {
  steps: StepsView;
  toggle: (row: StepRow) => void;
  toggleAll: (all: "expanded" | "collapsed") => void;
  /** The reader went to another row by key. */
  moved: (row: StepRow) => void;
}): { refresh: () => void } {
  const { list } = steps;
  let active: StepRow | undefined;
  let down = { x: 0, y: 0 };

  const rowOf = (target: EventTarget | null) => {
    const head = target instanceof Element ? target.closest(".step-head") : null;
    return head && steps.rows.find((row) => row.head === head);
  };
  const makeStop = (row: StepRow | undefined) => {
    active?.head.setAttribute("tabindex", "-1");
    active = row;
    active?.head.setAttribute("tabindex", "0");
  };
  const go = (row: StepRow | undefined) => {
    if (!row) return;
    row.head.focus();
    moved(row);
  };

  const inList = (key: string, row: StepRow): boolean => {
    const { rows } = steps;
    switch (key) {
      case "ArrowDown":
      case "j":
        go(rows[row.number]);
        return true;
      case "ArrowUp":
      case "k":
        go(rows[row.number - 2]);
        return true;
      case "Home":
        go(rows[0]);
        return true;
      case "End":
        go(rows.at(-1));
        return true;
      case "ArrowRight":
        if (!row.open) toggle(row);
        return true;
      case "ArrowLeft":
        if (row.open) toggle(row);
        return true;
      default:
        return false;
    }
  };

  const anywhere = (key: string): boolean => {
    if (steps.rows.length === 0) return false;
    if (key === "e") toggleAll("expanded");
    else if (key === "c") toggleAll("collapsed");
    else if (key === ".") go(steps.running ?? steps.rows.at(-1));
    else return false;
    return true;
  };

  list.addEventListener("focusin", ({ target }) => {
    const row = rowOf(target);
    if (row) makeStop(row);
  });
  list.addEventListener("pointerdown", ({ clientX, clientY }) => {
    down = { x: clientX, y: clientY };
  });
  list.addEventListener("click", (event) => {
    const row = rowOf(event.target);
    // A click made with a key has no place (detail 0).
    const still = Math.hypot(event.clientX - down.x, event.clientY - down.y) <= stillness;
    if (row && (still || event.detail === 0)) toggle(row);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target instanceof HTMLTextAreaElement) return;
    const row = rowOf(event.target);
    if ((row && inList(event.key, row)) || anywhere(event.key)) event.preventDefault();
  });

  return {
    refresh() {
      if (!active || !steps.rows.includes(active)) makeStop(steps.rows[0]);
    },
  };
}
