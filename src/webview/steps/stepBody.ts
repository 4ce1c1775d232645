import type { CodeContext } from "../../core/ask/codeContext.ts";
import { copyAction } from "../text/codeActions.ts";
import { richText } from "../text/codeBlocks.ts";
import type { Copy } from "../dom/copying.ts";
import { el } from "../dom/dom.ts";
import { markdownHtml, plainHtml } from "../text/markdown.ts";
import { PlainText } from "../text/plainText.ts";
import { isSelectedIn } from "../dom/selection.ts";

/** Above this many characters a step stays plain: parsing it would be felt. */
const tooLong = 60_000;

/** How all steps are shown. */
export interface StepLook {
  copy: Copy;
  /** True while the reader wants the text as it came, not as Markdown. */
  raw: () => boolean;
  /** The code whose lines they may name. */
  code: () => CodeContext | undefined;
}

/** What an open step shows: plain text while it grows, Markdown once it is closed. */
export class StepBody {
  readonly element: HTMLElement;
  #plain: PlainText | undefined;
  #rendered = false;
  readonly #look: StepLook;

  constructor(id: string, look: StepLook) {
    this.element = el("div", { class: "step-body", id });
    this.#look = look;
  }

  /** Shows a text that may have grown at its end or lost some of it; white space waits for what follows it. */
  grow(received: string): void {
    const text = received.trimEnd();
    if (!this.#plain) {
      this.#plain = new PlainText();
      this.element.append(this.#plain.element);
    }
    const more = text.length - this.#plain.length;
    if (more < 0) this.#plain.cut(-more);
    else if (more > 0) this.#plain.append(text.slice(this.#plain.length));
  }

  /** Shows the finished text; false when it must wait because the reader has selected some of it. */
  finish(text: string): boolean {
    if (this.#look.raw()) this.grow(text);
    if (this.#rendered || this.#look.raw()) return true;
    if (this.#plain && isSelectedIn(this.element)) return false;
    this.#rendered = true;
    this.#plain = undefined;
    const html = text.length > tooLong ? plainHtml(text.trim()) : markdownHtml(text);
    this.element.classList.add("prose");
    const { copy, code } = this.#look;
    this.element.replaceChildren(richText(html, { actions: [copyAction(copy)], code: code() }));
    return true;
  }
}
