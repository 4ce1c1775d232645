import { chordOf, keyTable, type ActionsAt, type KeyTableRow } from "./keyTable.ts";
import type { Stop } from "../steps/stepSections.ts";

/** `false` says that there was nothing to do, so that the key is free for others. */
type Acted = void | boolean;
export type StepActions = Readonly<Record<ActionsAt<"header">, (stop: Stop) => Acted>>;
export type PageActions = Readonly<Record<ActionsAt<"find" | "page" | "everywhere">, () => Acted>>;

/** Acts on the keys of the table; `stopOf` says on which step's or phase's header the focus is. */
export function wireKeys({
  onStep,
  onPage,
  stopOf,
}: {
  onStep: StepActions;
  onPage: PageActions;
  stopOf: (target: EventTarget | null) => Stop | undefined;
}): void {
  const act = (row: KeyTableRow, { target }: KeyboardEvent): boolean => {
    switch (row.place) {
      case "header": {
        const stop = stopOf(target);
        return stop !== undefined && onStep[row.does](stop) !== false;
      }
      case "find":
        return isIn(target, ".find input") && onPage[row.does]() !== false;
      case "page":
        return !isIn(target, "input, textarea") && onPage[row.does]() !== false;
      case "everywhere":
        return onPage[row.does]() !== false;
    }
  };
  document.addEventListener("keydown", (event) => {
    // Keys of an input method's composition belong to the input method.
    if (event.defaultPrevented || event.isComposing) return;
    const chord = chordOf(event);
    if (!keyTable.some((row) => row.keys.some((key) => key === chord) && act(row, event))) return;
    event.preventDefault();
    // VS Code would act on it too: Ctrl+F would search the code in its editor.
    event.stopPropagation();
  });
}

function isIn(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}
