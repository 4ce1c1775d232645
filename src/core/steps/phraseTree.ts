import { readWords } from "./words.ts";

export interface Found<Row> {
  row: Row;
  /** Index of the word after the phrase. */
  end: number;
}

const firstSlots = 256;
/** A slot holds a word plus one, the branch it grows from and its own; 0 is free. */
const width = 4;
const lastBits = 0xfff;

/**
 * Phrases by their words, so that the longest that stands at a place is found in one walk. All branches lie in one flat
 * table: a `Map` for each takes several times as long, as they are read between much else.
 */
export class PhraseTree<Row> {
  /** What the phrase says that ends with each branch; the first is the root. */
  private readonly rows: (Row | undefined)[] = [undefined];
  /** Which branches others grow from. */
  private readonly forks: boolean[] = [false];
  private slots = new Int32Array(firstSlots * width);
  /** A bit for the last bits of each word that begins a phrase: most words of a text begin none. */
  private readonly begins = new Uint32Array((lastBits + 1) >> 5);

  add(words: readonly number[], row: Row): void {
    const [first = 0] = words;
    this.begins[(first & lastBits) >> 5] = (this.begins[(first & lastBits) >> 5] ?? 0) | (1 << (first & 31));
    let branch = 0;
    for (const word of words) branch = this.branch(branch, word) || this.grow(branch, word);
    this.rows[branch] = row;
  }

  /** Whether there may be a phrase that begins with this word. */
  mayBegin(word: number): boolean {
    return ((this.begins[(word & lastBits) >> 5] ?? 0) & (1 << (word & 31))) !== 0;
  }

  /** The longest phrase that stands at a word. */
  longest(words: ArrayLike<number>, from: number): Found<Row> | undefined {
    if (from >= words.length || !this.mayBegin(words[from] ?? 0)) return undefined;
    const { rows, forks } = this;
    let best: Row | undefined;
    let end = from;
    let branch = this.branch(0, words[from] ?? 0);
    for (let at = from + 1; branch > 0; at++) {
      const row = rows[branch];
      if (row !== undefined) {
        best = row;
        end = at;
      }
      if (at >= words.length || !forks[branch]) break;
      branch = this.branch(branch, words[at] ?? 0);
    }
    return best === undefined ? undefined : { row: best, end };
  }

  /** The branch that a word makes of another, or 0. */
  private branch(from: number, word: number): number {
    return this.slots[this.slotOf(from, word) + 2] ?? 0;
  }

  private grow(from: number, word: number): number {
    const branch = this.rows.length;
    if (branch * 2 * width > this.slots.length) this.widen();
    this.put(word + 1, from, branch);
    this.rows.push(undefined);
    this.forks.push(false);
    this.forks[from] = true;
    return branch;
  }

  private put(key: number, from: number, branch: number): void {
    const slot = this.slotOf(from, key - 1);
    this.slots[slot] = key;
    this.slots[slot + 1] = from;
    this.slots[slot + 2] = branch;
  }

  private widen(): void {
    const before = this.slots;
    this.slots = new Int32Array(before.length * 2);
    for (let at = 0; at < before.length; at += width) {
      const key = before[at] ?? 0;
      if (key !== 0) this.put(key, before[at + 1] ?? 0, before[at + 2] ?? 0);
    }
  }

  private slotOf(from: number, word: number): number {
    const { slots } = this;
    const last = slots.length - 1;
    const mixed = Math.imul(word ^ Math.imul(from, 0x45d9f3b), 0x27d4eb2f);
    let slot = ((mixed ^ (mixed >>> 15)) * width) & last;
    while (slots[slot] !== 0 && (slots[slot] !== word + 1 || slots[slot + 1] !== from))
      slot = (slot + width) & last;
    return slot;
  }
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
  const tree = new PhraseTree<Row>();
  for (const row of rows) {
    for (const spelling of spellings(phraseOf(row))) tree.add(readWords(spelling).all, row);
  }
  return tree;
}

/** Spells out the alternatives of a phrase: "(let me|let's) test" is two phrases. */
function spellings(phrase: string): string[] {
  const group = /\(([^()]*)\)/.exec(phrase);
  if (!group) return [phrase.trim()];
  const before = phrase.slice(0, group.index);
  const after = phrase.slice(group.index + group[0].length);
  return (group[1] ?? "").split("|").flatMap((choice) => spellings(before + choice + after));
}
