import type { StepRecord } from "../core/run/runRecord.ts";
import type { Phase } from "../core/steps/step.ts";
import type { StepOpening } from "../protocol.ts";
import type { Copy } from "./copying.ts";
import type { Folds } from "./folds.ts";
import { phasesNow } from "./phasesNow.ts";
import type { PhaseSection } from "./phaseSection.ts";
import type { Sight } from "./sight.ts";
import { StepRow } from "./stepRow.ts";
import { StepSections, type Stop } from "./stepSections.ts";

/** The list of steps: which rows there are, how they group, and which of them stand open. */
export interface StepsView {
  readonly list: HTMLElement;
  readonly rows: readonly StepRow[];
  /** The row that still grows. */
  readonly running: StepRow | undefined;
  /** What the keyboard can go to now, in order. */
  stops(): Stop[];
  /** False for a stop the keyboard cannot go to, or no longer. */
  shows(stop: Stop): boolean;
  /** The phase a row stands under, none in a short trace. */
  phaseOf(row: StepRow): PhaseSection | undefined;
  open(step: Readonly<StepRecord>): void;
  name(number: number): void;
  close(number: number): void;
  /** Takes the phases as they now are; heads come and go where that disturbs nobody. */
  group(phases: readonly Phase[]): void;
  /** Draws what grew since the last frame. */
  paint(): void;
  /** The times of what is running, `elapsed` milliseconds into the run. */
  beat(elapsed: number): void;
  toggle(stop: Stop): void;
  /** Folding all folds the phases too once no step is open. */
  toggleAll(all: "expanded" | "collapsed"): void;
  /** Opens a row for as long as find stands in it; the one before folds again, unless touched meanwhile. */
  peek(row: StepRow | undefined): void;
  /** Opens what hides a row that the reader asks for. */
  reveal(row: StepRow): void;
  setOpening(opening: StepOpening): void;
  /** Does what had to wait for the reader: folds what should fold by itself, renders what is finished, groups. */
  settle(): void;
  /** Applies many changes as one: a step that opens and closes among them is never drawn open. */
  replay(changes: () => void): void;
  clear(): void;
}

export function createStepsView({ folds, copy, sight }: StepsParts): StepsView {
  let rows: StepRow[] = [];
  let phases: readonly Phase[] = [];
  let running: StepRow | undefined;
  let replaying = false;
  let grouped = true;
  let elapsed = 0;
  const unsettled = new Set<StepRow>();
  const sections = new StepSections({
    comeNear: (near) => near.forEach((row) => row.open && row.paint()),
    isOpen: folds.isPhaseOpen,
    inherit: (from) => folds.touchPhase(from, false),
  });

  const wanted = (row: StepRow) => folds.isOpen(row.number, running?.number ?? 0);
  const apply = (row: StepRow) => {
    if (row.open !== wanted(row)) row.setOpen(!row.open, sections.isNear(row));
  };
  const phaseOf = (row: StepRow) => {
    const section = sections.sectionOf(row);
    return section?.title === undefined ? undefined : section;
  };
  const setPhase = (phase: PhaseSection, open: boolean) => {
    folds.touchPhase(phase.from, open);
    phase.setOpen(open);
  };

  const regroup = () => {
    const mayMove = (from: number) => {
      const row = rows[from - 1];
      return !row || !sight.watches(sections.placeOf(row));
    };
    const now = phasesNow(sections.phases, phases, mayMove);
    sight.keepPlace(() => sections.arrange(now));
    for (const section of sections.all) section.tell(elapsed);
    grouped = now.length === phases.length && now.every(({ from }, at) => from === phases[at]?.from);
  };

  const settle = () => {
    for (const row of unsettled) {
      if (row.inUse() || (row.open && !wanted(row) && sight.isDisturbedBy(row))) continue;
      apply(row);
      if (!sections.isNear(row) || row.paint()) unsettled.delete(row);
    }
    if (!grouped) regroup();
  };

  const open = (step: Readonly<StepRecord>) => {
    const before = running;
    const row = new StepRow(rows.length + 1, step, copy);
    rows.push(row);
    running = row;
    if (replaying) return;
    sections.add(row, phases.find(({ from }) => from === row.number)?.title);
    apply(row);
    // The last words of the step before may have moved into this one; they must never be seen twice.
    before?.paint();
    if (before) unsettled.add(before);
    settle();
  };

  const close = (number: number) => {
    const row = rows[number - 1];
    if (!row) return;
    if (row === running) running = undefined;
    if (!replaying) {
      unsettled.add(row);
      settle();
    }
    row.close();
    sections.sectionOf(row)?.tell(elapsed);
  };

  return {
    list: sections.element,
    get rows() {
      return rows;
    },
    get running() {
      return running;
    },
    stops: () => sections.stops(),
    shows: (stop) => (!(stop instanceof StepRow) || rows[stop.number - 1] === stop) && sections.shows(stop),
    phaseOf,
    open,
    close,
    settle,
    group(now) {
      phases = now;
      if (!replaying) regroup();
    },
    name: (number) => rows[number - 1]?.name(),
    paint: () => void running?.paint(),
    beat(now) {
      elapsed = now;
      running?.time(now);
      sections.all.at(-1)?.tell(now);
      sections.settle();
    },
    toggle(stop) {
      if (!(stop instanceof StepRow)) return setPhase(stop, !stop.open);
      folds.touch(stop.number, !stop.open);
      apply(stop);
    },
    toggleAll(all) {
      const unfold = all === "expanded";
      const named = sections.all.filter(({ title }) => title !== undefined);
      if (unfold || rows.every((row) => !row.open)) named.forEach((phase) => setPhase(phase, unfold));
      folds.touchAll(all);
      rows.forEach(apply);
    },
    peek(row) {
      const before = rows[folds.peeked - 1];
      folds.peek(row?.number ?? 0);
      if (before && !before.inUse()) apply(before);
      if (row) apply(row);
      row?.paint();
    },
    reveal(row) {
      const phase = phaseOf(row);
      if (phase && !phase.open) setPhase(phase, true);
    },
    setOpening(opening) {
      folds.setOpening(opening);
      for (const row of rows) if (row.open !== wanted(row)) unsettled.add(row);
      settle();
    },
    replay(changes) {
      replaying = true;
      changes();
      replaying = false;
      const titles = new Map(phases.map(({ from, title }) => [from, title]));
      for (const row of rows) sections.add(row, titles.get(row.number));
      sections.settle(true);
      rows.forEach(apply);
      for (const section of sections.all) section.tell(elapsed);
    },
    clear() {
      rows = [];
      phases = [];
      grouped = true;
      running = undefined;
      unsettled.clear();
      sections.clear();
    },
  };
}

interface StepsParts {
  folds: Folds;
  copy: Copy;
  sight: Sight;
}
