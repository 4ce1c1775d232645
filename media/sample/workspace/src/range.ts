/** A stretch of numbers; both ends belong to it. */
export interface Range {
  min: number;
  max: number;
}

/**
 * Reads one range as it is typed into a filter box: "3-7" is from 3 to 7, "5" is just 5.
 * Ends may be given in either order, be negative and have decimals: "-2.5-4", "-10--5".
 * Throws a RangeError for anything else.
 */
export function parseRange(text: string): Range {
  const trimmed = text.trim();
  const dash = trimmed.indexOf("-");
  if (dash === -1) {
    const value = toNumber(trimmed);
    return { min: value, max: value };
  }
  const from = toNumber(trimmed.slice(0, dash));
  const to = toNumber(trimmed.slice(dash + 1));
  return from <= to ? { min: from, max: to } : { min: to, max: from };
}

/** Reads several ranges with commas between them: "1-3, 8, 12-20". Empty places are skipped. */
export function parseRanges(text: string): Range[] {
  return text
    .split(",")
    .filter((part) => part.trim() !== "")
    .map(parseRange);
}

/** Whether any of the ranges holds the value. No ranges at all means no filter. */
export function matches(ranges: Range[], value: number): boolean {
  if (ranges.length === 0) return true;
  return ranges.some(({ min, max }) => value >= min && value <= max);
}

function toNumber(text: string): number {
  const value = Number(text);
  if (Number.isNaN(value)) throw new RangeError(`Not a number: "${text}"`);
  return value;
}
