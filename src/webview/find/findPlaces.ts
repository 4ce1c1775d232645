import type { RunRecord } from "../../core/run/runRecord.ts";
import type { FoundIn, Match } from "./findIndex.ts";
import { titleWords } from "../words/titleWords.ts";

// Place 0 is the answer, which stands on top; step n has 3n − 2, the title of the phase that begins with it, if one
// does, 3n − 1, its own title, and 3n, its text.
const ofStep = ["phase", "title", "text"] as const;
type Part = "answer" | (typeof ofStep)[number];

/** All texts of a run as find reads them: answer, then phases with title and text of each step. */
export function placesOf(record: Readonly<RunRecord> | undefined): FoundIn {
  if (!record) return { count: 0, text: () => "" };
  const { answer, steps } = record;
  const phases = new Map(record.phases.map(({ from, title }) => [from, title]));
  return {
    count: 1 + ofStep.length * steps.length,
    text(place) {
      const number = stepOf({ place });
      const step = steps[number - 1];
      switch (partOf({ place })) {
        case "answer":
          return answer;
        case "phase":
          return phases.get(number) ?? "";
        case "title":
          return step ? titleWords(step) : "";
        case "text":
          return step?.text ?? "";
      }
    },
  };
}

/** The number of the step a match is in, or whose phase it names; 0 for the answer. */
export function stepOf({ place }: Pick<Match, "place">): number {
  return Math.ceil(place / ofStep.length);
}

/** What of the run a match is in; a step's text is to be seen only while the step is open. */
export function partOf({ place }: Pick<Match, "place">): Part {
  return place === 0 ? "answer" : (ofStep[(place - 1) % ofStep.length] ?? "text");
}

export function titlePlace(step: number): number {
  return ofStep.length * step - 1;
}
