import { el, iconButton } from "../dom/dom.ts";
import { isMac, keyTable, type KeyPlace } from "./keyTable.ts";
import { t } from "../l10n.ts";

/** All keys of the page, in a dialog over it. */
export interface HelpSheet {
  readonly element: HTMLElement;
  open(): void;
}

const placeWords: Readonly<Record<KeyPlace, () => string>> = {
  header: () => t("On a step or a phase"),
  page: () => t("Anywhere but in a text box"),
  find: () => t("In the find box"),
  everywhere: () => t("Anywhere"),
};

const signs: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Mod: isMac ? "⌘" : "Ctrl",
  Alt: isMac ? "⌥" : "Alt",
  Escape: "Esc",
};

export function createHelpSheet(): HelpSheet {
  const close = iconButton(t("Close"), "close", () => element.close());
  const body = el("div", { class: "help-body", tabindex: 0 }, ...sections());
  const element = el(
    "dialog",
    { class: "help", role: "dialog", "aria-modal": "true", "aria-labelledby": "help-title" },
    el("div", { class: "section-head" }, el("h2", { id: "help-title" }, t("Keys")), close),
    body,
  );
  element.addEventListener("keydown", (event) => {
    // The page's own keys rest while the sheet is open, and Tab goes round in it.
    event.stopPropagation();
    if (event.key !== "Tab") return;
    event.preventDefault();
    (document.activeElement === close ? body : close).focus();
  });
  element.addEventListener("click", (event) => {
    if (event.target === element) element.close();
  });
  return {
    element,
    open() {
      if (!element.open) element.showModal();
    },
  };
}

function sections(): HTMLElement[] {
  const places = [...new Set(keyTable.map(({ place }) => place))];
  return places.flatMap((place) => [
    el("h3", {}, placeWords[place]()),
    el(
      "dl",
      {},
      ...keyTable.filter((row) => row.place === place).map(({ keys, words }) => line(keys, words())),
    ),
  ]);
}

function line(keys: readonly string[], words: string): HTMLElement {
  const shown = keys.flatMap((key) => [el("kbd", {}, keyWords(key)), " "]);
  return el("div", {}, el("dt", {}, ...shown), el("dd", {}, words));
}

/** A key as it is written on a keyboard. */
function keyWords(chord: string): string {
  if (chord === " ") return t("Space");
  return chord
    .split("+")
    .map(
      (part) =>
        signs[part] ?? (chord.includes("+") ? part.replace(/^[a-z]$/, (key) => key.toUpperCase()) : part),
    )
    .join("+");
}
