import type { Folds } from "./folds.ts";
import type { KindFilter } from "./kindFilter.ts";
import type { Sight } from "../sight.ts";
import type { StepRow } from "./stepRow.ts";
import type { StepSections } from "./stepSections.ts";

/** Brings each row to what folds and filter say of it: at once, or as soon as that disturbs nobody. */
export interface RowFate {
  /** Opens or folds at once. */
  fold(row: StepRow): void;
  /** Shows or hides at once; true when it differs from before. */
  show(row: StepRow): boolean;
  /** Leaves a row to the next `settle`. */
  later(row: StepRow): void;
  /** True while the row stands open against the folds. */
  isOff(row: StepRow): boolean;
  settle(): void;
  clear(): void;
}

export function createRowFate({ folds, filter, sight, sections, running }: FateParts): RowFate {
  const waiting = new Set<StepRow>();

  const wanted = (row: StepRow) => folds.isOpen(row.number, running()?.number ?? 0);
  const fold = (row: StepRow) => {
    if (row.open !== wanted(row)) row.setOpen(!row.open, sections.isNear(row));
  };
  const show = (row: StepRow) => {
    const shown = filter.shows(row.step);
    if (row.shown === shown) return false;
    row.setShown(shown);
    return true;
  };
  /** Whether text or the row itself is to go from where it stands. */
  const mustGo = (row: StepRow) => (row.open && !wanted(row)) || (row.shown && !filter.shows(row.step));

  const holdsReader = (row: StepRow) =>
    (!filter.shows(row.step) && row.isHead(document.activeElement)) || sight.isDisturbedBy(row);

  return {
    fold,
    show,
    later: (row) => void waiting.add(row),
    isOff: (row) => row.open !== wanted(row),
    settle() {
      for (const row of waiting) {
        if (row.inUse() || (mustGo(row) && holdsReader(row))) continue;
        if (show(row)) sections.sectionOf(row)?.showRows();
        fold(row);
        if (!sections.isNear(row) || row.paint()) waiting.delete(row);
      }
    },
    clear: () => waiting.clear(),
  };
}

interface FateParts {
  folds: Folds;
  filter: Pick<KindFilter, "shows">;
  sight: Sight;
  sections: StepSections;
  running: () => StepRow | undefined;
}
