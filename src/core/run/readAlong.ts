import { createGivesUp, type Drop } from "../steps/givesUp.ts";
import { createPhases } from "../steps/phases.ts";
import { createSaid } from "../steps/said.ts";
import type { Phase, StepKind, StepMarks } from "../steps/step.ts";
import type { Turn } from "../steps/turn.ts";
import { closingOf, doubts, openingOf, type Turning } from "../steps/turns.ts";
import { WordTape } from "../steps/wordTape.ts";
import type { Change } from "./change.ts";
import { LoopGuard } from "./loopGuard.ts";

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
  grow(text: string): Change[];
  /** A step began with the last `carry` units of what has come; the one before it is closed next. */
  open(step: number, carry: number): Change[];
  close(step: ClosedStep): { marks: StepMarks; changes: Change[] };
}

/** Words are read when so much has come, as reading a few units at a time costs more. */
const unreadUnits = 256;
/** So many of the last steps that say again what others said are a circle. */
const recentSteps = 8;
const repeatedSteps = 5;

export function createReadAlong(): ReadAlong {
  const tape = new WordTape();
  const loops = new LoopGuard();
  const said = createSaid();
  const givesUp = createGivesUp();
  const phases = createPhases();
  /** The last steps, and whether each says an earlier one again. */
  const recent: { number: number; repeats: boolean }[] = [];
  let unread = "";
  let openedAt = 0;
  /** Where the step ends whose next one is open already. */
  let closedAt: number | undefined;
  let circling = false;

  function circlingSince(since: number | undefined): Change[] {
    if (circling || since === undefined) return [];
    circling = true;
    return [{ op: "circling", since }];
  }

  function read(): Change[] {
    tape.read(unread, (from) => loops.read(tape, from));
    unread = "";
    return circlingSince(loops.since);
  }

  /** The thought ends here, perhaps in the middle of a word. */
  function endText(): Change[] {
    const changes = read();
    const last = tape.count;
    tape.end();
    loops.read(tape, last);
    return [...changes, ...circlingSince(loops.since)];
  }

  function marksOf({ number, title, kind, text }: ClosedStep, count: number) {
    const opening = openingOf(tape, count);
    const retries = opening.some(isSo("retries"));
    const drops = dropOf(opening, text);
    const fails = closingOf(tape, count).some(isSo("drops"));
    const doubting = number > 1 && doubts(opening);
    const given = givesUp({ number, title, kind, text, retries, drops, fails, doubts: doubting });
    const repeats = said.repeated(tape, { number, count, concludes: kind === "conclude" });
    const marks: StepMarks = {
      ...(doubting && { doubts: true }),
      ...(given !== undefined && { givesUp: given }),
      ...(repeats !== undefined && { repeats }),
    };
    return { marks, retries };
  }

  function dropOf(opening: readonly Turning[], text: string): Drop | undefined {
    const drop = opening.find(isSo("drops"));
    if (!drop) return undefined;
    const from = Math.max(0, drop.from - openedAt);
    return { sentence: drop.sentence, text: text.slice(from, drop.to - openedAt) };
  }

  /** The first of several steps lately that said nothing new. */
  function repeatedSince(number: number, repeats: boolean): number | undefined {
    recent.push({ number, repeats });
    if (recent.length > recentSteps) recent.shift();
    const again = recent.filter((step) => step.repeats);
    return again.length >= repeatedSteps ? again[0]?.number : undefined;
  }

  return {
    grow(text) {
      unread += text;
      return unread.length < unreadUnits ? [] : read();
    },
    open(step, carry) {
      const changes = read();
      closedAt = tape.received - carry;
      loops.open(step, closedAt);
      return changes;
    },
    close(step) {
      const changes = closedAt === undefined ? endText() : [];
      const end = closedAt ?? tape.received;
      const count = tape.countTo(end);
      const { marks, retries } = marksOf(step, count);
      tape.forget(0, count);
      openedAt = end;
      closedAt = undefined;
      const { number, title, kind } = step;
      changes.push(...phaseChange(phases.close({ number, title, kind, retries, ...marks })));
      changes.push(...circlingSince(repeatedSince(number, marks.repeats !== undefined)));
      return { marks, changes };
    },
  };
}

function phaseChange(phases: Phase[] | undefined): Change[] {
  return phases ? [{ op: "phases", phases }] : [];
}

function isSo(so: Turn["turn"]): (turning: Turning) => boolean {
  return ({ turn }) => turn.turn === so;
}
