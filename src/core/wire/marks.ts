/** Looks for any of some marks in text that comes in pieces. */
export interface Marks {
  /** The first whole mark, found in one pass however many marks there are. */
  first(text: string): { at: number; mark: string } | undefined;
  /** How many units at the end of the text could be the beginning of a mark. */
  begunAtEnd(text: string): number;
}

export function createMarks(marks: readonly string[]): Marks {
  const pattern = new RegExp(marks.map((mark) => mark.replace(/[|[\]]/g, "\\$&")).join("|"));
  const longest = Math.max(...marks.map((mark) => mark.length));
  const beginnings = new Set(marks.map((mark) => mark.charAt(0)));
  return {
    first(text) {
      const found = pattern.exec(text);
      return found ? { at: found.index, mark: found[0] } : undefined;
    },
    begunAtEnd(text) {
      for (let at = Math.max(0, text.length - longest + 1); at < text.length; at++) {
        if (!beginnings.has(text.charAt(at))) continue;
        const end = text.slice(at);
        if (marks.some((mark) => mark.startsWith(end))) return end.length;
      }
      return 0;
    },
  };
}
