/** The texts that are searched, in reading order, by their place in it. */
export interface FoundIn {
  readonly count: number;
  text(place: number): string;
}

/** Where a match stands in the text of this place, in UTF-16 units; `end` is the first after it. */
export interface Match {
  place: number;
  start: number;
  end: number;
}

interface Searched {
  /** The text as it was when it was last looked at. */
  text: string;
  /** Up to here all matches are known. */
  to: number;
  starts: number[];
  ends: number[];
}

/** So many UTF-16 units are searched between two looks at the clock. */
const piece = 16_384;

/**
 * All matches in texts that grow. It searches in slices, goes on where it stood, and looks again only at
 * what has changed; a text that only grew keeps its matches.
 */
export class FindIndex {
  readonly pattern: RegExp;
  readonly #reach: number;
  #places: Searched[] = [];

  /** `reach` is how far a match may extend, so that none is lost at the edge of what has come. */
  constructor(pattern: RegExp, reach: number) {
    this.pattern = pattern;
    this.#reach = reach;
  }

  /** Matches known so far. */
  get count(): number {
    return this.#places.reduce((sum, { starts }) => sum + starts.length, 0);
  }

  /** Searches what has not been searched yet, until `timeIsUp`; true when nothing is left. */
  search(texts: FoundIn, timeIsUp: () => boolean): boolean {
    this.#places.length = Math.min(this.#places.length, texts.count);
    for (let place = 0; place < texts.count; place++) {
      const searched = (this.#places[place] ??= { text: "", to: 0, starts: [], ends: [] });
      this.#renew(searched, texts.text(place));
      while (searched.to < searched.text.length) {
        if (timeIsUp()) return false;
        this.#searchPiece(searched);
      }
    }
    return true;
  }

  has(place: number): boolean {
    return (this.#places[place]?.starts.length ?? 0) > 0;
  }

  /** Where the matches of one place begin, in order. */
  startsIn(place: number): readonly number[] {
    return this.#places[place]?.starts ?? [];
  }

  at(ordinal: number): Match | undefined {
    let left = ordinal;
    for (const [place, { starts, ends }] of this.#places.entries()) {
      if (left < starts.length) return { place, start: starts[left] ?? 0, end: ends[left] ?? 0 };
      left -= starts.length;
    }
    return undefined;
  }

  /** How many matches stand before this place and start: the ordinal of a match that stands there. */
  before({ place, start }: Pick<Match, "place" | "start">): number {
    let sum = 0;
    for (const { starts } of this.#places.slice(0, place)) sum += starts.length;
    const within = this.#places[place]?.starts.findIndex((each) => each >= start) ?? 0;
    return sum + (within < 0 ? (this.#places[place]?.starts.length ?? 0) : within);
  }

  #renew(searched: Searched, text: string): void {
    if (text === searched.text) return;
    const same = sameLength(searched.text, text);
    searched.text = text;
    const sure = Math.min(searched.to, Math.max(0, same - this.#reach));
    const kept = searched.ends.findIndex((end) => end > sure);
    if (kept >= 0) {
      searched.to = Math.min(sure, searched.starts[kept] ?? sure);
      searched.starts.length = searched.ends.length = kept;
    } else searched.to = sure;
    searched.to = Math.max(searched.to, searched.ends.at(-1) ?? 0);
  }

  #searchPiece(searched: Searched): void {
    const { text, to } = searched;
    const slice = text.slice(to, to + piece + this.#reach);
    const last = to + slice.length >= text.length;
    for (const { index, 0: found } of slice.matchAll(this.pattern)) {
      if (!last && index >= piece) break;
      searched.starts.push(to + index);
      searched.ends.push(to + index + found.length);
    }
    searched.to = last ? text.length : Math.max(to + piece, searched.ends.at(-1) ?? 0);
  }
}

/** How much of the beginning is certainly the same: all of the shorter text, or nothing. */
function sameLength(before: string, after: string): number {
  if (after.startsWith(before)) return before.length;
  return before.startsWith(after) ? after.length : 0;
}
