import type { Phase } from "../../core/steps/step.ts";
import { el } from "../dom/dom.ts";
import { whenIdle } from "../dom/whenIdle.ts";
import type { Folds } from "./folds.ts";
import { PhaseSection } from "./phaseSection.ts";
import { StepRow } from "./stepRow.ts";

/** What the keyboard can stand on in the list: the head of a phase or of a step. */
export type Stop = PhaseSection | StepRow;

/** Milliseconds that the rows of a group may take to be made. */
const timeOfGroup = 4;

/** The rows under their phases. A row stays the same element wherever it goes. */
export class StepSections {
  readonly element = el("div", { class: "steps" });
  readonly #comeNear: (rows: StepRow[]) => void;
  readonly #folds: Pick<Folds, "isPhaseOpen" | "touchPhase">;
  #sections: PhaseSection[] = [];

  constructor({ comeNear, folds }: SectionParts) {
    this.#comeNear = comeNear;
    this.#folds = folds;
    this.element.addEventListener("contentvisibilityautostatechange", (event) => this.#turn(event));
  }

  get all(): readonly PhaseSection[] {
    return this.#sections;
  }

  /** The phases as they are shown. */
  get phases(): Phase[] {
    return this.#sections.flatMap(({ from, title }) => (title === undefined ? [] : [{ from, title }]));
  }

  /** Adds the next row; with a title a phase begins with it. */
  add(row: StepRow, title: string | undefined): void {
    this.#sectionFor(row, title).groups.add(row);
  }

  /** The same for a run shown again, whose rows are made when they come near, or when there is time. */
  addUnseen(row: StepRow, title: string | undefined): void {
    this.#sectionFor(row, title).groups.addUnseen(row);
  }

  #sectionFor(row: StepRow, title: string | undefined): PhaseSection {
    const last = this.#sections.at(-1);
    if (last && title === undefined) return last;
    const section = this.#begin(row.number, this.#sections.length);
    this.#show(section, title);
    return section;
  }

  /** Lets the browser skip what it has never drawn, and has the rows made bit by bit; those that grow at once. */
  settleUnseen(growing: boolean): void {
    this.#sections.forEach(({ groups }, index) => groups.settleUnseen(index === this.#sections.length - 1));
    if (growing) this.#sections.at(-1)?.groups.fill("last");
    this.#fillOn();
  }

  /** Makes the rows that are in view already; all places are asked for first, since each row made moves the page. */
  fillSeen(isInView: (element: HTMLElement) => boolean): void {
    const unfilled = this.#sections.flatMap(({ groups }) => groups.unfilled);
    for (const { fill } of unfilled.filter(({ element }) => isInView(element))) fill();
  }

  /** The last ones first: they are not skipped, and so nothing says when they come near. */
  #fillOn(): void {
    const fill = () =>
      this.#sections.at(-1)?.groups.fill("last") || this.#sections.some(({ groups }) => groups.fill("next"));
    whenIdle((idle) => {
      do if (!fill()) return;
      while (idle.timeRemaining() > timeOfGroup);
      this.#fillOn();
    });
  }

  /** Hides what has no row to show, shows what has. */
  showRows(): void {
    for (const section of this.#sections) section.showRows();
  }

  /** Makes these the phases, moving as few rows as may be. */
  arrange(phases: readonly Phase[]): void {
    const titles = new Map(phases.map(({ from, title }) => [from, title]));
    for (let index = this.#sections.length - 1; index > 0; index--) {
      if (!titles.has(this.#sections[index]?.from ?? 1)) this.#join(index);
    }
    for (const { from } of phases) this.#split(from);
    for (const section of this.#sections) {
      this.#show(section, titles.get(section.from));
      section.showRows();
    }
  }

  /** Call now and then: what is finished may be skipped while out of view. */
  settle(): void {
    this.#sections.forEach(({ groups }, index) => groups.settle(index === this.#sections.length - 1));
  }

  /** The phase a row stands under, none in a short trace. */
  phaseOf(row: StepRow): PhaseSection | undefined {
    const section = this.sectionOf(row);
    return section?.title === undefined ? undefined : section;
  }

  /** The reader folds or opens a phase. */
  fold(phase: PhaseSection, open: boolean): void {
    this.#folds.touchPhase(phase.from, open);
    phase.setOpen(open);
  }

  sectionOf(row: StepRow): PhaseSection | undefined {
    return this.#sections[this.#indexOf(row.number)];
  }

  /** The element that shows where a row is: itself, or the head of the folded phase it is in. */
  placeOf(row: StepRow): HTMLElement {
    const section = this.sectionOf(row);
    return !section || section.open ? row.element : section.head;
  }

  /** False for a stop that is folded away or no longer there. */
  shows(stop: Stop): boolean {
    if (!(stop instanceof StepRow)) {
      return stop.title !== undefined && !stop.element.hidden && this.#sections.includes(stop);
    }
    const section = this.sectionOf(stop);
    return section !== undefined && section.open && stop.shown;
  }

  isNear(row: StepRow): boolean {
    const section = this.sectionOf(row);
    return !section || section.groups.isNear(row.number - section.from);
  }

  /** In the order of the page, those only that can be seen. */
  stops(): Stop[] {
    return this.#sections.flatMap((section) => [
      ...(section.title === undefined || section.element.hidden ? [] : [section]),
      ...(section.open ? section.groups.rows.filter(({ shown }) => shown) : []),
    ]);
  }

  clear(): void {
    this.#sections = [];
    this.element.replaceChildren();
  }

  #indexOf(number: number): number {
    return this.#sections.findLastIndex(({ from }) => from <= number);
  }

  #begin(from: number, index: number): PhaseSection {
    const section = new PhaseSection(from);
    const after = this.#sections[index]?.element ?? null;
    this.#sections.splice(index, 0, section);
    this.element.insertBefore(section.element, after);
    return section;
  }

  #show(section: PhaseSection, title: string | undefined): void {
    section.name(title);
    const open = title === undefined || this.#folds.isPhaseOpen(section.from);
    if (open !== section.open) section.setOpen(open);
  }

  #join(index: number): void {
    const [section] = this.#sections.splice(index, 1);
    const before = this.#sections[index - 1];
    if (!section || !before) return;
    section.groups.moveTail(0, before.groups);
    section.element.remove();
  }

  #split(from: number): void {
    const index = this.#indexOf(from);
    const before = this.#sections[index];
    if (!before || before.from === from || (before.groups.last?.number ?? 0) < from) return;
    // What the reader has folded away does not come back because it has got a name of its own.
    if (!before.open) this.#folds.touchPhase(from, false);
    const section = this.#begin(from, index + 1);
    before.groups.moveTail(from - before.from, section.groups);
  }

  #turn(event: Event): void {
    if (!(event instanceof ContentVisibilityAutoStateChangeEvent)) return;
    for (const { groups } of this.#sections) {
      this.#comeNear(groups.turn(event.target, !event.skipped));
    }
  }
}

interface SectionParts {
  /** Told of rows that come near the view and have to be complete. */
  comeNear: (rows: StepRow[]) => void;
  folds: Pick<Folds, "isPhaseOpen" | "touchPhase">;
}
