import type { StepRecord } from "../../core/run/runRecord.ts";
import { el, textOf } from "../dom/dom.ts";
import { FilterChip } from "./filterChip.ts";
import type { Keeper, StepWish } from "../keptState.ts";
import { t } from "../l10n.ts";
import { wireRoving } from "../dom/roving.ts";

type Steps = readonly Readonly<StepRecord>[];

/** The chips above the steps: those pressed say which steps are shown; with none pressed it is all. */
export interface KindFilter {
  readonly element: HTMLElement;
  /** True while some steps may be hidden. */
  readonly active: boolean;
  shows(step: Readonly<StepRecord>): boolean;
  /** Counts anew; no chip comes while the reader is `aiming`, for it may move what stands below. */
  show(steps: Steps, aiming: boolean): void;
  /** Shows all steps again. */
  reset(): void;
  /** Begins with what is kept of another run. */
  begin(): void;
}

/** `changed` is called when other steps are to be shown, with the words for it. */
export function createKindFilter(keeper: Keeper, changed: (words: string) => void): KindFilter {
  const chips = new Map<StepWish, FilterChip>();
  let pressed = new Set<StepWish>();
  let steps: Steps = [];
  const words = el("span");
  const setWords = textOf(words);
  const showAll = el("button", { type: "button", class: "link" }, t("Show all"));
  const note = el("div", { class: "showing", hidden: true }, words, showAll);
  const bar = el("div", { class: "kinds", role: "toolbar", "aria-label": t("Filter by kind") });
  const roving = wireRoving(bar);

  const shows = (step: Readonly<StepRecord>) =>
    pressed.size === 0 ||
    pressed.has(step.kind) ||
    lastWishes.some((wish) => pressed.has(wish) && otherWishes.get(wish)?.(step));
  const tell = () => {
    note.hidden = pressed.size === 0;
    setWords(t("Showing {0} of {1}", steps.filter(shows).length, steps.length));
  };
  const press = (wishes: Set<StepWish>) => {
    pressed = wishes;
    for (const [wish, chip] of chips) chip.press(pressed.has(wish));
    keeper.keep({ filter: [...pressed] });
    tell();
    changed(pressed.size === 0 ? t("Showing all steps") : (words.textContent ?? ""));
  };
  const add = (wish: StepWish) => {
    const chip = new FilterChip(wish, () => {
      const rest = [...pressed].filter((other) => other !== wish);
      press(new Set(pressed.has(wish) ? rest : [...rest, wish]));
    });
    chip.press(pressed.has(wish));
    chips.set(wish, chip);
    const after = lastWishes.slice(lastWishes.indexOf(wish) + 1).find((each) => chips.has(each));
    bar.insertBefore(chip.element, (after && chips.get(after)?.element) ?? null);
    if (chips.size === 1) roving.makeStop(chip.element);
  };
  const drop = (wish: StepWish, { element }: FilterChip) => {
    element.remove();
    chips.delete(wish);
    if (element.tabIndex === 0) roving.makeStop(bar.querySelector("button") ?? undefined);
  };
  const reset = () => {
    if (pressed.size === 0) return;
    const left = note.contains(document.activeElement);
    press(new Set());
    if (left) bar.querySelector<HTMLElement>("[tabindex='0']")?.focus();
  };

  showAll.addEventListener("click", reset);

  return {
    element: el("div", { class: "filter" }, bar, note),
    get active() {
      return pressed.size > 0;
    },
    shows,
    show(shown, aiming) {
      steps = shown;
      const counts = countsOf(steps);
      const still = aiming || bar.matches(":hover");
      const wished = new Set([...counts.lasting, ...pressed]);
      for (const wish of wished) if (!still && !chips.has(wish)) add(wish);
      for (const [wish, chip] of chips) {
        if (!still && !wished.has(wish)) drop(wish, chip);
        else chip.count(counts.all.get(wish) ?? 0);
      }
      if (pressed.size > 0) tell();
    },
    reset,
    begin() {
      pressed = new Set(keeper.state.filter);
      steps = [];
      chips.clear();
      bar.replaceChildren();
      note.hidden = true;
    },
  };
}

/** How many steps each wish has, and the wishes of closed steps, which last, in the order they came up. */
function countsOf(steps: Steps): { all: Map<StepWish, number>; lasting: Set<StepWish> } {
  const all = new Map<StepWish, number>();
  const lasting = new Set<StepWish>();
  const count = (wish: StepWish, { closedAt }: Readonly<StepRecord>) => {
    all.set(wish, (all.get(wish) ?? 0) + 1);
    if (closedAt !== undefined) lasting.add(wish);
  };
  for (const step of steps) {
    count(step.kind, step);
    for (const [wish, holdsOf] of otherWishes) if (holdsOf(step)) count(wish, step);
  }
  return { all, lasting };
}

/** What may be asked for besides kinds, and of which steps it holds; their chips stand last, in this order. */
const otherWishes: ReadonlyMap<StepWish, (step: Readonly<StepRecord>) => boolean> = new Map([
  ["doubts", ({ doubts }) => doubts === true],
  ["wrong", ({ verdict }) => verdict === "wrong"],
]);
const lastWishes = [...otherWishes.keys()];
