import type { Judgement } from "../../core/run/verdict.ts";
import type { StepActions, PageActions } from "../keys/keys.ts";
import { StepRow } from "./stepRow.ts";
import type { Stop } from "./stepSections.ts";
import type { StepsView } from "./stepsView.ts";

/** A pointer that moved further than this between down and up was selecting, not pressing. */
const stillness = 4;

/** What a reader can do with the list of phases and steps by pointer and key. */
export interface StepReach {
  readonly onStep: StepActions;
  readonly onPage: Pick<PageActions, "expandAll" | "collapseAll" | "runningStep">;
  /** The step or phase whose header this is or is in. */
  stopOf(target: EventTarget | null): Stop | undefined;
  /** Takes the reader to a step or a phase, opening what hides it. */
  go(stop: Stop | undefined): void;
  /** Call when rows may have come or gone: the list stays one tab stop. */
  refresh(): void;
}

export function wireSteps({ steps, toggle, toggleAll, moved }: StepKeyParts): StepReach {
  const { list } = steps;
  let active: Stop | undefined;
  let down = { x: 0, y: 0 };

  const stopOf = (target: EventTarget | null) => {
    const head = target instanceof Element ? target.closest(".step-head, .phase-head") : null;
    return head ? steps.stops().find((stop) => stop.isHead(head)) : undefined;
  };
  const makeStop = (stop: Stop | undefined) => {
    active?.head.setAttribute("tabindex", "-1");
    active = stop;
    active?.head.setAttribute("tabindex", "0");
  };
  const go = (stop: Stop | undefined) => {
    if (!stop) return;
    if (stop instanceof StepRow) steps.reveal(stop);
    stop.head.focus();
    moved(stop);
  };
  const goBeside = (stop: Stop, by: number) => {
    const stops = steps.stops();
    go(stops[stops.indexOf(stop) + by]);
  };
  const fold = (stop: Stop) => {
    if (stop.open) toggle(stop);
    else if (stop instanceof StepRow) go(steps.phaseOf(stop));
  };
  const judge = (stop: Stop, verdict: Judgement) => stop instanceof StepRow && stop.judge(verdict);
  const all = (how: "expanded" | "collapsed") => steps.rows.length > 0 && toggleAll(how);

  list.addEventListener("focusin", ({ target }) => {
    const stop = stopOf(target);
    if (stop) makeStop(stop);
  });
  list.addEventListener("pointerdown", ({ clientX, clientY }) => {
    down = { x: clientX, y: clientY };
  });
  list.addEventListener("click", (event) => {
    const stop = stopOf(event.target);
    // A click made by assistive technology has no place (detail 0).
    const still = Math.hypot(event.clientX - down.x, event.clientY - down.y) <= stillness;
    if (stop && (still || event.detail === 0)) toggle(stop);
  });

  return {
    stopOf,
    go,
    onStep: {
      nextStep: (stop) => goBeside(stop, 1),
      previousStep: (stop) => goBeside(stop, -1),
      firstStep: () => go(steps.stops()[0]),
      lastStep: () => go(steps.stops().at(-1)),
      openStep: (stop) => void (stop.open || toggle(stop)),
      foldStep: fold,
      toggleStep: toggle,
      judgeRight: (stop) => judge(stop, "right"),
      judgeWrong: (stop) => judge(stop, "wrong"),
      judgeUnsure: (stop) => judge(stop, "unsure"),
      judgeNot: (stop) => judge(stop, "none"),
      copyStep: (stop) => (stop instanceof StepRow ? stop.copy() : false),
    },
    onPage: {
      expandAll: () => all("expanded"),
      collapseAll: () => all("collapsed"),
      runningStep: () => steps.rows.length > 0 && go(steps.running ?? steps.rows.at(-1)),
    },
    refresh() {
      if (!active || !steps.shows(active)) makeStop(steps.stops()[0]);
    },
  };
}

interface StepKeyParts {
  steps: StepsView;
  toggle: (stop: Stop) => void;
  toggleAll: (all: "expanded" | "collapsed") => void;
  /** The reader went to another step or phase. */
  moved: (stop: Stop) => void;
}
