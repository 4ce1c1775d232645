import type { Phase } from "../../core/steps/step.ts";

/**
 * The phases that may be shown now: those wanted, except where `mayMove` (asked with the number of a first step)
 * says that a head which comes or goes would disturb the reader; there it stays as shown.
 */
export function phasesNow(
  shown: readonly Phase[],
  wanted: readonly Phase[],
  mayMove: (from: number) => boolean,
): Phase[] {
  const here = new Set(shown.map(({ from }) => from));
  const there = new Set(wanted.map(({ from }) => from));
  return [
    ...wanted.filter(({ from }) => here.has(from) || mayMove(from)),
    ...shown.filter(({ from }) => !there.has(from) && !mayMove(from)),
  ].toSorted((one, other) => one.from - other.from);
}
