import type { StepActions, PageActions } from "./keys.ts";
import type { StepRow } from "./stepRow.ts";
import type { StepsView } from "./stepsView.ts";

/** A pointer that moved further than this between down and up was selecting, not pressing. */
const stillness = 4;

/** What a reader can do with the list by pointer and key. */
export interface StepReach {
  readonly onStep: StepActions;
  readonly onPage: Pick<PageActions, "expandAll" | "collapseAll" | "runningStep">;
  /** The step whose header this is or is in. */
  rowOf(target: EventTarget | null): StepRow | undefined;
  /** Call when rows may have come or gone: the list stays one tab stop. */
  refresh(): void;
}

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
}): StepReach {
  const { list } = steps;
  let active: StepRow | undefined;
  let down = { x: 0, y: 0 };

  const rowOf = (target: EventTarget | null) => {
    const head = target instanceof Element ? target.closest(".step-head") : null;
    return head ? steps.rows.find((row) => row.head === head) : undefined;
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
  const all = (how: "expanded" | "collapsed") => steps.rows.length > 0 && toggleAll(how);

  list.addEventListener("focusin", ({ target }) => {
    const row = rowOf(target);
    if (row) makeStop(row);
  });
  list.addEventListener("pointerdown", ({ clientX, clientY }) => {
    down = { x: clientX, y: clientY };
  });
  list.addEventListener("click", (event) => {
    const row = rowOf(event.target);
    // A click made by assistive technology has no place (detail 0).
    const still = Math.hypot(event.clientX - down.x, event.clientY - down.y) <= stillness;
    if (row && (still || event.detail === 0)) toggle(row);
  });

  return {
    rowOf,
    onStep: {
      nextStep: (row) => go(steps.rows[row.number]),
      previousStep: (row) => go(steps.rows[row.number - 2]),
      firstStep: () => go(steps.rows[0]),
      lastStep: () => go(steps.rows.at(-1)),
      openStep: (row) => void (row.open || toggle(row)),
      foldStep: (row) => void (row.open && toggle(row)),
      toggleStep: toggle,
    },
    onPage: {
      expandAll: () => all("expanded"),
      collapseAll: () => all("collapsed"),
      runningStep: () => steps.rows.length > 0 && go(steps.running ?? steps.rows.at(-1)),
    },
    refresh() {
      if (!active || !steps.rows.includes(active)) makeStop(steps.rows[0]);
    },
  };
}
