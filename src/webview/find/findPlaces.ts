import type { RunRecord } from "../../core/run/runRecord.ts";
import type { FoundIn, Match } from "./findIndex.ts";
import { titleWords } from "../words/titleWords.ts";

// Place 0 is the answer, which stands on top; 2n − 1 is the title of step n and 2n its text.

/** All texts of a run as find reads them: answer, then title and text of each step. */
export function placesOf(record: Readonly<RunRecord> | undefined): FoundIn {
  if (!record) return { count: 0, text: () => "" };
  const { answer, steps } = record;
  return {
    count: 1 + 2 * steps.length,
    text(place) {
      const step = steps[stepOf({ place }) - 1];
      if (!step) return answer;
      return place === titlePlace(stepOf({ place })) ? titleWords(step) : step.text;
    },
  };
}

/** The number of the step a match is in, 0 for the answer. */
export function stepOf({ place }: Pick<Match, "place">): number {
  return Math.ceil(place / 2);
}

export function titlePlace(step: number): number {
  return 2 * step - 1;
}

/** True for a match in a step's text, which is to be seen only while the step is open. */
export function isInText({ place }: Pick<Match, "place">): boolean {
  return place > 0 && place % 2 === 0;
}
