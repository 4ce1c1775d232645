import { el } from "../dom/dom.ts";
import { masked } from "../../core/code/hiddenCharacters.ts";

/** A line ends here at the latest once a paragraph has this many characters; layout is done by the paragraph. */
const longParagraph = 4000;

/**
 * Text that grows, shown as it is. A block for each paragraph, so that a frame lays out the last one
 * only; the blocks' texts joined are the text, whatever pieces it came in.
 */
export class PlainText {
  readonly element = el("div", { class: "plain" });
  /** UTF-16 units shown. */
  length = 0;
  #paragraphs: Text[] = [];
  #lineStart = true;
  #afterBlank = false;

  append(text: string): void {
    this.length += text.length;
    let waiting = "";
    for (const piece of text.split(/(?<=\n)/)) {
      if (this.#breaksBefore(piece, waiting.length)) {
        this.#write(waiting);
        waiting = "";
        this.#begin();
      }
      waiting += piece;
      this.#afterBlank = piece === "\n" && (this.#lineStart || this.#afterBlank);
      this.#lineStart = piece.endsWith("\n");
    }
    this.#write(waiting);
  }

  /** Takes the last units away; they belong to the next step. */
  cut(units: number): void {
    this.length -= units;
    let left = units;
    for (let last = this.#paragraphs.at(-1); last && left > 0; last = this.#paragraphs.at(-1)) {
      if (last.length > left) {
        last.deleteData(last.length - left, left);
        return;
      }
      left -= last.length;
      last.parentElement?.remove();
      this.#paragraphs.pop();
    }
  }

  #breaksBefore(piece: string, waiting: number): boolean {
    const length = (this.#paragraphs.at(-1)?.length ?? 0) + waiting;
    if (!this.#lineStart || length === 0 || piece === "\n") return false;
    return this.#afterBlank || length > longParagraph;
  }

  #begin(): void {
    const text = document.createTextNode("");
    this.#paragraphs.push(text);
    this.element.append(el("div", {}, text));
  }

  #write(text: string): void {
    if (!text) return;
    if (this.#paragraphs.length === 0) this.#begin();
    this.#paragraphs.at(-1)?.appendData(masked(text));
  }
}
