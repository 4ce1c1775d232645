import { blocksHtml, lex, markdownHtml, plainHtml, type Links } from "./markdown.ts";
import { isTooMuch } from "./markdownLimits.ts";

/**
 * Markdown that arrives in pieces. Only whole lines may close a block: the last block, and the blank
 * lines after it, stay open, since the next line may still belong to it (a loose list goes on so).
 */
export class MarkdownBlocks {
  #source = "";
  #openFrom = 0;
  #readTo = 0;
  #links: Links = {};

  get source(): string {
    return this.#source;
  }

  push(text: string): void {
    this.#source += text;
  }

  /** True while whole lines have come that `close` has not read. */
  get hasMore(): boolean {
    return this.#source.indexOf("\n", this.#readTo) >= 0;
  }

  /** So many characters have come that `close` has not read. */
  get unread(): number {
    return this.#source.length - this.#readTo;
  }

  /** True when pieces may differ from the whole: a link may be defined after its use, and too much is plain text. */
  get needsWhole(): boolean {
    return this.#source.includes("]:") || isTooMuch(this.#source);
  }

  /** The HTML of the blocks that have closed since the last call, in order; reads about `most` characters, if so many came. */
  close(most = Infinity): string[] {
    const end = this.#lineEnd(most);
    if (end <= this.#readTo) return [];
    this.#readTo = end;
    const blocks = lex(this.#source.slice(this.#openFrom, end), { links: this.#links, grows: true }) ?? [];
    const last = blocks.findLastIndex((block) => block.type !== "space");
    const closed = blocks.slice(0, Math.max(0, last));
    if ("links" in blocks) Object.assign(this.#links, blocks.links);
    for (const block of closed) this.#openFrom += block.raw.length;
    return closed.filter((block) => block.type !== "space").map((block) => blocksHtml([block]));
  }

  /** A block that goes on and on is read in pieces that grow with it, since each reads all of it again. */
  #lineEnd(most: number): number {
    const far = this.#readTo + Math.max(most, this.#readTo - this.#openFrom);
    const end = this.#source.lastIndexOf("\n", far) + 1;
    return end > this.#readTo ? end : this.#source.indexOf("\n", this.#readTo) + 1;
  }

  /** The HTML of what no block has closed, an unfinished line included; `grows` is false once all has come. */
  open(grows = true): string {
    const rest = this.#source.slice(this.#openFrom);
    // Parsed again with each frame it would be felt, parsed once at the end it is not.
    return grows && rest.length > 100_000
      ? plainHtml(rest)
      : markdownHtml(rest, { links: this.#links, grows });
  }

  /** The HTML of everything, parsed at once: what the answer is once it is complete. */
  whole(): string {
    return markdownHtml(this.#source);
  }
}
