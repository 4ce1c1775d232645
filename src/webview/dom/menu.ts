import { el, icon, iconButton } from "./dom.ts";

/** One entry; `isOn` makes it a choice that is on or off, one of several where `group` says of what. */
interface MenuItem {
  words: string;
  group?: string;
  isOn?: () => boolean;
  press: () => void;
}

/** A button that opens a menu of what is seldom needed: arrows move, Enter chooses, Escape and a click elsewhere close. */
export function createMenu(label: string, items: readonly MenuItem[]): HTMLElement {
  const rows = items.map((item) =>
    el("button", { type: "button", tabindex: -1, role: roleOf(item) }, icon("check"), item.words),
  );
  const list = el(
    "div",
    { class: "menu-list", role: "menu", "aria-label": label, hidden: true },
    ...grouped(items, rows),
  );
  const opener = iconButton(label, "ellipsis", () => (list.hidden ? open() : close()));
  opener.setAttribute("aria-haspopup", "menu");
  opener.setAttribute("aria-expanded", "false");
  const element = el("div", { class: "menu" }, opener, list);

  const show = (on: boolean) => {
    list.hidden = !on;
    opener.setAttribute("aria-expanded", String(on));
  };
  const open = () => {
    items.forEach(({ isOn }, index) => {
      if (isOn) rows[index]?.setAttribute("aria-checked", String(isOn()));
    });
    show(true);
    rows[0]?.focus();
  };
  const close = () => {
    show(false);
    opener.focus();
  };
  const move = (key: string): HTMLElement | undefined => {
    const at = rows.findIndex((row) => row === document.activeElement);
    const places: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const place = places[key];
    return place === undefined ? undefined : rows.at(place % rows.length);
  };

  rows.forEach((row, index) =>
    row.addEventListener("click", () => {
      close();
      items[index]?.press();
    }),
  );
  element.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    // The page's own keys rest while the menu is open.
    event.stopPropagation();
    if (event.key === "Escape") close();
    const row = move(event.key);
    row?.focus();
    if (row || event.key === "Escape") event.preventDefault();
  });
  element.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) show(false);
  });
  return element;
}

function roleOf({ isOn, group }: MenuItem): string {
  if (!isOn) return "menuitem";
  return group === undefined ? "menuitemcheckbox" : "menuitemradio";
}

/** Rows of one group stand under its name. */
function grouped(items: readonly MenuItem[], rows: readonly HTMLElement[]): HTMLElement[] {
  const names = [...new Set(items.map(({ group }) => group))];
  return names.map((name) => {
    const own = rows.filter((_, index) => items[index]?.group === name);
    if (name === undefined) return el("div", { role: "none" }, ...own);
    return el(
      "div",
      { role: "group", "aria-label": name },
      el("div", { class: "menu-name", "aria-hidden": "true" }, name),
      ...own,
    );
  });
}
