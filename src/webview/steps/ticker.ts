import { el, textOf } from "../dom/dom.ts";

/** It shows the end of a line, this many characters at most. */
const most = 200;

/** The last line of a step that grows while it is closed. */
export class Ticker {
  readonly #line = el("span");
  readonly element = el("div", { class: "ticker", "aria-hidden": "true" }, this.#line);
  readonly #set = textOf(this.#line);

  show(text: string): void {
    const end = text.slice(-4 * most).trimEnd();
    this.#set(end.slice(end.lastIndexOf("\n") + 1).slice(-most));
  }
}
