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
  readonly element: HTMLElement;
  readonly head: HTMLElement;
  /** What the step says of earlier ones, once it is closed. */
  readonly said: HTMLElement;
  readonly tokens: HTMLElement;
  readonly setTime: (text: string) => void;
  readonly #kind: HTMLElement;
  readonly #time: HTMLElement;
  readonly #setTitle: (text: string) => void;
  /** It does not turn: one thing that does, in the status line, is enough, and each costs every frame. */
  #sign: HTMLElement | undefined;
  #verdict: HTMLElement | undefined;

  /** `body` is the id of what the head opens. */
  constructor(number: number, body: string) {
    this.element = copy(mold);
    this.head = first(this.element);
    // By their order: to look each up by its class would cost as much as to copy them.
    const own = first(this.head);
    this.#kind = next(own);
    const title = next(this.#kind);
    this.said = next(title);
    this.tokens = next(this.said);
    this.#time = next(this.tokens);
    this.#setTitle = textOf(title);
    this.setTime = textOf(this.#time);
    this.element.dataset.step = String(number);
    this.head.setAttribute("aria-controls", body);
    own.textContent = String(number);
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
      this.#sign ??= icon("running");
      this.#time.before(this.#sign);
    } else if (this.#sign) {
      delete this.element.dataset.state;
      this.#sign.remove();
      this.#sign = undefined;
    }
  }
}

function copy(element: HTMLElement): HTMLElement {
  return asElement(element.cloneNode(true));
}

const first = (parent: HTMLElement) => asElement(parent.firstElementChild);
const next = (sibling: HTMLElement) => asElement(sibling.nextElementSibling);

function asElement(node: Node | null): HTMLElement {
  if (!(node instanceof HTMLElement)) throw new Error("the mold of a row is not as it is read");
  return node;
}
