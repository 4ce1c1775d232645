import type { AnswerView } from "../run/answerView.ts";
import { bringIntoView } from "../dom/bringIntoView.ts";
import { FindHits } from "./findHits.ts";
import type { FindIndex, FoundIn, Match } from "./findIndex.ts";
import { partOf, stepOf, titlePlace } from "./findPlaces.ts";
import type { FollowTail } from "../dom/followTail.ts";
import type { Layout } from "../dom/layout.ts";
import type { PhaseSection } from "../steps/phaseSection.ts";
import type { StepRow } from "../steps/stepRow.ts";
import type { StepsView } from "../steps/stepsView.ts";

/** Matches on the page: coloured where they are rendered, and the way to each, folded or not. */
export interface FindWhere {
  /** Colours all matches in view and the current one. */
  paint(index: FindIndex, texts: FoundIn, current: Match | undefined): void;
  /** Leads the reader to the match, opening what hides it. */
  land(index: FindIndex, texts: FoundIn, match: Match): void;
  /** No match is the current one any more: a step that was opened for it folds. */
  leave(): void;
  /** What these changes of the page made outdated is looked through again with the next paint. */
  outdate(records: readonly MutationRecord[]): void;
  clear(): void;
  /** The place of the texts where the reader is. */
  here(): number;
}

export function createFindWhere({ steps, answer, layout, tail }: WhereParts): FindWhere {
  const hits = new FindHits();
  let found: Element | undefined;
  let unfolded: PhaseSection | undefined;

  const rowOf = (match: Pick<Match, "place">): StepRow | undefined => steps.rows[stepOf(match) - 1];

  /** The phase whose title this place is, if it is there. */
  const phaseAt = (match: Pick<Match, "place">): PhaseSection | undefined => {
    const row = partOf(match) === "phase" ? rowOf(match) : undefined;
    const phase = row && steps.phaseOf(row);
    return phase?.from === row?.number ? phase : undefined;
  };

  /** The element that shows the text of this place, if it is there. */
  const shownAt = (place: number): Element | null | undefined => {
    const row = rowOf({ place });
    switch (partOf({ place })) {
      case "answer":
        return answer.element.querySelector(".prose");
      case "phase":
        return phaseAt({ place })?.head.querySelector(".title");
      case "title":
        return row?.head.querySelector(".title");
      case "text":
        return row?.open ? row.element.querySelector(".step-body") : undefined;
    }
  };

  const inView = (index: FindIndex, texts: FoundIn): Element[] => {
    const elements: Element[] = [];
    for (let place = 0; place < texts.count; place++) {
      const element = index.has(place) ? shownAt(place) : undefined;
      if (element?.checkVisibility({ contentVisibilityAuto: true })) elements.push(element);
    }
    return elements;
  };

  const mark = (index: FindIndex, texts: FoundIn, current: Match) => {
    const element = shownAt(current.place);
    if (!element) return undefined;
    const starts = index.startsIn(current.place);
    const source = texts.text(current.place);
    return hits.mark(element, { source, starts, index: starts.indexOf(current.start) });
  };

  const paint = (index: FindIndex, texts: FoundIn, current: Match | undefined) => {
    const elements = inView(index, texts);
    const there = current && shownAt(current.place);
    // Though out of view as yet: it is about to be scrolled to.
    if (there && !elements.includes(there)) elements.push(there);
    hits.show(elements, index.pattern);
    return current ? mark(index, texts, current) : hits.unmark();
  };

  /** Opens the phase a row is folded away in, and folds the one again that was opened before. */
  const unfold = (row: StepRow | undefined) => {
    const phase = row && steps.phaseOf(row);
    if (unfolded?.open && unfolded !== phase) steps.toggle(unfolded);
    if (unfolded !== phase) unfolded = phase?.open ? undefined : phase;
    if (row) steps.reveal(row);
  };

  /** A title that is cut off at the row's end is shown whole while it holds the current match. */
  const showWhole = (head: Element | undefined) => {
    found?.classList.remove("found");
    found = head;
    found?.classList.add("found");
  };

  return {
    paint: (index, texts, current) => void paint(index, texts, current),
    land(index, texts, match) {
      const row = rowOf(match);
      const inText = partOf(match) === "text";
      const phase = phaseAt(match);
      // The head of a phase is to be seen while it is folded, unless a filter hides all of it.
      unfold(phase && steps.shows(phase) ? undefined : row);
      steps.peek(inText ? row : undefined);
      showWhole(inText ? undefined : (phase ?? row)?.head);
      const seen = paint(index, texts, match);
      const scroller = row || layout.stacked() ? layout.scroller() : layout.left;
      bringIntoView(seen ?? (phase ?? row)?.head ?? answer.element, scroller);
      tail.hold();
    },
    leave() {
      unfold(undefined);
      steps.peek(undefined);
      showWhole(undefined);
      hits.unmark();
    },
    outdate(records) {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const shown = element?.closest(".step-body, .title, .answer > .prose");
        if (shown) hits.forget(shown);
      }
    },
    clear() {
      showWhole(undefined);
      hits.clear();
    },
    here() {
      const { left, width, top } = layout.scroller().getBoundingClientRect();
      const upper = document.elementFromPoint(left + width / 2, top + 8);
      const stepAt = (element: Element | null) => element?.closest<HTMLElement>("[data-step]");
      const step = stepAt(document.activeElement) ?? stepAt(upper);
      return step ? titlePlace(Number(step.dataset.step)) : 0;
    },
  };
}

interface WhereParts {
  steps: StepsView;
  answer: AnswerView;
  layout: Layout;
  tail: FollowTail;
}
