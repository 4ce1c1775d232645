import type { RunRecord } from "../../core/run/runRecord.ts";
import type { FindCount } from "./findBox.ts";
import { FindIndex, type Match } from "./findIndex.ts";
import { findPattern, reachOf } from "./findPattern.ts";
import { placesOf } from "./findPlaces.ts";
import type { FindWhere } from "./findWhere.ts";

/** Looks for words slice by slice, and knows which match the reader stands on. */
export interface FindSearch {
  readonly current: Match | undefined;
  /** What is known so far; undefined while nothing is looked for. */
  count(): FindCount | undefined;
  /** Makes the place where the reader is the one to land from. */
  stand(): void;
  begin(query: string, matchCase: boolean): void;
  go(by: 1 | -1): void;
  /** Looks again at what has changed, at once if the page's own drawing has had its share. */
  goOn(): void;
  /** Looks again a little later. */
  soon(): void;
  end(): void;
}

/** Milliseconds a slice of searching may take, and a step of it that goes along with the page's own drawing. */
const slice = 6;
const beside = 3;

export function createFindSearch({ where, record, now, changed, landed }: SearchParts): FindSearch {
  let index: FindIndex | undefined;
  let current: Match | undefined;
  /** Where the search is to land first; undefined once it has. */
  let from: Pick<Match, "place" | "start"> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let notBefore = 0;
  let searching = false;

  const here = () => ({ place: where.here(), start: 0 });

  const land = (match: Match) => {
    if (!index) return;
    current = match;
    from = undefined;
    where.land(index, placesOf(record()), match);
    landed();
  };

  /** The first match from where the reader was, as soon as it is known. */
  const landFirst = (searched: FindIndex, done: boolean) => {
    if (!from) return;
    const match = searched.at(searched.before(from)) ?? (done ? searched.at(0) : undefined);
    if (match) return land(match);
    if (!done) return;
    from = undefined;
    where.leave();
    landed();
  };

  /** The current match stays the current one; if its text is gone, the next takes its place. */
  const keepCurrent = (searched: FindIndex) => {
    if (current) current = searched.at(searched.before(current)) ?? searched.at(searched.count - 1);
  };

  const work = (budget: number) => {
    clearTimeout(timer);
    timer = undefined;
    if (!index) return;
    const began = now();
    const texts = placesOf(record());
    const done = index.search(texts, () => now() - began > budget);
    keepCurrent(index);
    landFirst(index, done);
    where.paint(index, texts, current);
    searching = !done;
    changed();
    // What is dear is done less often, so that streaming stays smooth beside it.
    notBefore = now() + (now() - began) * 4;
    if (!done) later(0);
  };

  const later = (wait: number) => {
    timer ??= setTimeout(() => work(slice), wait);
  };

  return {
    get current() {
      return current;
    },
    count: () => index && { at: current ? index.before(current) + 1 : 0, of: index.count, searching },
    stand() {
      from = here();
      current = undefined;
    },
    begin(query, matchCase) {
      from = current ?? from ?? here();
      current = undefined;
      where.clear();
      const pattern = findPattern(query, matchCase);
      index = pattern && new FindIndex(pattern, reachOf(query));
      if (index) return work(slice);
      where.leave();
      changed();
    },
    go(by) {
      const all = index?.count ?? 0;
      if (!index || all === 0) return;
      const at = current ? index.before(current) + by : 0;
      const match = index.at((at + all) % all);
      if (match) land(match);
      changed();
    },
    goOn() {
      if (now() >= notBefore && timer === undefined) work(beside);
      else later(notBefore - now());
    },
    soon: () => later(0),
    end() {
      clearTimeout(timer);
      timer = index = undefined;
      where.clear();
    },
  };
}

interface SearchParts {
  where: FindWhere;
  record: () => Readonly<RunRecord> | undefined;
  /** A monotonic clock in milliseconds. */
  now: () => number;
  /** Something is known that was not. */
  changed: () => void;
  /** The reader was led to a match, or nowhere since there is none. */
  landed: () => void;
}
