import type { StepRecord } from "../core/run/runRecord.ts";
import type { StepOpening } from "../protocol.ts";
import type { Copy } from "./codeBlocks.ts";
import { el } from "./dom.ts";
import type { Folds } from "./folds.ts";
import { StepGroups } from "./stepGroups.ts";
import { StepRow } from "./stepRow.ts";

/** The list of steps: which rows there are and which of them stand open. */
export interface StepsView {
  readonly list: HTMLElement;
  readonly rows: readonly StepRow[];
  /** The row that still grows. */
  readonly running: StepRow | undefined;
  open(step: Readonly<StepRecord>): void;
  name(number: number): void;
  close(number: number): void;
  /** Draws what grew since the last frame. */
  paint(): void;
  /** The running step's time, `elapsed` milliseconds into the run. */
  beat(elapsed: number): void;
  toggle(row: StepRow): void;
  toggleAll(all: "expanded" | "collapsed"): void;
  setOpening(opening: StepOpening): void;
  /** Does what had to wait for the reader: folds what should fold by itself, renders what is finished. */
  settle(): void;
  /** Applies many changes as one: a step that opens and closes among them is never drawn open. */
  replay(changes: () => void): void;
  clear(): void;
}

/** `disturbs` is true while folding this row by itself would pull text from under the reader. */
export function createStepsView({ folds, copy, disturbs }: StepsParts): StepsView {
  const list = el("div", { class: "steps", role: "list" });
  let rows: StepRow[] = [];
  let running: StepRow | undefined;
  let replaying = false;
  const unsettled = new Set<StepRow>();
  const groups = new StepGroups(list, (near) => near.forEach((row) => row.open && row.paint()));

  const wanted = (row: StepRow) => folds.isOpen(row.number, running?.number ?? 0);
  const apply = (row: StepRow) => {
    if (row.open !== wanted(row)) row.setOpen(!row.open, groups.isNear(row));
  };

  const settle = () => {
    for (const row of unsettled) {
      if (row.inUse() || (row.open && !wanted(row) && disturbs(row))) continue;
      apply(row);
      if (!groups.isNear(row) || row.paint()) unsettled.delete(row);
    }
  };

  const open = (step: Readonly<StepRecord>) => {
    const before = running;
    const row = new StepRow(rows.length + 1, step, copy);
    rows.push(row);
    running = row;
    groups.add(row);
    if (replaying) return;
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
  };

  return {
    list,
    get rows() {
      return rows;
    },
    get running() {
      return running;
    },
    open,
    close,
    settle,
    name: (number) => rows[number - 1]?.name(),
    paint: () => void running?.paint(),
    beat: (elapsed) => running?.time(elapsed),
    toggle(row) {
      folds.touch(row.number, !row.open);
      apply(row);
    },
    toggleAll(all) {
      folds.touchAll(all);
      rows.forEach(apply);
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
      rows.forEach(apply);
    },
    clear() {
      rows = [];
      running = undefined;
      unsettled.clear();
      groups.clear();
    },
  };
}

interface StepsParts {
  folds: Folds;
  copy: Copy;
  disturbs: (row: StepRow) => boolean;
}
