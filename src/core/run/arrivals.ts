/**
 * Remembers when the text of the open step arrived, so that a paragraph which moves down into a new step
 * takes its own time along instead of the moment of the decision. Lengths are UTF-16 units.
 */
interface Arrivals {
  grow(length: number, at: number): void;
  /** When the text that a new step carries began to arrive; the step before ends there too. */
  open(carry: number, now: number): number;
  /** When the closing step ended: where the next one began, or now when none follows. */
  close(now: number): number;
}

export function createArrivals(): Arrivals {
  let marks: { from: number; at: number }[] = [];
  let length = 0;
  let isOpen = false;
  let endOfBefore: number | undefined;
  return {
    grow(added, at) {
      // Chunks within one tick tell nothing apart, and one mark a tick bounds the memory of a fast stream.
      if (marks.at(-1)?.at !== at) marks.push({ from: length, at });
      length += added;
    },
    open(carry, now) {
      const start = length - carry;
      const first = marks.findLastIndex((mark) => mark.from <= start);
      const at = carry > 0 ? (marks[first]?.at ?? now) : now;
      marks =
        carry > 0
          ? marks.slice(Math.max(0, first)).map((mark) => ({ ...mark, from: Math.max(0, mark.from - start) }))
          : [];
      length = carry;
      if (isOpen) endOfBefore = at;
      isOpen = true;
      return at;
    },
    close(now) {
      const at = endOfBefore ?? now;
      isOpen = endOfBefore !== undefined;
      endOfBefore = undefined;
      return at;
    },
  };
}
