import { el } from "../dom/dom.ts";
import type { StepRow } from "./stepRow.ts";

/** So many rows make a group that the browser may skip while it is out of view (`content-visibility`). */
const groupSize = 32;

interface Group {
  element: HTMLElement;
  rows: StepRow[];
  /** False while the browser skips it; the bodies of its rows then need no content. */
  near: boolean;
  /** It is laid out until the browser has seen its size as it now is: `no`, `soon`, then `yes`. */
  settled: "no" | "soon" | "yes";
  /** False while its rows have no elements yet, as those of a run shown again that are far from view. */
  filled: boolean;
  fill: () => void;
}

/** The rows of a phase in their groups. A frame then costs what is in view, not what is in the trace. */
export class StepGroups {
  readonly element = el("div", { class: "rows", role: "list" });
  #groups: Group[] = [];

  get rows(): StepRow[] {
    return this.#groups.flatMap(({ rows }) => rows);
  }

  get first(): StepRow | undefined {
    return this.#groups[0]?.rows[0];
  }

  get last(): StepRow | undefined {
    return this.#groups.at(-1)?.rows.at(-1);
  }

  /** Adds a new row at the end, or moves one here with its state and the focus it may have. */
  add(row: StepRow): void {
    const group = this.#groupFor(true);
    fill(group);
    loosen(group);
    group.rows.push(row);
    place(row.element, group.element);
    if (row.open) row.paint();
  }

  /** Adds a row whose elements may be made later, all of a group together. */
  addUnseen(row: StepRow): void {
    const group = this.#groupFor(false);
    group.rows.push(row);
    row.made = group.fill;
  }

  /** Makes the rows of the last group, or of the next that has none yet; false when there is nothing to make. */
  fill(which: "last" | "next"): boolean {
    const group = which === "last" ? this.#groups.at(-1) : this.#groups.find(({ filled }) => !filled);
    if (!group || group.filled) return false;
    fill(group);
    return true;
  }

  /** The groups that have no rows yet, each with the way to have them made. */
  get unfilled(): readonly Pick<Group, "element" | "fill">[] {
    return this.#groups.filter(({ filled }) => !filled);
  }

  #groupFor(filled: boolean): Group {
    const last = this.#groups.at(-1);
    if (last && last.rows.length < groupSize) return last;
    const group: Group = {
      element: el("div", { class: filled ? "group" : "group unfilled", role: "none" }),
      rows: [],
      near: true,
      settled: "no",
      filled,
      fill: () => fill(group),
    };
    this.#groups.push(group);
    this.element.append(group.element);
    return group;
  }

  /** Hides groups without a row to show; returns how many rows are shown. */
  showRows(): number {
    let all = 0;
    for (const group of this.#groups) {
      const shown = shownOf(group);
      group.element.hidden = shown === 0;
      if (group.settled === "yes" || !group.filled) tellSize(group);
      all += shown;
    }
    return all;
  }

  /**
   * Moves the rows from this index on to the end of another phase, by whole groups where it can: of rows moved one by
   * one each would be laid out anew, however far from view.
   */
  moveTail(start: number, to: StepGroups): void {
    let end = 0;
    const index = this.#groups.findIndex(({ rows }) => (end += rows.length) > start);
    const split = this.#groups[index];
    if (!split) return;
    const kept = split.rows.length - (end - start);
    const whole = this.#groups.splice(kept > 0 ? index + 1 : index);
    if (kept > 0) {
      for (const row of split.rows.slice(kept)) to.add(row);
      split.rows.length = kept;
      loosen(split);
    }
    for (const group of whole) to.#take(group);
  }

  /** Takes over a group of another phase; small ones are joined. */
  #take(group: Group): void {
    const last = this.#groups.at(-1);
    if (last && last.rows.length + group.rows.length <= groupSize) {
      for (const row of group.rows) this.add(row);
      group.element.remove();
    } else {
      this.#groups.push(group);
      place(group.element, this.element);
    }
  }

  /** Lets the browser skip finished groups once it has drawn them; `growing` says that the last one is not finished. */
  settle(growing: boolean): void {
    for (const group of growing ? this.#groups.slice(0, -1) : this.#groups) {
      if (group.settled === "soon") skip(group);
      else if (group.settled === "no") group.settled = "soon";
    }
  }

  /** The same at once, for groups that have never been drawn: their size is guessed. */
  settleUnseen(growing: boolean): void {
    for (const group of growing ? this.#groups.slice(0, -1) : this.#groups) skip(group);
  }

  /** False for rows the browser skips; `index` counts from the first row here. */
  isNear(index: number): boolean {
    let end = 0;
    return this.#groups.find(({ rows }) => (end += rows.length) > index)?.near ?? true;
  }

  /** Takes note that the browser begins or ceases to draw a group; returns the rows that must now be complete. */
  turn(target: EventTarget | null, near: boolean): StepRow[] {
    const group = this.#groups.find(({ element }) => element === target);
    if (!group || group.settled !== "yes") return [];
    group.near = near;
    if (near) fill(group);
    return near ? group.rows : [];
  }
}

function fill(group: Group): void {
  if (group.filled) return;
  group.filled = true;
  group.element.classList.remove("unfilled");
  // What is laid out is as high as its rows are. Removed unasked for, the attribute would stay, empty, in Chromium.
  if (group.settled === "no" && group.element.hasAttribute("style")) group.element.removeAttribute("style");
  group.element.append(...group.rows.map(({ element }) => element));
  if (group.near) for (const row of group.rows) if (row.open) row.paint();
}

function skip(group: Group): void {
  tellSize(group);
  group.element.classList.add("settled");
  group.near = false;
  group.settled = "yes";
}

const shownOf = ({ rows }: Group) => rows.filter(({ shown }) => shown).length;

/** How high a group is that has no rows yet, and by the browser's guess one that it has not drawn. */
function tellSize(group: Group): void {
  group.element.style.setProperty("--rows", String(shownOf(group)));
}

/** What was skipped is drawn again: the size the browser remembers of it is no longer true. */
function loosen(group: Group): void {
  if (group.settled === "yes") {
    group.element.classList.remove("settled");
    for (const row of group.rows) if (row.open) row.paint();
  }
  group.near = true;
  group.settled = "no";
}

/** A plain `append` would take the focus from what is moved. */
function place(element: HTMLElement, parent: HTMLElement): void {
  if (element.isConnected && parent.isConnected) parent.moveBefore(element, null);
  else parent.append(element);
}
