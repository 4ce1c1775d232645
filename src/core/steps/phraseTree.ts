import { readWords } from "./words.ts";

/** Phrases by their words, so that the longest that stands at a place is found in one walk. */
export interface PhraseTree<Row> {
  row?: Row;
  next: Map<number, PhraseTree<Row>>;
}

export interface Found<Row> {
  row: Row;
  /** Index of the word after the phrase. */
  end: number;
}

/**
 * The tree of all phrases, grown when it is first asked for: activation must not pay for it.
 * `(a|b)` in a phrase stands for either.
 */
export function treeOnDemand<Row>(
  rows: readonly Row[],
  phraseOf: (row: Row) => string,
): () => PhraseTree<Row> {
  let tree: PhraseTree<Row> | undefined;
  return () => (tree ??= growTree(rows, phraseOf));
}

function growTree<Row>(rows: readonly Row[], phraseOf: (row: Row) => string): PhraseTree<Row> {
  const root: PhraseTree<Row> = { next: new Map() };
  for (const row of rows) {
    for (const spelling of spellings(phraseOf(row))) {
      readWords(spelling).all.reduce(branchOf<Row>, root).row = row;
    }
  }
  return root;
}

function branchOf<Row>(branch: PhraseTree<Row>, word: number): PhraseTree<Row> {
  const next = branch.next.get(word) ?? { next: new Map() };
  branch.next.set(word, next);
  return next;
}

/** The longest phrase that stands at a word. */
export function longestPhrase<Row>(
  root: PhraseTree<Row>,
  words: readonly number[],
  from: number,
): Found<Row> | undefined {
  let best: Found<Row> | undefined;
  let branch: PhraseTree<Row> | undefined = root;
  for (let at = from; at < words.length; at++) {
    branch = branch.next.get(words[at] ?? 0);
    if (!branch) break;
    if (branch.row) best = { row: branch.row, end: at + 1 };
  }
  return best;
}

/** Spells out the alternatives of a phrase: "(let me|let's) test" is two phrases. */
function spellings(phrase: string): string[] {
  const group = /\(([^()]*)\)/.exec(phrase);
  if (!group) return [phrase.trim()];
  const before = phrase.slice(0, group.index);
  const after = phrase.slice(group.index + group[0].length);
  return (group[1] ?? "").split("|").flatMap((choice) => spellings(before + choice + after));
}
