import { el, textOf } from "../dom/dom.ts";
import { duration } from "../words/durations.ts";
import { revealed } from "../../core/code/hiddenCharacters.ts";
import { t } from "../l10n.ts";
import { stepCount } from "../words/stepCount.ts";
import { StepGroups } from "./stepGroups.ts";

/** A phase: a head that is a button, and its rows. Without a title it is rows only, as in a short trace. */
export class PhaseSection {
  /** Number of its first step. */
  readonly from: number;
  readonly element: HTMLElement;
  readonly head: HTMLElement;
  readonly groups = new StepGroups();
  open = true;
  title: string | undefined;
  readonly #heading: HTMLElement;
  readonly #setTitle: (text: string) => void;
  readonly #setFacts: (text: string) => void;

  constructor(from: number) {
    this.from = from;
    const title = el("span", { class: "title" });
    const facts = el("span", { class: "time" });
    const rows = this.groups.element;
    rows.id = `phase-${from}`;
    this.head = el(
      "button",
      {
        type: "button",
        class: "phase-head",
        tabindex: -1,
        "aria-expanded": "true",
        "aria-controls": rows.id,
      },
      title,
      facts,
    );
    this.#heading = el("h3", { hidden: true }, this.head);
    this.element = el("div", { class: "phase" }, this.#heading, rows);
    this.#setTitle = textOf(title);
    this.#setFacts = textOf(facts);
    this.name(undefined);
  }

  name(title: string | undefined): void {
    this.title = title;
    this.#heading.hidden = title === undefined;
    this.#setTitle(title ?? "");
    this.head.title = revealed(title ?? "");
    this.groups.element.setAttribute("aria-label", revealed(title ?? t("Steps")));
  }

  setOpen(open: boolean): void {
    this.open = open;
    this.head.setAttribute("aria-expanded", String(open));
    const rows = this.groups.element;
    // The focus must not vanish with the row it is on.
    if (!open && rows.contains(document.activeElement)) this.head.focus();
    rows.hidden = !open;
  }

  /** Hides itself when none of its rows is shown, and groups likewise. */
  showRows(): void {
    this.element.hidden = this.groups.showRows() === 0;
  }

  isHead(element: Element | null): boolean {
    return this.head === element;
  }

  /** Shows how many steps it has and how long they took, `elapsed` milliseconds into the run. */
  tell(elapsed: number): void {
    const { first, last } = this.groups;
    if (!first || !last || this.title === undefined) return;
    const steps = last.number - first.number + 1;
    const from = first.step.openedAt;
    const took = Math.max(0, (last.step.closedAt ?? elapsed) - from);
    this.#setFacts(`${stepCount(steps)} · ${duration(took)}`);
  }
}
