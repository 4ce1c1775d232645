import type { Phase } from "../../core/steps/step.ts";
import { phasesNow } from "./phasesNow.ts";
import type { Sight } from "../sight.ts";
import type { StepRow } from "./stepRow.ts";
import type { StepSections } from "./stepSections.ts";

/** Brings the rows under their phases, as soon as that disturbs nobody. */
export interface Grouping {
  /** The phase that begins with this step. */
  titleAt(step: number): string | undefined;
  /** Takes the phases as they now are; shows nothing yet. */
  take(phases: readonly Phase[]): void;
  /** Shows what may be shown now; true when something has changed. */
  settle(): boolean;
}

export function createGrouping({
  sections,
  sight,
  rowAt,
}: {
  sections: StepSections;
  sight: Sight;
  rowAt: (step: number) => StepRow | undefined;
}): Grouping {
  let phases: readonly Phase[] = [];
  let titles = new Map<number, string>();
  let settled = true;

  const mayMove = (from: number) => {
    const row = rowAt(from);
    return !row || !sight.watches(sections.placeOf(row));
  };

  return {
    titleAt: (step) => titles.get(step),
    take(now) {
      phases = now;
      titles = new Map(now.map(({ from, title }) => [from, title]));
      settled = false;
    },
    settle() {
      if (settled) return false;
      const now = phasesNow(sections.phases, phases, mayMove);
      sight.keepPlace(() => sections.arrange(now));
      settled = now.length === phases.length && now.every(({ from }) => titles.has(from));
      return true;
    },
  };
}
