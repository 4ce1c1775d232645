import type { StepKind } from "./step.ts";
import type { TurningSentence } from "./turns.ts";
import { turnsSo } from "./turns.ts";
import { readWords } from "./words.ts";

/** A closed step as far as it may be given up later, or gives up an earlier one. */
interface Line {
  number: number;
  kind: StepKind;
  title: string;
  opening: readonly TurningSentence[];
  closing: readonly TurningSentence[];
}

/** A line of thought that may be dropped later. */
interface Attempt {
  number: number;
  label: string | undefined;
  telling: ReadonlySet<number>;
  failed: boolean;
}

/** Nobody goes back further than this. */
const mostAttempts = 60;
/** "The attempt before" stands at most so many steps back; checks lie between. */
const nearSteps = 3;
const sharedWords = 2;
/** A step that opens with its own idea drops that one. */
const ownIdea =
  /^\W*(?:alternatively|or|maybe|perhaps|another|what (?:if|about)|suppose|或者|也许|可能|假设|如果|另)/iu;
const attemptKinds: ReadonlySet<StepKind> = new Set(["explore", "plan", "compute", "recall"]);
const labelled =
  /(option|case|approach|method|attempt|idea|scenario|hypothesis|candidate)\s*#?(\d{1,2}|[a-h]\b|one|two|three|four)|(方案|情况|情形|选项|方法|思路)\s*([一二三四五六七八九十\d]+|[A-H])/iu;

/** Tells which earlier step a step gives up, where its words say so; otherwise it says nothing. */
export function createGivesUp(): (line: Line) => number | undefined {
  const attempts: Attempt[] = [];

  function near(number: number): Attempt | undefined {
    const last = attempts.at(-1);
    return last && number - last.number <= nearSteps ? last : undefined;
  }

  /** The one attempt that shares words with the sentence which no other shares. */
  function alike(words: readonly number[]): Attempt | undefined {
    const shared = new Map<Attempt, number>();
    for (const word of new Set(words)) {
      const having = attempts.filter(({ telling }) => telling.has(word));
      const [only] = having;
      if (only && having.length === 1) shared.set(only, (shared.get(only) ?? 0) + 1);
    }
    const [best, second] = [...shared].toSorted(([, one], [, other]) => other - one);
    if (!best || best[1] < sharedWords || best[1] === second?.[1]) return undefined;
    return best[0];
  }

  function dropped({ number, opening }: Line): Attempt | undefined {
    const at = opening.findIndex((one) => turnsSo([one], "drops"));
    const sentence = opening[at];
    if (!sentence) {
      const retries = turnsSo(opening.slice(0, 1), "retries");
      const before = near(number);
      return retries && before?.failed ? before : undefined;
    }
    if (ownIdea.test(opening[0]?.text ?? "")) return undefined;
    const label = labelOf(sentence.text);
    if (label !== undefined) return attempts.findLast((attempt) => attempt.label === label);
    const telling = readWords(sentence.text).telling;
    return alike(telling) ?? (at === 0 ? near(number) : undefined);
  }

  return (line) => {
    const given = dropped(line)?.number;
    if (attemptKinds.has(line.kind)) {
      attempts.push(attemptOf(line));
      if (attempts.length > mostAttempts) attempts.shift();
    }
    return given;
  };
}

function attemptOf({ number, title, opening, closing }: Line): Attempt {
  const said = `${title} ${opening.map(({ text }) => text).join(" ")}`;
  return {
    number,
    label: labelOf(title) ?? labelOf(opening[0]?.text.slice(0, 60) ?? ""),
    telling: new Set(readWords(said).telling),
    failed: turnsSo(closing, "drops"),
  };
}

function labelOf(text: string): string | undefined {
  const found = labelled.exec(text);
  if (!found) return undefined;
  return `${found[1] ?? found[3]} ${found[2] ?? found[4]}`.toLowerCase();
}
