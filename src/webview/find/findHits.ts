import { ShownText } from "./shownText.ts";

/** What the pattern finds in one rendered element. */
interface Shown {
  text: ShownText;
  starts: number[];
  ends: number[];
  /** The coloured ones, and which match is the first of them. */
  ranges: StaticRange[];
  first: number;
}

/** So many matches of one element are coloured, around the current one: tens of thousands would freeze the page. */
const mostInOne = 1000;

/** A match as the source has it: the `index`-th of those that begin at `starts`. */
interface SourceMatch {
  source: string;
  starts: readonly number[];
  index: number;
}

/** Colours matches in what is rendered, without touching it (CSS Custom Highlights `find` and `find-current`). */
export class FindHits {
  readonly #all = new Highlight();
  readonly #current = new Highlight();
  readonly #shown = new Map<Element, Shown>();

  constructor() {
    this.#current.priority = 1;
    CSS.highlights.set("find", this.#all);
    CSS.highlights.set("find-current", this.#current);
  }

  /** Colours what the pattern finds in these elements, and nothing in others. */
  show(elements: readonly Element[], pattern: RegExp): void {
    const wanted = new Set(elements);
    for (const element of this.#shown.keys()) if (!wanted.has(element)) this.forget(element);
    for (const element of elements) {
      if (this.#shown.has(element)) continue;
      const shown = find(element, pattern);
      this.#shown.set(element, shown);
      this.#colour(shown, 0);
    }
  }

  /** Call when the element's content has changed: it is looked through again the next time. */
  forget(element: Element): void {
    for (const range of this.#shown.get(element)?.ranges ?? []) this.#all.delete(range);
    this.#shown.delete(element);
  }

  clear(): void {
    this.#all.clear();
    this.#current.clear();
    this.#shown.clear();
  }

  /** Marks the current match where it is rendered; where Markdown hides it, as a link's address, says about where. */
  mark(element: Element, match: SourceMatch): StaticRange | undefined {
    this.#current.clear();
    const shown = this.#shown.get(element);
    if (!shown) return undefined;
    const at = counterpart(shown, match);
    if (at < 0) return aboutThere(shown, match);
    if (at < shown.first || at >= shown.first + mostInOne) this.#colour(shown, at - mostInOne / 2);
    const range = rangeOf(shown, at);
    this.#current.add(range);
    return range;
  }

  #colour(shown: Shown, at: number): void {
    for (const range of shown.ranges) this.#all.delete(range);
    shown.first = Math.max(0, at);
    const most = Math.min(mostInOne, shown.starts.length - shown.first);
    shown.ranges = Array.from({ length: most }, (_, place) => rangeOf(shown, shown.first + place));
    for (const range of shown.ranges) this.#all.add(range);
  }

  unmark(): void {
    this.#current.clear();
  }
}

function find(element: Element, pattern: RegExp): Shown {
  const text = new ShownText(element);
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { index, 0: found } of text.text.matchAll(pattern)) {
    starts.push(index);
    ends.push(index + found.length);
  }
  return { text, starts, ends, ranges: [], first: 0 };
}

function rangeOf({ text, starts, ends }: Shown, at: number): StaticRange {
  return text.range(starts[at] ?? 0, ends[at] ?? 1);
}

/** So many letters before a match tell which of the source's it is; so far back they are looked for. */
const letters = 16;
const lookBack = 600;

/** Which of the rendered matches this is, -1 for none. Where their numbers differ the letters before it decide. */
function counterpart(shown: Shown, { source, starts, index }: SourceMatch): number {
  if (shown.starts.length === starts.length) return index;
  const before = lettersBefore(source, starts[index] ?? 0);
  const alike = starts.slice(0, index).filter((start) => lettersBefore(source, start) === before).length;
  const like = shown.starts.filter((start) => lettersBefore(shown.text.text, start) === before);
  return shown.starts.indexOf(like[alike] ?? -1);
}

function lettersBefore(text: string, place: number): string {
  const before = text.slice(Math.max(0, place - lookBack), place).replace(/\]\([^)\s]*\)/g, "");
  return before.replace(/[^\p{L}\p{N}]/gu, "").slice(-letters);
}

function aboutThere({ text }: Shown, { source, starts, index }: SourceMatch): StaticRange | undefined {
  const share = (starts[index] ?? 0) / source.length;
  const place = Math.min(text.text.length - 1, Math.floor(share * text.text.length));
  return place < 0 ? undefined : text.range(place, place + 1);
}
