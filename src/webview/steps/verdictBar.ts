import { verdicts, type Judgement, type Verdict } from "../../core/run/verdict.ts";
import { el, icon } from "../dom/dom.ts";
import { wireRoving } from "../dom/roving.ts";
import { t } from "../l10n.ts";
import { verdictNames, verdictWords } from "../words/verdictWords.ts";

/** Where the reader says what a step is worth; pressing the verdict there is takes it back. */
export interface VerdictBar {
  readonly element: HTMLElement;
  show(verdict: Verdict | undefined): void;
}

export function createVerdictBar(step: number, judge: (verdict: Judgement) => void): VerdictBar {
  const buttons = verdicts.map((verdict) => {
    const button = el(
      "button",
      { type: "button", class: "verdict-button", "data-verdict": verdict, tabindex: -1 },
      verdictIcon(verdict),
      verdictNames[verdict](),
    );
    button.addEventListener("click", () => judge(isPressed(button) ? "none" : verdict));
    return button;
  });
  const label = t("Your verdict on step {0}", step);
  const element = el("div", { class: "verdicts", role: "toolbar", "aria-label": label }, ...buttons);
  wireRoving(element).makeStop(buttons[0]);
  return {
    element,
    show(verdict) {
      for (const button of buttons)
        button.setAttribute("aria-pressed", String(button.dataset.verdict === verdict));
    },
  };
}

function isPressed(button: HTMLElement): boolean {
  return button.getAttribute("aria-pressed") === "true";
}

/** The verdict's sign in a row; its words are for screen readers, sighted readers have the tooltip. */
export function verdictSign(verdict: Verdict): HTMLElement {
  const words = el("span", { class: "unseen" }, verdictWords[verdict]());
  return el("span", { class: "verdict", "data-verdict": verdict }, verdictIcon(verdict), words);
}

const verdictIcons: Readonly<Record<Verdict, string>> = { right: "check", wrong: "close", unsure: "dash" };

export function verdictIcon(verdict: Verdict): HTMLElement {
  const element = icon(verdictIcons[verdict]);
  element.dataset.verdict = verdict;
  return element;
}
