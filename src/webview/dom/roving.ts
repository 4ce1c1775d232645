/** The keys of a row of buttons that is one tab stop: ← → Home End go from one to the next. */
export function wireRoving(bar: HTMLElement): {
  /** Makes this button the one that Tab comes to. */
  makeStop: (button: HTMLElement | undefined) => void;
} {
  const buttons = () =>
    [...bar.querySelectorAll<HTMLElement>("button")].filter((button) => button.checkVisibility());
  const makeStop = (next: HTMLElement | undefined) => {
    for (const button of bar.querySelectorAll("button[tabindex='0']")) {
      if (button !== next) button.setAttribute("tabindex", "-1");
    }
    next?.setAttribute("tabindex", "0");
  };
  bar.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLButtonElement) makeStop(target);
  });
  bar.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const all = buttons();
    const at = all.findIndex((button) => button === event.target);
    const next = {
      ArrowLeft: all[at - 1],
      ArrowRight: all[at + 1],
      Home: all[0],
      End: all.at(-1),
    }[event.key];
    if (!next || at < 0) return;
    event.preventDefault();
    next.focus();
  });
  return { makeStop };
}
