import { slotOf } from "./wordSet.ts";

/** Numbers some words in one flat table: a `Map` takes several times as long, and most words of a text are looked up. */
export class WordTable {
  readonly size: number;
  /** As in a `WordSet`. */
  private readonly slots: Int32Array;
  private readonly numbers: Int32Array;

  constructor(words: Iterable<number>) {
    const all = [...words];
    this.size = all.length;
    const length = 2 << (32 - Math.clz32(all.length));
    this.slots = new Int32Array(length);
    this.numbers = new Int32Array(length).fill(-1);
    for (const [number, word] of all.entries()) {
      const slot = slotOf(this.slots, word);
      this.slots[slot] = word + 1;
      this.numbers[slot] = number;
    }
  }

  /** Which of the words it is, or -1. */
  numberOf(word: number): number {
    return this.numbers[slotOf(this.slots, word)] ?? -1;
  }
}
