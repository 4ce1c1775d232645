/** How a language says what comes, so that a title can be cut out of a sentence. */
export interface Titling {
  /** The kind of marks without which a sentence is not in this language's script, and what tells whether it is. */
  needs: number;
  speaks: RegExp;
  /** Longest title in UTF-16 units. */
  longest: number;
  /** Shortest clause that makes a title by itself. */
  shortest: number;
  /** Openers and fillers, stripped from the front as often as they match. */
  openers: RegExp;
  /** Announcements: what follows them is the deed itself. */
  intents: RegExp;
  /** Side clauses before the main one ("once the map is there,"). */
  asides: RegExp;
  /** First words that are better said otherwise, in lower case. */
  firstWords: ReadonlyMap<string, string>;
  /** How what is left is better said. */
  wayOf: (said: string) => Way | undefined;
  /** A clause that has a verb of its own, and so names no bare object. */
  states: RegExp;
  /** What a bare object gets for a verb, by the opener before it: "now the loop" is "look at the loop". */
  topics: { bare: RegExp; verbs: readonly (readonly [RegExp, string])[] };
  /** Titles that ask are given back their mark. */
  asks: RegExp;
  /** Sentences that say nothing about the step. */
  empty: RegExp;
  /** What makes a title poor, and how much. */
  faults: readonly (readonly [RegExp, number])[];
  /** What a sentence says by the way. */
  inserts: RegExp;
  /** Where a sentence may end early. */
  clause: RegExp;
  /** What may stay behind such a place when it is short. */
  tail: RegExp;
  /** Where a clause that is too long may end. */
  joint: RegExp;
  /** Words a title must not end with where its sentence ends or was cut short; looked for from near the end on. */
  loose: RegExp;
  dangling: RegExp;
}

/** A wording, what to say instead and how much such a title says. */
export interface Way {
  said: RegExp;
  title: string;
  worth: number;
}

/** Finds the first way that fits: most sentences go none of the many, and one look tells; another tells which it is. */
export function firstOf(ways: readonly Way[], flags: string): (said: string) => Way | undefined {
  const sources = ways.map(({ said }) => `(?:${withoutGroups(said)})`);
  const any = new RegExp(sources.join("|"), flags);
  const which = new RegExp(sources.map((source) => `${source}()`).join("|"), flags);
  return (said) => {
    if (!any.test(said)) return undefined;
    return ways[(which.exec(said)?.indexOf("", 1) ?? 0) - 1];
  };
}

function withoutGroups({ source }: RegExp): string {
  return source.replaceAll(/(?<!\\)\((?!\?)/g, "(?:");
}

/** How much titles say that announce what comes, that ask, and that state something. */
export const worths = { announced: 3, asked: 2.4, topic: 1.9, stated: 2 } as const;

/** Any of these words or patterns, each of which may hold several with a bar between them. */
export function anyOf(...choices: readonly string[]): string {
  return `(?:${choices.join("|")})`;
}
