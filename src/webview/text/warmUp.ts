import { richText } from "./codeBlocks.ts";
import { markdownHtml } from "./markdown.ts";

const text =
  "# a\n\nb **c** `d` [e](https://f.g)\n\n1. h\n- i\n\n> j\n\n```ts\nk();\n```\n\n| l |\n|---|\n| m |\n";

/** Reads and colours a little of everything: the first time costs a multiple, which no reader should wait for. */
export function warmUp(): void {
  richText(markdownHtml(text), { actions: [], code: undefined });
}
