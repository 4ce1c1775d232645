import { el, iconButton, textOf } from "../dom/dom.ts";
import { count, t } from "../l10n.ts";

/** Where find stands: the ordinal of the current match from 1, 0 for none yet, and how many are known. */
export interface FindCount {
  at: number;
  of: number;
  /** More may come: the texts are not searched to the end yet. */
  searching: boolean;
}

/** The box to search from: query, case, count, previous, next, close. */
interface FindBox {
  readonly element: HTMLElement;
  readonly open: boolean;
  readonly matchCase: boolean;
  query: string;
  /** Shows the box and takes the focus into it. */
  show(): void;
  hide(): void;
  toggleCase(): void;
  /** Without a count nothing is searched for. */
  tell(count: FindCount | undefined): void;
}

export function createFindBox({ matchCase, changed, next, previous, close }: FindBoxParts): FindBox {
  const input = el("input", { type: "text", class: "find-query", spellcheck: "false", autocomplete: "off" });
  input.placeholder = t("Find");
  input.ariaLabel = t("Find in this run");
  const caseButton = iconButton(t("Match Case"), "case-sensitive", () => toggleCase());
  const words = el("span", { class: "find-count" });
  const setCount = textOf(words);
  const up = iconButton(t("Previous Match"), "arrow-up", previous);
  const down = iconButton(t("Next Match"), "arrow-down", next);
  const element = el(
    "div",
    { class: "find", role: "search", "aria-label": t("Find"), hidden: true },
    el("div", { class: "find-field" }, input, caseButton),
    words,
    up,
    down,
    iconButton(t("Close"), "close", close),
  );
  let exact = matchCase;

  const showCase = () => caseButton.setAttribute("aria-pressed", String(exact));
  const toggleCase = () => {
    exact = !exact;
    showCase();
    changed();
  };
  showCase();
  input.addEventListener("input", changed);

  return {
    element,
    toggleCase,
    get open() {
      return !element.hidden;
    },
    get matchCase() {
      return exact;
    },
    get query() {
      return input.value;
    },
    set query(text) {
      input.value = text;
    },
    show() {
      element.hidden = false;
      input.focus();
      input.select();
    },
    hide() {
      element.hidden = true;
    },
    tell(found) {
      const none = found !== undefined && found.of === 0 && !found.searching;
      element.classList.toggle("none", none);
      up.disabled = down.disabled = !found || found.of === 0;
      setCount(found ? countWords(found) : "");
    },
  };
}

/** `3 of 17`; with a + while more may be found. */
export function countWords({ at, of, searching }: FindCount): string {
  if (of === 0) return searching ? "…" : t("No results");
  if (at === 0) return searching ? `${count(of)}+` : count(of);
  return searching ? t("{0} of {1}+", at, of) : t("{0} of {1}", at, of);
}

interface FindBoxParts {
  matchCase: boolean;
  /** Query or case are others now. */
  changed: () => void;
  next: () => void;
  previous: () => void;
  close: () => void;
}
