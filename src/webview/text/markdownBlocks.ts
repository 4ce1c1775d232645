import { blocksHtml, lex, markdownHtml, plainHtml, type Links } from "./markdown.ts";

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

  /** The HTML of the blocks that have closed since the last call, in order. */
  close(): string[] {
    const end = this.#source.lastIndexOf("\n") + 1;
    if (end <= this.#readTo) return [];
    this.#readTo = end;
    const blocks = lex(this.#source.slice(this.#openFrom, end), this.#links) ?? [];
    const last = blocks.findLastIndex((block) => block.type !== "space");
    const closed = blocks.slice(0, Math.max(0, last));
    if ("links" in blocks) Object.assign(this.#links, blocks.links);
    for (const block of closed) this.#openFrom += block.raw.length;
    return closed.filter((block) => block.type !== "space").map((block) => blocksHtml([block]));
  }

  /** The HTML of the block that is still open, an unfinished line included. */
  open(): string {
    const rest = this.#source.slice(this.#openFrom);
    return rest.length > 100_000 ? plainHtml(rest) : markdownHtml(rest, this.#links);
  }

  /** The HTML of everything, parsed at once: what the answer is once it is complete. */
  whole(): string {
    return markdownHtml(this.#source);
  }
}
