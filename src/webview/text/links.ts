import type { CodeContext } from "../../core/ask/codeContext.ts";
import type { ToHost } from "../../protocol.ts";

/**
 * Links of the text carry their address in `data-href`, or in `data-lines` the lines of `code`; the host opens them,
 * the page itself goes nowhere.
 */
export function wireLinks(
  root: HTMLElement,
  post: (message: ToHost) => void,
  code: () => CodeContext | undefined,
): void {
  const follow = (event: Event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLElement>("[data-href], [data-lines]") : null;
    const { href, lines } = link?.dataset ?? {};
    const uri = code()?.uri;
    if (href) post({ type: "openLink", href });
    else if (lines && uri !== undefined) {
      const [startLine = 1, endLine = startLine] = lines.split("-").map(Number);
      post({ type: "reveal", uri, startLine, endLine });
    } else return;
    event.preventDefault();
  };
  root.addEventListener("click", follow);
  root.addEventListener("keydown", (event) => {
    if (event.key === "Enter") follow(event);
  });
}
