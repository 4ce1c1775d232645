import { titleWords } from "../words/titleWords.ts";
import type { RunRecord } from "../../core/run/runRecord.ts";
import { el, icon, textOf } from "../dom/dom.ts";
import type { StepRow } from "./stepRow.ts";

/** Beside the steps, where the answer will be: the title of the running step, and no empty box. */
export function createLiveTitle(): {
  element: HTMLElement;
  show: (row: StepRow | undefined, record: Readonly<RunRecord>) => void;
} {
  const words = el("span");
  const setWords = textOf(words);
  const element = el(
    "div",
    { class: "live-title", "aria-hidden": "true", hidden: true },
    icon("loading"),
    words,
  );
  return {
    element,
    show(row, record) {
      element.hidden = !row;
      const step = row && record.steps[row.number - 1];
      setWords(step ? `${row.number} · ${titleWords(step)}` : "");
    },
  };
}
