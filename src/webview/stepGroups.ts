import { el } from "./dom.ts";
import type { StepRow } from "./stepRow.ts";

/** So many rows make a group that the browser may skip while it is out of view (`content-visibility`). */
const groupSize = 32;

/** The rows in their groups. A frame then costs what is in view, not what is in the trace. */
export class StepGroups {
  readonly #list: HTMLElement;
  readonly #comeNear: (rows: StepRow[]) => void;
  #groups: { element: HTMLElement; rows: StepRow[]; near: boolean }[] = [];

  /** `comeNear` is told of rows that come near the view and have to be complete. */
  constructor(list: HTMLElement, comeNear: (rows: StepRow[]) => void) {
    this.#list = list;
    this.#comeNear = comeNear;
    list.addEventListener("contentvisibilityautostatechange", (event) => this.#turn(event));
  }

  add(row: StepRow): void {
    let group = this.#groups.at(-1);
    if (!group || group.rows.length === groupSize) {
      if (group) {
        group.element.classList.add("settled");
        group.near = false;
      }
      group = { element: el("div", { class: "group", role: "none" }), rows: [], near: true };
      this.#groups.push(group);
      this.#list.append(group.element);
    }
    group.rows.push(row);
    group.element.append(row.element);
  }

  /** False for rows the browser skips, whose bodies need no content yet. */
  isNear(row: StepRow): boolean {
    return this.#groups[Math.floor((row.number - 1) / groupSize)]?.near ?? true;
  }

  clear(): void {
    this.#groups = [];
    this.#list.replaceChildren();
  }

  #turn(event: Event): void {
    if (!(event instanceof ContentVisibilityAutoStateChangeEvent)) return;
    const group = this.#groups.find(({ element }) => element === event.target);
    if (!group) return;
    group.near = !event.skipped;
    if (group.near) this.#comeNear(group.rows);
  }
}
