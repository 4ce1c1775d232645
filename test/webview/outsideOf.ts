import type { Page } from "playwright-core";

/** The elements that run over the right edge of the page, or whose line runs over their own, but for what scrolls. */
export function outsideOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element) => element.closest("pre, .table, .ticker") !== null;
    const outside = [...document.querySelectorAll("body *")].filter((element) => {
      const { right, width: size } = element.getBoundingClientRect();
      const { whiteSpace, overflowX, display } = getComputedStyle(element);
      const hasWords = [...element.childNodes].some(
        (node) => node instanceof Text && node.data.trim() !== "",
      );
      const isLine = hasWords && whiteSpace === "nowrap" && overflowX === "visible" && display !== "inline";
      const spills = isLine && element.scrollWidth > element.clientWidth + 1;
      return size > 1 && (right > innerWidth + 0.5 || spills) && !scrolls(element);
    });
    return outside.map(({ className, tagName }) => `${tagName}.${className}`);
  });
}
