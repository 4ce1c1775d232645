import type { StepRecord } from "../../core/run/runRecord.ts";
import type { Judgement } from "../../core/run/verdict.ts";
import { el } from "../dom/dom.ts";
import { referenceLinks } from "./stepMarks.ts";
import { createVerdictBar } from "./verdictBar.ts";

/** What a step's row lets the reader do beyond reading it. */
export interface StepDeeds {
  /** Takes the reader to another step. */
  goTo: (step: number) => void;
  /** Keeps what the reader says of a step. */
  judge: (step: number, verdict: Judgement) => void;
}

/** What stands below the text of an open and finished step: the ways to those it speaks of, and the reader's verdict. */
export class StepFoot {
  readonly element: HTMLElement;
  readonly #bar;

  constructor(number: number, step: Readonly<StepRecord>, { goTo, judge }: StepDeeds) {
    this.#bar = createVerdictBar(number, (verdict) => judge(number, verdict));
    const links = referenceLinks(step, goTo);
    this.element = el("div", { class: "step-foot" }, ...(links ? [links] : []), this.#bar.element);
    this.show(step);
  }

  show({ verdict }: Readonly<StepRecord>): void {
    this.#bar.show(verdict);
  }
}
