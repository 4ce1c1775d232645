import type { StepKind } from "../../core/steps/step.ts";
import { el, icon, textOf } from "../dom/dom.ts";
import type { StepWish } from "../keptState.ts";
import { kindWords } from "../words/kindWords.ts";
import { count, t } from "../l10n.ts";
import { verdictIcon } from "./verdictBar.ts";

/** A button that shows only the steps of a kind, or with a mark: icon, word and how many there are. */
export class FilterChip {
  readonly element: HTMLElement;
  readonly #words: string;
  readonly #number = el("span", { class: "count" });
  readonly #setNumber = textOf(this.#number);

  constructor(wish: StepWish, toggle: () => void) {
    const { words, sign } = wish === "doubts" || wish === "wrong" ? marks[wish] : kindLook(wish);
    this.#words = words();
    this.element = el(
      "button",
      { type: "button", class: "kind-chip", tabindex: -1, "aria-pressed": "false" },
      sign(),
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

interface ChipLook {
  words: () => string;
  sign: () => HTMLElement;
}

const marks: Readonly<Record<Exclude<StepWish, StepKind>, ChipLook>> = {
  doubts: { words: () => t("Doubts"), sign: () => icon("question") },
  wrong: { words: () => t("Judged wrong"), sign: () => verdictIcon("wrong") },
};

function kindLook(kind: StepKind): ChipLook {
  return { words: kindWords[kind], sign: () => el("span", { class: "kind", "data-kind": kind }) };
}
