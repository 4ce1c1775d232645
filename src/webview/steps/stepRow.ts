import { copyStep, copyStepButton } from "./copyStep.ts";
import type { StepRecord } from "../../core/run/runRecord.ts";
import type { Judgement } from "../../core/run/verdict.ts";
import { estimateTokens } from "../../core/run/estimateTokens.ts";
import { duration } from "../words/durations.ts";
import { revealed } from "../../core/code/hiddenCharacters.ts";
import { RowFace } from "./rowFace.ts";
import { isSelectedIn } from "../dom/selection.ts";
import { StepBody, type StepLook } from "./stepBody.ts";
import { StepFoot, type StepDeeds } from "./stepFoot.ts";
import { doubtSign, referencesOf, rowWords } from "./stepMarks.ts";
import { Ticker } from "./ticker.ts";
import { tokenWords, type StepShare } from "../words/tokenCount.ts";

/** One step: a header that is a button, and a body that is made when it is first opened. */
export class StepRow {
  readonly number: number;
  /** Whether it stands open; `StepsView` decides, this row only shows. */
  open = false;
  /** False while a filter hides it. */
  shown = true;
  readonly step: Readonly<StepRecord>;
  /** Told when the elements are made, which is when they are first asked for. */
  made: (() => void) | undefined;
  readonly #parts: RowParts;
  #face: RowFace | undefined;
  #share: StepShare | undefined;
  #body: StepBody | undefined;
  #copyButton: HTMLButtonElement | undefined;
  #foot: StepFoot | undefined;
  #ticker: Ticker | undefined;

  constructor(number: number, step: Readonly<StepRecord>, parts: RowParts) {
    this.number = number;
    this.step = step;
    this.#parts = parts;
  }

  get element(): HTMLElement {
    return this.#make().element;
  }

  get head(): HTMLElement {
    return this.#make().head;
  }

  /** Asks without making anything. */
  isHead(element: Element | null): boolean {
    return this.#face !== undefined && this.#face.head === element;
  }

  #make(): RowFace {
    if (this.#face) return this.#face;
    const face = new RowFace(this.number, this.#bodyId);
    this.#face = face;
    face.element.hidden = !this.shown;
    face.setRunning(!this.closed);
    if (this.closed) this.close();
    else this.name();
    if (this.#share) this.#tellTokens();
    this.setOpen(this.open, false);
    this.made?.();
    return face;
  }

  get closed(): boolean {
    return this.step.closedAt !== undefined;
  }

  get #bodyId(): string {
    return `step-${this.number}`;
  }

  /** Shows what the step took of the whole: tokens in the row, tokens and cost in the tooltip. */
  tellShare(share: StepShare): void {
    this.#share = share;
    this.#tellTokens();
    this.name();
  }

  /** Shows title, kind and verdict as they now are. */
  name(): void {
    const face = this.#face;
    if (!face) return;
    face.name(this.step);
    face.head.title = revealed([...rowWords(this.step), this.#share?.words() ?? ""].join("\n").trimEnd());
    this.#foot?.show(this.step);
  }

  setShown(shown: boolean): void {
    this.shown = shown;
    if (this.#face) this.#face.element.hidden = !shown;
  }

  /** Opens or folds; `build` makes the content too, which a row far from view can do without. */
  setOpen(open: boolean, build: boolean): void {
    this.open = open;
    const face = this.#face;
    if (!face) return;
    face.head.setAttribute("aria-expanded", String(open));
    this.#body?.element.remove();
    this.#copyButton?.remove();
    // A folded step is a string and no elements, so that a long trace stays light.
    this.#body = open ? new StepBody(this.#bodyId, this.#parts) : undefined;
    this.#copyButton = open ? copyStepButton(() => this.copy()) : undefined;
    if (this.#body && this.#copyButton) face.element.append(this.#body.element, this.#copyButton);
    if (open && build) this.paint();
    this.#setFoot();
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
    const face = this.#face;
    if (!face) return;
    face.setRunning(false);
    this.#conclude(face);
    this.name();
    this.time(0);
    this.paint();
  }

  /** Shows how long the step took, or has taken so far. */
  time(elapsed: number): void {
    const { openedAt, closedAt } = this.step;
    this.#face?.setTime(duration(Math.max(0, (closedAt ?? elapsed) - openedAt)));
  }

  /** True while the reader is at work in the body, so that it must not fold by itself. */
  inUse(): boolean {
    const body = this.#body?.element;
    return body !== undefined && (isSelectedIn(body) || body.contains(document.activeElement));
  }

  /** Shows what only a closed step has: what it says of earlier ones, and about how long it is. */
  #conclude({ said }: RowFace): void {
    said.textContent = referencesOf(this.step)
      .map(({ words }) => words)
      .join(" · ");
    if (this.step.doubts) said.after(doubtSign());
    this.#tellTokens();
    this.#setFoot();
  }

  #tellTokens(): void {
    if (!this.#face) return;
    this.#face.tokens.textContent = tokenWords(this.#share?.tokens ?? estimateTokens(this.step.text));
  }

  #setFoot(): void {
    this.#foot?.element.remove();
    this.#foot = this.open && this.closed ? new StepFoot(this.number, this.step, this.#parts) : undefined;
    if (this.#foot) this.element.append(this.#foot.element);
  }

  /** Keeps what the reader says of the step; there is nothing to judge before it is closed. */
  judge(verdict: Judgement): boolean {
    if (this.closed) this.#parts.judge(this.number, verdict);
    return this.closed;
  }

  /** Copies the step with its title. */
  copy(): void {
    copyStep({ number: this.number, step: this.step, button: this.#copyButton }, this.#parts.copy);
  }

  /** The running step shows its last line while it is closed. */
  #tick(): void {
    if (!this.#face) return;
    if (this.closed || this.open) {
      this.#ticker?.element.remove();
      this.#ticker = undefined;
      return;
    }
    if (!this.#ticker) {
      this.#ticker = new Ticker();
      this.element.append(this.#ticker.element);
    }
    this.#ticker.show(this.step.text);
  }
}

export type RowParts = StepLook & StepDeeds;
