import { createGivesUp } from "../steps/givesUp.ts";
import { createPhases } from "../steps/phases.ts";
import { createSaid } from "../steps/said.ts";
import type { Phase, StepKind, StepMarks } from "../steps/step.ts";
import { closingOf, openingOf, turnsSo } from "../steps/turns.ts";
import type { Change } from "./change.ts";
import { createLoopGuard } from "./loopGuard.ts";

/** A closed step, with its number in the run. */
export interface ClosedStep {
  number: number;
  title: string;
  kind: StepKind;
  text: string;
}

/**
 * Reads the steps of a run as they come: what each says of earlier ones, how they group, and whether they go in
 * circles. However the reasoning is cut, it says the same; its memory is bounded.
 */
export interface ReadAlong {
  open(step: number, carry: number): void;
  grow(text: string): Change[];
  close(step: ClosedStep): { marks: StepMarks; changes: Change[] };
  /** The run is over. */
  end(): Change[];
}

/** So many of the last steps that say again what others said are a circle. */
const recentSteps = 8;
const repeatedSteps = 5;

export function createReadAlong(): ReadAlong {
  const said = createSaid();
  const givesUp = createGivesUp();
  const phases = createPhases();
  const loops = createLoopGuard();
  /** The last steps, and whether each says an earlier one again. */
  const recent: { number: number; repeats: boolean }[] = [];
  let circling = false;

  function circlingSince(since: number | undefined): Change[] {
    if (circling || since === undefined) return [];
    circling = true;
    return [{ op: "circling", since }];
  }

  function marksOf({ number, title, kind, text }: ClosedStep) {
    const opening = openingOf(text);
    const given = givesUp({ number, title, kind, opening, closing: closingOf(text) });
    const repeats = said.repeated({ number, text, concludes: kind === "conclude" });
    const marks: StepMarks = {
      ...(number > 1 && turnsSo(opening, "doubts") && { doubts: true }),
      ...(given !== undefined && { givesUp: given }),
      ...(repeats !== undefined && { repeats }),
    };
    return { marks, retries: turnsSo(opening, "retries") };
  }

  /** The first of several steps lately that said nothing new. */
  function repeatedSince(number: number, repeats: boolean): number | undefined {
    recent.push({ number, repeats });
    if (recent.length > recentSteps) recent.shift();
    const again = recent.filter((step) => step.repeats);
    return again.length >= repeatedSteps ? again[0]?.number : undefined;
  }

  return {
    open: loops.open,
    grow(text) {
      loops.grow(text);
      return circlingSince(loops.since);
    },
    close(step) {
      const { marks, retries } = marksOf(step);
      const { number, title, kind } = step;
      const list = phases.close({ number, title, kind, retries, ...marks });
      const since = repeatedSince(number, marks.repeats !== undefined);
      return { marks, changes: [...phaseChange(list), ...circlingSince(since)] };
    },
    end: () => phaseChange(phases.settle()),
  };
}

function phaseChange(phases: Phase[] | undefined): Change[] {
  return phases ? [{ op: "phases", phases }] : [];
}
