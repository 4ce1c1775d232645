/** How a language says what comes, so that a title can be cut out of a sentence. */
export interface Titling {
  /** Tells whether a sentence is in this language's script. */
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
  firstWords: Readonly<Record<string, string>>;
  /** Rewordings of what is left, the first that matches. */
  rewordings: readonly (readonly [RegExp, string])[];
  /** Sentences that say nothing about the step. */
  empty: RegExp;
  /** Sentences that only make a title if nothing better comes. */
  poor: RegExp;
  /** Where a sentence may end early. */
  clause: RegExp;
  /** Words a title must not end with. */
  dangling: RegExp;
}

/** Any of these words or patterns, each of which may hold several with a bar between them. */
export function anyOf(...choices: readonly string[]): string {
  return `(?:${choices.join("|")})`;
}
