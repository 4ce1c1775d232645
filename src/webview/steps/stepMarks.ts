import type { StepRecord } from "../../core/run/runRecord.ts";
import type { StepMarks } from "../../core/steps/step.ts";
import { el, icon } from "../dom/dom.ts";
import { t } from "../l10n.ts";
import { kindWords } from "../words/kindWords.ts";
import { titleWords } from "../words/titleWords.ts";
import { verdictWords } from "../words/verdictWords.ts";

/** The earlier steps that a step speaks of, each with the words for it. */
export function referencesOf({ givesUp, repeats }: StepMarks): { step: number; words: string }[] {
  return [
    ...(givesUp === undefined ? [] : [{ step: givesUp, words: t("gives up step {0}", givesUp) }]),
    ...(repeats === undefined ? [] : [{ step: repeats, words: t("again, as in step {0}", repeats) }]),
  ];
}

/** All that a step says of earlier ones, in words. */
function markWords(marks: StepMarks): string[] {
  const references = referencesOf(marks).map(({ words }) => words);
  return marks.doubts ? [t("doubts an earlier result"), ...references] : references;
}

/** All that a row has to say of its step, a line each. */
export function rowWords(step: Readonly<StepRecord>): string[] {
  const { kind, verdict } = step;
  const judged = verdict ? [verdictWords[verdict]()] : [];
  return [`${kindWords[kind]()}: ${titleWords(step)}`, ...markWords(step), ...judged];
}

/** The sign of a doubt in a row; its words are for screen readers, sighted readers have the tooltip. */
export function doubtSign(): HTMLElement {
  const words = el("span", { class: "unseen" }, t("doubts an earlier result"));
  return el("span", { class: "doubt" }, icon("question"), words);
}

/** Leads from an open step to those it speaks of; `undefined` where it speaks of none. */
export function referenceLinks(marks: StepMarks, go: (step: number) => void): HTMLElement | undefined {
  const links = referencesOf(marks).map(({ step, words }) => {
    const link = el("button", { type: "button", class: "link" }, words);
    link.addEventListener("click", () => go(step));
    return link;
  });
  return links.length > 0 ? el("div", { class: "references" }, ...links) : undefined;
}
