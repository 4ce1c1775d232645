import type { StepRecord } from "../../core/run/runRecord.ts";
import type { Verdict } from "../../core/run/verdict.ts";
import { el, icon, textOf } from "../dom/dom.ts";
import { kindWords } from "../words/kindWords.ts";
import { titleWords } from "../words/titleWords.ts";
import { verdictSign } from "./verdictBar.ts";

const mold = el(
  "div",
  { class: "step", role: "listitem" },
  el(
    "button",
    { type: "button", class: "step-head", tabindex: -1 },
    ...["number", "kind", "title", "said", "tokens", "time"].map((name) => el("span", { class: name })),
  ),
);
mold.querySelector(".kind")?.setAttribute("role", "img");

/** The elements of a step's row; copied from one mold, since a long trace has thousands. */
export class RowFace {
  readonly element = copy(mold);
  readonly head = part(this.element, "step-head");
  /** What the step says of earlier ones, once it is closed. */
  readonly said = part(this.element, "said");
  readonly tokens = part(this.element, "tokens");
  readonly #setTitle = textOf(part(this.element, "title"));
  readonly #kind = part(this.element, "kind");
  readonly setTime: (text: string) => void;
  /** It does not turn: one thing that does, in the status line, is enough, and each costs every frame. */
  readonly #sign = icon("running");
  #verdict: HTMLElement | undefined;

  /** `body` is the id of what the head opens. */
  constructor(number: number, body: string) {
    this.element.dataset.step = String(number);
    this.head.setAttribute("aria-controls", body);
    part(this.element, "number").textContent = String(number);
    const time = part(this.element, "time");
    this.setTime = textOf(time);
  }

  /** Shows title, kind and verdict. */
  name(step: Readonly<StepRecord>): void {
    const { kind, verdict } = step;
    this.#setTitle(titleWords(step));
    this.#judge(verdict);
    if (kind === this.element.dataset.kind) return;
    this.element.dataset.kind = kind;
    // A name and no hidden text: each hidden box would be looked at with every frame.
    this.#kind.setAttribute("aria-label", kindWords[kind]());
  }

  #judge(verdict: Verdict | undefined): void {
    if (verdict === this.#verdict?.dataset.verdict) return;
    this.#verdict?.remove();
    this.#verdict = verdict && verdictSign(verdict);
    if (this.#verdict) this.tokens.before(this.#verdict);
  }

  /** Says that the step still grows, or no longer does. */
  setRunning(running: boolean): void {
    if (running) {
      this.element.dataset.state = "running";
      part(this.element, "time").before(this.#sign);
    } else {
      delete this.element.dataset.state;
      this.#sign.remove();
    }
  }
}

function copy(element: HTMLElement): HTMLElement {
  const made = element.cloneNode(true);
  return made instanceof HTMLElement ? made : element;
}

function part(element: HTMLElement, name: string): HTMLElement {
  const [found = element] = element.getElementsByClassName(name);
  return found instanceof HTMLElement ? found : element;
}
