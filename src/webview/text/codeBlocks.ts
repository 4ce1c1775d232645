import { el, iconButton } from "../dom/dom.ts";
import type { CodeContext } from "../../core/ask/codeContext.ts";
import { markHidden } from "./hiddenCharacters.ts";
import { linkLines } from "./lineLinks.ts";
import { safeHtml } from "./safeHtml.ts";
import { typeset } from "./typeset.ts";

interface Code {
  text: string;
  /** The word written on the block; empty when there is none. */
  language: string;
}

/** What a button above a code block does; a worded one shows its name where there is room. */
export interface CodeAction {
  label: string;
  iconName: string;
  worded?: boolean;
  press(code: Code, button: HTMLButtonElement): void;
}

/** What a text gets that grows no more. */
export interface Finish {
  actions: readonly CodeAction[];
  /** The code whose lines the text may name. */
  code: CodeContext | undefined;
}

/**
 * HTML made safe, with a bar above each code block and room for tables to scroll. `finish` is left out
 * while a block still grows: what is replaced each frame cannot be hit, and half a formula is none.
 */
export function richText(html: string, finish?: Finish): DocumentFragment {
  const fragment = safeHtml(html);
  for (const pre of fragment.querySelectorAll("pre")) pre.replaceWith(codeBlock(pre, finish?.actions ?? []));
  for (const table of fragment.querySelectorAll("table")) {
    const frame = el("div", { class: "table", tabindex: 0 });
    table.replaceWith(frame);
    frame.append(table);
  }
  if (finish?.code) linkLines(fragment, finish.code);
  // Last, so that code is copied as it came.
  markHidden(fragment);
  if (finish) typeset(fragment);
  return fragment;
}

function codeBlock(pre: HTMLPreElement, actions: readonly CodeAction[]): HTMLElement {
  const { lang: language = "" } = pre.dataset;
  const code = { text: (pre.textContent ?? "").replace(/\n$/, ""), language };
  const buttons = actions.map((action) => actionButton(action, code));
  const bar = el("div", { class: "code-bar", "data-lang": language }, ...buttons);
  return el("div", { class: "code" }, bar, el("pre", { tabindex: 0 }, ...pre.childNodes));
}

function actionButton({ label, iconName, worded, press }: CodeAction, code: Code): HTMLButtonElement {
  const button = iconButton(label, iconName, () => press(code, button));
  if (worded) {
    button.classList.add("worded");
    button.append(el("span", { class: "label" }, label));
  }
  return button;
}
