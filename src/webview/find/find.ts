import type { RunRecord } from "../../core/run/runRecord.ts";
import type { Announcer } from "../dom/announcer.ts";
import { countWords, createFindBox } from "./findBox.ts";
import type { Match } from "./findIndex.ts";
import { partOf, stepOf } from "./findPlaces.ts";
import { createFindSearch } from "./findSearch.ts";
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

/** `area` holds all that is searched; its changes are watched while the box is open. */
export function createFind({ area, where, record, keeper, announcer, now }: FindParts): Find {
  const box = createFindBox({
    matchCase: keeper.state.matchCase,
    changed: () => start(),
    next: () => go(1),
    previous: () => go(-1),
    close: () => close(),
  });
  let back: Element | null = null;
  let telling: ReturnType<typeof setTimeout> | undefined;

  const announce = () => {
    clearTimeout(telling);
    telling = setTimeout(() => {
      const count = search.count();
      if (count) announcer.say([countWords(count), placeWords(record(), search.current)].join(" "));
    }, 300);
  };

  const search = createFindSearch({
    where,
    record,
    now,
    changed: () => box.tell(search.count()),
    landed: announce,
  });

  const start = () => {
    keeper.keep({ find: box.query, matchCase: box.matchCase });
    search.begin(box.query, box.matchCase);
  };

  const watcher = new MutationObserver((records) => {
    where.outdate(records);
    search.goOn();
  });
  const cameNear = () => box.open && search.soon();
  area.addEventListener("contentvisibilityautostatechange", cameNear, { capture: true });

  const open = () => {
    if (!box.open) {
      back = document.activeElement;
      search.stand();
      box.query = selectedWords() || keeper.state.find;
      watcher.observe(area, { subtree: true, childList: true, characterData: true });
    }
    box.show();
    if (!search.count()) start();
  };

  const close = () => {
    if (!box.open) return false;
    box.hide();
    watcher.disconnect();
    clearTimeout(telling);
    search.end();
    if (back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true });
    return true;
  };

  const go = (by: 1 | -1) => (box.open && search.count() ? search.go(by) : open());

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
  if (!step) return t("Answer");
  const phase = partOf(match) === "phase" && record?.phases.find(({ from }) => from === number);
  return phase ? t("Phase: {0}", phase.title) : t("Step {0}: {1}", number, titleWords(step));
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
