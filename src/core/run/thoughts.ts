import { createSplitter } from "../steps/splitter.ts";
import type { StepChange, StepSplitter } from "../steps/step.ts";
import { createArrivals } from "./arrivals.ts";
import type { Change } from "./change.ts";
import { createReadAlong } from "./readAlong.ts";
import type { RunRecord } from "./runRecord.ts";

/** A run's reasoning as it arrives, one thought after another; each is split for itself. */
interface Thoughts {
  push(text: string): Change[];
  /** The thought is over; what comes next begins a new one. */
  close(): Change[];
}

/** `note` adds a change to the record; `elapsed` is the run's time in milliseconds. */
export function createThoughts({
  record,
  note,
  elapsed,
}: {
  record: Readonly<RunRecord>;
  note: (change: Change) => void;
  elapsed: () => number;
}): Thoughts {
  const arrivals = createArrivals();
  const readAlong = createReadAlong();
  let splitter: StepSplitter | undefined;
  let stepsBefore = 0;
  let said: Change[] | undefined;

  /** At once, as a step's text is final only when what came before its close is noted. */
  function say(change: Change): void {
    note(change);
    // Most pushes say one thing, and a list that grows from nothing makes room for many.
    if (said) said.push(change);
    else said = [change];
  }

  /** Times a change, numbers it in the run and adds what reading along finds. */
  function follow(change: StepChange): void {
    const step = change.step + stepsBefore;
    switch (change.op) {
      case "openStep":
        for (const more of readAlong.open(step, change.carry)) say(more);
        say({ ...change, step, at: arrivals.open(change.carry, elapsed()) });
        break;
      case "growStep":
        arrivals.grow(change.text.length, elapsed());
        say(stepsBefore === 0 ? change : { ...change, step });
        for (const more of readAlong.heard()) say(more);
        break;
      case "nameStep":
        say({ ...change, step });
        break;
      case "closeStep": {
        const text = record.steps[step - 1]?.text ?? "";
        const { marks, changes } = readAlong.close({ ...change, number: step, text });
        say({ ...change, step, at: arrivals.close(elapsed()), ...marks });
        for (const more of changes) say(more);
      }
    }
  }

  function taken(): Change[] {
    const changes = said ?? [];
    said = undefined;
    return changes;
  }

  return {
    push(text) {
      splitter ??= createSplitter({ tell: follow, tape: readAlong.tape });
      splitter.push(text);
      return taken();
    },
    close() {
      if (!splitter) return [];
      splitter.end();
      splitter = undefined;
      stepsBefore = record.steps.length;
      return taken();
    },
  };
}
