import type { Lines } from "./sentLines.ts";

/** Steps that speak of one place of the code; lines count from 1. */
export interface LensPlace {
  line: number;
  /** Their numbers, each once, in order. */
  steps: number[];
}

/** Gathers what steps speak of by the innermost function it begins in, elsewhere by its first line. */
export function lensPlaces(
  about: readonly (Lines & { step: number })[],
  functions: readonly Lines[],
): LensPlace[] {
  const places = new Map<number, Set<number>>();
  for (const { startLine, step } of about) {
    const within = functions.filter((each) => each.startLine <= startLine && startLine <= each.endLine);
    const line = Math.max(...within.map((each) => each.startLine), 0) || startLine;
    places.set(line, (places.get(line) ?? new Set()).add(step));
  }
  return [...places]
    .map(([line, steps]) => ({ line, steps: [...steps].toSorted((one, other) => one - other) }))
    .toSorted((one, other) => one.line - other.line);
}
