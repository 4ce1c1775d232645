import type { CodeNames } from "./codeNames.ts";
import { noteCodeNames } from "./codeNames.ts";
import type { KindReader, Standing } from "./kind.ts";
import { kindBy } from "./kind.ts";
import { mark } from "./marks.ts";
import type { Line } from "./paragraph.ts";
import { keptLines } from "./paragraph.ts";
import { unnamedTitle, type StepKind } from "./step.ts";
import type { StepSoFar } from "./stepSoFar.ts";
import type { TitleSoFar } from "./title.ts";
import { betterTitle } from "./title.ts";

export interface Name {
  title: string;
  kind: StepKind;
}

/** What the first sentences of a step have told about its name. */
export interface NameSoFar {
  linesRead: number;
  codeNames: CodeNames;
  title: TitleSoFar | undefined;
  kinds: KindReader;
}

/** Stands until the first sentence is there. */
export const unnamed: Name = { title: unnamedTitle, kind: "frame" };

export function beginName(kinds: KindReader, codeNames: CodeNames): NameSoFar {
  return { linesRead: 0, codeNames, title: undefined, kinds };
}

/** Lets a step's next sentence better its name; after the first few it is settled. */
export function readLine(name: NameSoFar, line: Line): void {
  if (name.linesRead >= keptLines) return;
  if ((line.marks & mark.names) !== 0) noteCodeNames(name.codeNames, line.text);
  name.title = betterTitle(name.title, line, { index: name.linesRead, codeNames: name.codeNames });
  name.kinds.hear(line.words.all, name.linesRead);
  name.linesRead++;
}

/** What a step is called, from what is known of it. */
export function nameOf(step: StepSoFar, place: Standing["place"]): Name {
  const symbols = step.symbolWords > step.words / 3;
  return {
    title: step.name.title?.title ?? unnamed.title,
    kind: kindBy(step.name.kinds, { place, symbols }),
  };
}
