import type { RunRecord } from "../../core/run/runRecord.ts";
import type { Announcer } from "../dom/announcer.ts";
import { countWords, createFindBox, type FindCount } from "./findBox.ts";
import { FindIndex, type Match } from "./findIndex.ts";
import { findPattern, reachOf } from "./findPattern.ts";
import { placesOf, stepOf } from "./findPlaces.ts";
import type { FindWhere } from "./findWhere.ts";
import type { Keeper } from "../keptState.ts";
import { t } from "../l10n.ts";
import { titleWords } from "../words/titleWords.ts";

/** Find over everything of a run, folded or not, while it streams too. */
interface Find {
  readonly element: HTMLElement;
  open(): void;
  next(): void;
  previous(): void;
  toggleCase(): void;
  /** Gives the focus back; false when nothing was open. */
  close(): boolean;
}

/** Milliseconds a slice of searching may take, and a step of it that goes along with the page's own drawing. */
const slice = 6;
const beside = 3;

/** `area` holds all that is searched; its changes are watched while the box is open. */
export function createFind({ area, where, record, keeper, announcer, now }: FindParts): Find {
  const box = createFindBox({
    matchCase: keeper.state.matchCase,
    changed: () => start(),
    next: () => go(1),
    previous: () => go(-1),
    close: () => close(),
  });
  let index: FindIndex | undefined;
  let current: Match | undefined;
  /** Where the search is to land first; undefined once it has. */
  let from: Pick<Match, "place" | "start"> | undefined;
  let back: Element | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let telling: ReturnType<typeof setTimeout> | undefined;
  let notBefore = 0;
  let searching = false;

  const count = (): FindCount => ({
    at: index && current ? index.before(current) + 1 : 0,
    of: index?.count ?? 0,
    searching,
  });

  const tell = () => box.tell(index && count());

  const announce = () => {
    clearTimeout(telling);
    telling = setTimeout(() => {
      if (index) announcer.say([countWords(count()), placeWords(record(), current)].join(" "));
    }, 300);
  };

  const land = (match: Match) => {
    if (!index) return;
    current = match;
    from = undefined;
    where.land(index, placesOf(record()), match);
    announce();
  };

  /** The first match from where the reader was, as soon as it is known. */
  const landFirst = (searched: FindIndex, done: boolean) => {
    if (!from) return;
    const match = searched.at(searched.before(from)) ?? (done ? searched.at(0) : undefined);
    if (match) return land(match);
    if (!done) return;
    from = undefined;
    where.leave();
    announce();
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
    tell();
    // What is dear is done less often, so that streaming stays smooth beside it.
    notBefore = now() + (now() - began) * 4;
    if (!done) later(0);
  };

  const later = (wait: number) => {
    timer ??= setTimeout(() => work(slice), wait);
  };

  const start = () => {
    keeper.keep({ find: box.query, matchCase: box.matchCase });
    from = current ?? from ?? { place: where.here(), start: 0 };
    current = undefined;
    where.clear();
    const pattern = findPattern(box.query, box.matchCase);
    index = pattern && new FindIndex(pattern, reachOf(box.query));
    if (index) return work(slice);
    where.leave();
    box.tell(undefined);
  };

  const watcher = new MutationObserver((records) => {
    where.outdate(records);
    if (now() >= notBefore && timer === undefined) work(beside);
    else later(notBefore - now());
  });
  const cameNear = () => box.open && later(0);
  area.addEventListener("contentvisibilityautostatechange", cameNear, { capture: true });

  const open = () => {
    if (!box.open) {
      back = document.activeElement;
      from = { place: where.here(), start: 0 };
      current = undefined;
      box.query = selectedWords() || keeper.state.find;
      watcher.observe(area, { subtree: true, childList: true, characterData: true });
    }
    const begun = index !== undefined;
    box.show();
    if (!begun) start();
  };

  const close = () => {
    if (!box.open) return false;
    box.hide();
    watcher.disconnect();
    clearTimeout(timer);
    clearTimeout(telling);
    timer = index = undefined;
    where.clear();
    if (back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true });
    return true;
  };

  const go = (by: 1 | -1) => {
    if (!box.open || !index) return open();
    const { count: all } = index;
    if (all === 0) return;
    const at = current ? index.before(current) + by : 0;
    const match = index.at((at + all) % all);
    if (match) land(match);
    tell();
  };

  return {
    element: box.element,
    open,
    close,
    next: () => go(1),
    previous: () => go(-1),
    toggleCase: box.toggleCase,
  };
}

/** The words the reader has selected, if they are of one line. */
function selectedWords(): string {
  const words = String(document.getSelection() ?? "").trim();
  return words.length <= 200 && !words.includes("\n") ? words : "";
}

function placeWords(record: Readonly<RunRecord> | undefined, match: Match | undefined): string {
  if (!match) return "";
  const number = stepOf(match);
  const step = record?.steps[number - 1];
  return step ? t("Step {0}: {1}", number, titleWords(step)) : t("Answer");
}

interface FindParts {
  area: HTMLElement;
  where: FindWhere;
  record: () => Readonly<RunRecord> | undefined;
  keeper: Keeper;
  announcer: Announcer;
  /** A monotonic clock in milliseconds. */
  now: () => number;
}
