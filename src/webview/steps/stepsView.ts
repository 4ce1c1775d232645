import type { StepRecord } from "../../core/run/runRecord.ts";
import type { Phase } from "../../core/steps/step.ts";
import type { StepOpening } from "../../protocol.ts";
import type { Folds } from "./folds.ts";
import { createGrouping } from "./grouping.ts";
import type { KindFilter } from "./kindFilter.ts";
import type { PhaseSection } from "./phaseSection.ts";
import { createReaderFolds, type ReaderFolds } from "./readerFolds.ts";
import { createRowFate } from "./rowFate.ts";
import type { Sight } from "../sight.ts";
import { StepRow, type RowParts } from "./stepRow.ts";
import { StepSections, type Stop } from "./stepSections.ts";

/** The list of steps: which rows there are, how they group, and which of them stand open. */
export interface StepsView extends ReaderFolds {
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
  /** Shows a step's title, kind and verdict as they now are. */
  name(number: number): void;
  close(number: number): void;
  /** Takes the phases as they now are; heads come and go where that disturbs nobody. */
  group(phases: readonly Phase[]): void;
  /** Draws what grew since the last frame. */
  paint(): void;
  /** The times of what is running, `elapsed` milliseconds into the run. */
  beat(elapsed: number): void;
  setOpening(opening: StepOpening): void;
  /** Does what had to wait for the reader: folds what should fold by itself, renders what is finished, groups. */
  settle(): void;
  /** Shows the rows that the filter now asks for. */
  refilter(): void;
  /** Applies many changes as one: a step that opens and closes among them is never drawn open. */
  replay(changes: () => void): void;
  /** Makes the rows in view of a run that was replayed; the others come when they are near, or when there is time. */
  fillSeen(): void;
  clear(): void;
}

export function createStepsView({ folds, look, sight, filter }: StepsParts): StepsView {
  let rows: StepRow[] = [];
  let running: StepRow | undefined;
  let replaying = false;
  let elapsed = 0;
  /** Steps or phases came since the last frame: many may come in one, and only the last is there to be seen open. */
  let stirred = false;
  const sections = new StepSections({
    comeNear: (near) => near.forEach((row) => row.open && row.paint()),
    folds,
  });
  const grouping = createGrouping({ sections, sight, rowAt: (step) => rows[step - 1] });
  const fate = createRowFate({ folds, filter, sight, sections, running: () => running });

  const tell = () => sections.all.forEach((section) => section.tell(elapsed));
  const settle = () => {
    stirred = false;
    fate.settle();
    if (grouping.settle()) tell();
  };

  const open = (step: Readonly<StepRecord>) => {
    const before = running;
    const row = new StepRow(rows.length + 1, step, look);
    rows.push(row);
    running = row;
    if (replaying) return;
    sections.add(row, grouping.titleAt(row.number));
    fate.show(row);
    if (filter.active) sections.sectionOf(row)?.showRows();
    fate.later(row);
    // The last words of the step before may have moved into this one; they must never be seen twice.
    before?.paint();
    if (before) fate.later(before);
    stirred = true;
  };

  const close = (number: number) => {
    const row = rows[number - 1];
    if (!row) return;
    if (row === running) running = undefined;
    if (!replaying) {
      fate.later(row);
      stirred = true;
      // Before its Markdown is rendered for nobody.
      if (row.open) settle();
    }
    row.close();
    sections.sectionOf(row)?.tell(elapsed);
  };

  return {
    ...createReaderFolds({ folds, filter, fate, sections, rows: () => rows }),
    list: sections.element,
    get rows() {
      return rows;
    },
    get running() {
      return running;
    },
    stops: () => sections.stops(),
    shows: (stop) => (!(stop instanceof StepRow) || rows[stop.number - 1] === stop) && sections.shows(stop),
    phaseOf: (row) => sections.phaseOf(row),
    open,
    close,
    settle,
    group(now) {
      grouping.take(now);
      if (!replaying) stirred = true;
    },
    name(number) {
      const row = rows[number - 1];
      row?.name();
      if (!row || !filter.active) return;
      fate.later(row);
      if (!replaying) stirred = true;
    },
    refilter() {
      sight.keepPlace(() => {
        rows.forEach(fate.show);
        sections.showRows();
        sections.element.classList.toggle("filtered", filter.active);
      });
    },
    paint() {
      if (stirred) settle();
      running?.paint();
    },
    beat(now) {
      elapsed = now;
      running?.time(now);
      sections.all.at(-1)?.tell(now);
      sections.settle();
    },
    setOpening(opening) {
      folds.setOpening(opening);
      for (const row of rows) if (fate.isOff(row)) fate.later(row);
      settle();
    },
    replay(changes) {
      replaying = true;
      changes();
      for (const row of rows) {
        sections.addUnseen(row, grouping.titleAt(row.number));
        fate.show(row);
      }
      replaying = false;
      sections.settleUnseen(running !== undefined);
      rows.forEach(fate.fold);
      sections.showRows();
      sections.element.classList.toggle("filtered", filter.active);
      tell();
    },
    fillSeen: () => sections.fillSeen(sight.isInView),
    clear() {
      rows = [];
      grouping.take([]);
      running = undefined;
      stirred = false;
      fate.clear();
      sections.clear();
    },
  };
}

interface StepsParts {
  folds: Folds;
  look: RowParts;
  sight: Sight;
  filter: Pick<KindFilter, "active" | "shows" | "reset">;
}
