import type { Frame, Page } from "playwright-core";

/** What the page does not say itself: texts of the model, of the reader and of the server, and names of keys. */
const othersTexts = ".prose, .plain, .sent, .ticker, .said, pre, kbd, script, [hidden], [hidden] *";

/** Names, which Chinese writers leave as they are. */
const names =
  /\b(?:range\.ts|maxTokens|API|VS Code|Markdown|tokens?|Ctrl|Cmd|Alt|Shift|Home|End|Enter|Space|Esc|F3|px|s|min)\b/g;

/** All words that the viewer's page itself says: what is to be read, and what is only told or hovered. */
export function wordsOnPage(page: Page | Frame): Promise<string[]> {
  return page.evaluate((others) => {
    const said: string[] = [];
    for (const element of document.querySelectorAll("body *")) {
      if (element.closest(others)) continue;
      for (const name of ["aria-label", "title", "placeholder"]) said.push(element.getAttribute(name) ?? "");
      for (const node of element.childNodes) if (node instanceof Text) said.push(node.data);
    }
    return said;
  }, othersTexts);
}

/** Those of the texts that have English words, without the texts of others that stand in them. */
export function englishIn(said: readonly string[], others: readonly string[]): string[] {
  const longestFirst = others.toSorted((one, other) => other.length - one.length);
  return said
    .map((text) =>
      longestFirst.reduce((left, other) => left.replaceAll(other.trim(), ""), text).replace(names, ""),
    )
    .filter((text) => /[A-Za-z]{2}/.test(text));
}
