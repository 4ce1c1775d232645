import { copyStep, copyStepButton } from "./copyStep.ts";
import type { StepRecord } from "../core/run/runRecord.ts";
import { estimateTokens } from "../core/run/estimateTokens.ts";
import type { StepKind } from "../core/steps/step.ts";
import { el, icon, textOf } from "./dom.ts";
import { duration } from "./durations.ts";
import { kindWords } from "./kindWords.ts";
import { revealed } from "./hiddenCharacters.ts";
import { isSelectedIn } from "./selection.ts";
import { StepBody, type StepLook } from "./stepBody.ts";
import { doubtSign, markWords, referenceLinks, referencesOf } from "./stepMarks.ts";
import { titleWords } from "./titleWords.ts";
import { tokenWords, type StepShare } from "./tokenCount.ts";

/** A ticker shows the end of a line, this many characters at most. */
const tickerLength = 200;

/** One step: a header that is a button, and a body that is made when it is first opened. */
export class StepRow {
  readonly number: number;
  readonly element: HTMLElement;
  readonly head: HTMLElement;
  /** Whether it stands open; `StepsView` decides, this row only shows. */
  open = false;
  /** False while a filter hides it. */
  shown = true;
  readonly step: Readonly<StepRecord>;
  readonly #parts: RowParts;
  readonly #word = el("span", { class: "word" });
  readonly #kindMark = el("span", { class: "kind" }, this.#word);
  readonly #title = el("span", { class: "title" });
  readonly #setTitle = textOf(this.#title);
  /** What it says of earlier steps, once it is closed. */
  readonly #said = el("span", { class: "said" });
  readonly #tokens = el("span", { class: "tokens" });
  readonly #time = el("span", { class: "time" });
  readonly #spinner = icon("loading");
  readonly #setTime = textOf(this.#time);
  #kind: StepKind | undefined;
  #share = "";
  #body: StepBody | undefined;
  #copyButton: HTMLButtonElement | undefined;
  #links: HTMLElement | undefined;
  #ticker: { element: HTMLElement; set: (text: string) => void } | undefined;

  constructor(number: number, step: Readonly<StepRecord>, parts: RowParts) {
    this.number = number;
    this.step = step;
    this.#parts = parts;
    this.head = el(
      "button",
      {
        type: "button",
        class: "step-head",
        tabindex: -1,
        "aria-expanded": "false",
        "aria-controls": this.#bodyId,
      },
      el("span", { class: "number" }, String(number)),
      this.#kindMark,
      this.#title,
      this.#said,
      this.#tokens,
      this.#time,
    );
    this.element = el("div", { class: "step", role: "listitem", "data-step": number }, this.head);
    if (!this.closed) {
      this.element.dataset.state = "running";
      this.#time.before(this.#spinner);
    }
    this.name();
  }

  get closed(): boolean {
    return this.step.closedAt !== undefined;
  }

  get #bodyId(): string {
    return `step-${this.number}`;
  }

  /** Shows what the step took of the whole: tokens in the row, tokens and cost in the tooltip. */
  tellShare({ tokens, words }: StepShare): void {
    this.#tokens.textContent = tokenWords(tokens);
    this.#share = words;
    this.name();
  }

  /** Shows title and kind as they now are. */
  name(): void {
    const { kind } = this.step;
    const title = titleWords(this.step);
    this.#setTitle(title);
    this.head.title = revealed(
      [`${kindWords[kind]()}: ${title}`, ...markWords(this.step), this.#share]
        .filter((line) => line !== "")
        .join("\n"),
    );
    if (kind === this.#kind) return;
    this.#kind = kind;
    this.element.dataset.kind = kind;
    this.#word.textContent = kindWords[kind]();
  }

  setShown(shown: boolean): void {
    this.shown = shown;
    this.element.hidden = !shown;
  }

  /** Opens or folds; `build` makes the content too, which a row far from view can do without. */
  setOpen(open: boolean, build: boolean): void {
    this.open = open;
    this.head.setAttribute("aria-expanded", String(open));
    this.#body?.element.remove();
    this.#copyButton?.remove();
    // A folded step is a string and no elements, so that a long trace stays light.
    this.#body = open ? new StepBody(this.#bodyId, this.#parts) : undefined;
    this.#copyButton = open ? copyStepButton(() => this.copy()) : undefined;
    if (this.#body && this.#copyButton) this.element.append(this.#body.element, this.#copyButton);
    if (open && build) this.paint();
    this.#link();
    this.#tick();
  }

  /** Shows the text as it now is; false when a finished text has to wait for the reader's selection to go. */
  paint(): boolean {
    this.#tick();
    if (!this.open || !this.#body) return true;
    if (this.closed) return this.#body.finish(this.step.text);
    this.#body.grow(this.step.text);
    return true;
  }

  /** Shows the last title, kind and time, and the finished text. */
  close(): void {
    delete this.element.dataset.state;
    this.#spinner.remove();
    this.#conclude();
    this.name();
    this.time(0);
    this.paint();
  }

  /** Shows how long the step took, or has taken so far. */
  time(elapsed: number): void {
    const { openedAt, closedAt } = this.step;
    this.#setTime(duration(Math.max(0, (closedAt ?? elapsed) - openedAt)));
  }

  /** True while the reader is at work in the body, so that it must not fold by itself. */
  inUse(): boolean {
    const body = this.#body?.element;
    return body !== undefined && (isSelectedIn(body) || body.contains(document.activeElement));
  }

  /** Shows what only a closed step has: what it says of earlier ones, and about how long it is. */
  #conclude(): void {
    const said = referencesOf(this.step).map(({ words }) => words);
    this.#said.textContent = said.join(" · ");
    if (this.step.doubts) this.#said.after(doubtSign());
    this.#tokens.textContent = tokenWords(estimateTokens(this.step.text));
    this.#link();
  }

  #link(): void {
    this.#links?.remove();
    this.#links = this.open && this.closed ? referenceLinks(this.step, this.#parts.goTo) : undefined;
    if (this.#links) this.element.append(this.#links);
  }

  /** Copies the step with its title. */
  copy(): void {
    copyStep({ number: this.number, step: this.step, button: this.#copyButton }, this.#parts.copy);
  }

  /** The running step shows its last line while it is closed. */
  #tick(): void {
    if (this.closed || this.open) {
      this.#ticker?.element.remove();
      this.#ticker = undefined;
      return;
    }
    if (!this.#ticker) {
      const line = el("span");
      const element = el("div", { class: "ticker", "aria-hidden": "true" }, line);
      this.#ticker = { element, set: textOf(line) };
      this.element.append(element);
    }
    const text = this.step.text.slice(-4 * tickerLength).trimEnd();
    this.#ticker.set(text.slice(text.lastIndexOf("\n") + 1).slice(-tickerLength));
  }
}

export interface RowParts extends StepLook {
  /** Takes the reader to another step. */
  goTo: (step: number) => void;
}
