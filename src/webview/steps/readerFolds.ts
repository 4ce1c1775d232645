import type { Folds } from "./folds.ts";
import type { KindFilter } from "./kindFilter.ts";
import type { RowFate } from "./rowFate.ts";
import { StepRow } from "./stepRow.ts";
import type { StepSections, Stop } from "./stepSections.ts";

/** How the reader opens and folds steps and phases, by hand or by going to one. */
export interface ReaderFolds {
  toggle(stop: Stop): void;
  /** Folding all folds the phases too once no step is open. */
  toggleAll(all: "expanded" | "collapsed"): void;
  /** Opens a row for as long as find stands in it; the one before folds again, unless touched meanwhile. */
  peek(row: StepRow | undefined): void;
  /** Opens or lifts what hides a row that the reader asks for. */
  reveal(row: StepRow): void;
}

export function createReaderFolds({ folds, filter, fate, sections, rows }: ReaderFoldsParts): ReaderFolds {
  return {
    toggle(stop) {
      if (!(stop instanceof StepRow)) return sections.fold(stop, !stop.open);
      folds.touch(stop.number, !stop.open);
      fate.fold(stop);
    },
    toggleAll(all) {
      const unfold = all === "expanded";
      const named = sections.all.filter(({ title }) => title !== undefined);
      if (unfold || rows().every((row) => !row.open)) named.forEach((phase) => sections.fold(phase, unfold));
      folds.touchAll(all);
      rows().forEach(fate.fold);
    },
    peek(row) {
      const before = rows()[folds.peeked - 1];
      folds.peek(row?.number ?? 0);
      if (before && !before.inUse()) fate.fold(before);
      if (row) fate.fold(row);
      row?.paint();
    },
    reveal(row) {
      if (!filter.shows(row.step)) filter.reset();
      const phase = sections.phaseOf(row);
      if (phase && !phase.open) sections.fold(phase, true);
    },
  };
}

interface ReaderFoldsParts {
  folds: Folds;
  filter: Pick<KindFilter, "shows" | "reset">;
  fate: RowFate;
  sections: StepSections;
  rows: () => readonly StepRow[];
}
