import type { StepKind } from "./step.ts";
import { WordSet } from "./wordSet.ts";
import { readWords } from "./words.ts";

/** A sentence of a step that drops something, and its place among the first. */
export interface Drop {
  text: string;
  sentence: number;
}

/** A closed step as far as it may be given up later, or gives up an earlier one. */
interface Line {
  number: number;
  kind: StepKind;
  title: string;
  text: string;
  /** Whether its first sentence says that it tries again in another way. */
  retries: boolean;
  drops: Drop | undefined;
  /** Whether it questions what was found before. */
  doubts: boolean;
  /** Whether its last sentences drop something. */
  fails: boolean;
}

interface Attempt extends Line {
  telling?: WordSet;
}

/** Nobody goes back further than this. */
const mostAttempts = 60;
/** "The attempt before" stands at most so many steps back; checks lie between. */
const nearSteps = 3;
const sharedWords = 2;
const headUnits = 400;
const labelUnits = 60;
/** A step that opens with its own idea drops that one. */
const ownIdea =
  /^\W*(?:alternatively|or|maybe|perhaps|another|what (?:if|about)|suppose|或者|也许|可能|假设|如果|另)/iu;
const attemptKinds: ReadonlySet<StepKind> = new Set(["explore", "plan", "compute", "recall"]);
const labelled =
  /(option|case|approach|method|attempt|idea|scenario|hypothesis|candidate)\s*#?(\d{1,2}|[a-h]\b|one|two|three|four)|(方案|情况|情形|选项|方法|思路)\s*([一二三四五六七八九十\d]+|[A-H])/iu;

/** Tells which earlier step a step gives up, where its words say so; otherwise it says nothing. */
export function createGivesUp(): (line: Line) => number | undefined {
  const attempts: Attempt[] = [];

  function near(number: number): Line | undefined {
    const last = attempts.at(-1);
    return last && number - last.number <= nearSteps ? last : undefined;
  }

  function dropped({ number, text, drops, retries, doubts, fails }: Line): Line | undefined {
    if (!drops) {
      const before = near(number);
      return (doubts && fails) || (retries && before?.fails) ? before : undefined;
    }
    if (ownIdea.test(text)) return undefined;
    const label = labelOf(drops.text);
    if (label !== undefined) return attempts.findLast((attempt) => attemptLabel(attempt) === label);
    return alike(attempts, drops.text) ?? (drops.sentence === 0 ? near(number) : undefined);
  }

  return (line) => {
    const given = dropped(line)?.number;
    if (line.fails || attemptKinds.has(line.kind)) {
      attempts.push({ ...line });
      if (attempts.length > mostAttempts) attempts.shift();
    }
    return given;
  };
}

/** The one attempt that shares words with the sentence which no other shares. */
function alike(attempts: readonly Attempt[], sentence: string): Line | undefined {
  const heads = attempts.map((line) => ({ line, telling: headWords(line), shared: 0 }));
  for (const word of new Set(readWords(sentence).telling)) {
    const having = heads.filter(({ telling }) => telling.has(word));
    const [only] = having;
    if (only && having.length === 1) only.shared++;
  }
  const [best, second] = heads.toSorted((one, other) => other.shared - one.shared);
  if (!best || best.shared < sharedWords || best.shared === second?.shared) return undefined;
  return best.line;
}

/** What an attempt is about; many steps may be compared with it. */
function headWords(line: Attempt): WordSet {
  if (!line.telling) {
    line.telling = new WordSet();
    for (const word of readWords(`${line.title} ${line.text.slice(0, headUnits)}`).telling)
      line.telling.add(word);
  }
  return line.telling;
}

function attemptLabel({ title, text }: Line): string | undefined {
  return labelOf(title) ?? labelOf(text.slice(0, labelUnits));
}

function labelOf(text: string): string | undefined {
  const found = labelled.exec(text);
  if (!found) return undefined;
  return `${found[1] ?? found[3]} ${found[2] ?? found[4]}`.toLowerCase();
}
