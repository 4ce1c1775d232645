import { createSplitter } from "../steps/splitter.ts";
import type { StepChange, StepSplitter } from "../steps/step.ts";
import { createArrivals } from "./arrivals.ts";
import type { Change } from "./change.ts";
import { createReadAlong } from "./readAlong.ts";
import type { RunRecord } from "./runRecord.ts";

/** A run's reasoning as it arrives, one thought after another; each is split for itself. */
export interface Thoughts {
  push(text: string): Change[];
  /** The thought is over; what comes next begins a new one. */
  close(): Change[];
}

/** `note` adds changes to the record and gives them back; `elapsed` is the run's time in milliseconds. */
export function createThoughts({
  record,
  note,
  elapsed,
}: {
  record: Readonly<RunRecord>;
  note: (changes: Change[]) => Change[];
  elapsed: () => number;
}): Thoughts {
  const arrivals = createArrivals();
  const readAlong = createReadAlong();
  let splitter: StepSplitter | undefined;
  let stepsBefore = 0;

  /** Times a change, numbers it in the run and adds what reading along finds. */
  const follow = (change: StepChange): Change[] => {
    const step = change.step + stepsBefore;
    switch (change.op) {
      case "openStep":
        return [
          ...readAlong.open(step, change.carry),
          { ...change, step, at: arrivals.open(change.carry, elapsed()) },
        ];
      case "growStep":
        arrivals.grow(change.text.length, elapsed());
        return [{ ...change, step }, ...readAlong.grow(change.text)];
      case "nameStep":
        return [{ ...change, step }];
      case "closeStep": {
        const text = record.steps[step - 1]?.text ?? "";
        const { marks, changes } = readAlong.close({ ...change, number: step, text });
        return [{ ...change, step, at: arrivals.close(elapsed()), ...marks }, ...changes];
      }
    }
  };

  /** One after the other, as a step's text is final only when what came before its close is noted. */
  const followAll = (changes: StepChange[]): Change[] => changes.flatMap((change) => note(follow(change)));

  return {
    push: (text) => followAll((splitter ??= createSplitter()).push(text)),
    close() {
      if (!splitter) return [];
      const changes = followAll(splitter.end());
      splitter = undefined;
      stepsBefore = record.steps.length;
      return changes;
    },
  };
}
