import { el, iconButton } from "./dom.ts";
import { markHidden } from "./hiddenCharacters.ts";
import { t } from "./l10n.ts";
import { safeHtml } from "./safeHtml.ts";

export type Copy = (text: string, button: HTMLButtonElement) => void;

/**
 * HTML made safe, with a bar above each code block and room for tables to scroll. `copy` is left out
 * while a block still grows: a button that is replaced each frame cannot be hit.
 */
export function richText(html: string, copy?: Copy): DocumentFragment {
  const fragment = safeHtml(html);
  for (const pre of fragment.querySelectorAll("pre")) pre.replaceWith(codeBlock(pre, copy));
  for (const table of fragment.querySelectorAll("table")) {
    const frame = el("div", { class: "table", tabindex: 0 });
    table.replaceWith(frame);
    frame.append(table);
  }
  // Last, so that code is copied as it came.
  markHidden(fragment);
  return fragment;
}

function codeBlock(pre: HTMLPreElement, copy: Copy | undefined): HTMLElement {
  const code = (pre.textContent ?? "").replace(/\n$/, "");
  const bar = el("div", { class: "code-bar", "data-lang": pre.dataset.lang });
  if (copy) {
    const press = () => copy(code, copyCode);
    const copyCode = iconButton(t("Copy Code"), "copy", press);
    bar.append(copyCode);
  }
  const block = el("div", { class: "code" }, bar);
  const text = el("pre", { tabindex: 0 }, ...pre.childNodes);
  block.append(text);
  return block;
}
