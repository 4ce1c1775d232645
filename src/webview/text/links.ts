import type { ToHost } from "../../protocol.ts";

/** Links of the text carry their address in `data-href`; the host opens it, the page itself goes nowhere. */
export function wireLinks(root: HTMLElement, post: (message: ToHost) => void): void {
  const follow = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-href]") : null;
    const href = link?.dataset.href;
    if (!href) return;
    event.preventDefault();
    post({ type: "openLink", href });
  };
  root.addEventListener("click", follow);
  root.addEventListener("keydown", (event) => {
    if (event.key === "Enter") follow(event);
  });
}
