import { readWords } from "./words.ts";

/** Phrases by their words, so that the longest that stands at a place is found in one walk. */
export interface PhraseTree<Row> {
  row: Row | undefined;
  next: Map<number, PhraseTree<Row>>;
  /** Which last bits the numbers of the words in `next` have: most words of a text begin no phrase. */
  bits: Uint8Array;
}

export interface Found<Row> {
  row: Row;
  /** Index of the word after the phrase. */
  end: number;
}

const lastBits = 0xfff;
const noBits = new Uint8Array(lastBits + 1);

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
  const root: PhraseTree<Row> = { row: undefined, next: new Map(), bits: new Uint8Array(noBits) };
  for (const row of rows) {
    for (const spelling of spellings(phraseOf(row))) {
      readWords(spelling).all.reduce(branchOf<Row>, root).row = row;
    }
  }
  for (const word of root.next.keys()) root.bits[word & lastBits] = 1;
  return root;
}

function branchOf<Row>(branch: PhraseTree<Row>, word: number): PhraseTree<Row> {
  const next = branch.next.get(word) ?? { row: undefined, next: new Map(), bits: noBits };
  branch.next.set(word, next);
  return next;
}

/** Whether there may be a phrase that begins with this word: for most there is none. */
export function mayBegin<Row>({ bits }: PhraseTree<Row>, word: number): boolean {
  return bits[word & lastBits] !== 0;
}

/** The longest phrase that stands at a word. */
export function longestPhrase<Row>(
  root: PhraseTree<Row>,
  words: ArrayLike<number>,
  from: number,
): Found<Row> | undefined {
  const first = words[from];
  if (first === undefined || !mayBegin(root, first)) return undefined;
  let best: Found<Row> | undefined;
  let branch = root.next.get(first);
  for (let at = from + 1; branch; at++) {
    if (branch.row !== undefined) best = { row: branch.row, end: at };
    if (at >= words.length || branch.next.size === 0) break;
    branch = branch.next.get(words[at] ?? 0);
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
