import { el, icon, textOf } from "../dom/dom.ts";
import type { StepWish } from "../keptState.ts";
import { kindWords } from "../words/kindWords.ts";
import { count, t } from "../l10n.ts";

/** A button that shows only the steps of a kind, or those that doubt: icon, word and how many there are. */
export class FilterChip {
  readonly element: HTMLElement;
  readonly #words: string;
  readonly #number = el("span", { class: "count" });
  readonly #setNumber = textOf(this.#number);

  constructor(wish: StepWish, toggle: () => void) {
    this.#words = wish === "doubts" ? t("Doubts") : kindWords[wish]();
    this.element = el(
      "button",
      { type: "button", class: "kind-chip", tabindex: -1, "aria-pressed": "false" },
      wish === "doubts" ? icon("question") : el("span", { class: "kind", "data-kind": wish }),
      el("span", { class: "chip-word" }, this.#words),
      " ",
      this.#number,
    );
    this.element.addEventListener("click", toggle);
  }

  press(pressed: boolean): void {
    this.element.setAttribute("aria-pressed", String(pressed));
  }

  count(steps: number): void {
    const words = `${this.#words} ${count(steps)}`;
    if (words === this.element.title) return;
    this.#setNumber(count(steps));
    this.element.title = words;
  }
}
