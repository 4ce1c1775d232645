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
interface ClosedStep {
  number: number;
  title: string;
  kind: StepKind;
  text: string;
}

/**
 * Reads the steps of a run as they come: what each says of earlier ones, how they group, and whether they go in
 * circles. However the reasoning is cut, it says the same; its memory is bounded.
 */
interface ReadAlong {
  /** Holds the words of the open step; what is written on it is read along. */
  tape: WordTape;
  /** What the words since the last time tell. */
  heard(): Change[];
  /** A step began with the last `carry` units of what was read; the one before it, if any, is closed next. */
  open(step: number, carry: number): Change[];
  /** Reads the closed step's words on the tape, which come first. */
  close(step: ClosedStep): { marks: StepMarks; changes: Change[] };
}

const nothing: Change[] = [];
/** So many of the last steps that say again what others said are a circle. */
const recentSteps = 8;
const repeatedSteps = 5;

export function createReadAlong(): ReadAlong {
  const loops = new LoopGuard();
  const tape: WordTape = new WordTape((from) => loops.read(tape, from));
  const said = createSaid();
  const givesUp = createGivesUp();
  const phases = createPhases();
  /** The last steps, and whether each says an earlier one again. */
  const recent: { number: number; repeats: boolean }[] = [];
  let openedAt = 0;
  /** Where the step ends whose next one is open already. */
  let closedAt: number | undefined;
  let circling = false;

  function circlingSince(since: number | undefined): Change[] {
    if (circling || since === undefined) return nothing;
    circling = true;
    return [{ op: "circling", since }];
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
    tape,
    heard: () => circlingSince(loops.since),
    open(step, carry) {
      const changes = circlingSince(loops.since);
      const at = tape.received - carry;
      if (carry > 0) closedAt = at;
      loops.open(step, at);
      return changes;
    },
    close(step) {
      const changes = [...circlingSince(loops.since)];
      const end = closedAt ?? tape.received;
      const count = tape.countTo(end);
      const { marks, retries } = marksOf(step, count);
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
