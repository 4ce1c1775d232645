import { revealed } from "../../core/code/hiddenCharacters.ts";

type Attribute = string | number | boolean | undefined;

/**
 * Builds an element; `true` sets an empty attribute, `false` and `undefined` none. Text is never read as HTML,
 * and what cannot be seen in it is shown.
 */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== undefined && value !== false) element.setAttribute(name, revealed(String(value)));
  }
  element.append(...children.map((child) => (typeof child === "string" ? revealed(child) : child)));
  return element;
}

/** A codicon; it says nothing to a screen reader, the words beside it do. */
export function icon(name: string): HTMLElement {
  return el("span", { class: `icon icon-${name}`, "aria-hidden": "true" });
}

export function button(label: string, { iconName, primary, press }: ButtonLook): HTMLButtonElement {
  const children = iconName ? [icon(iconName), label] : [label];
  const element = el("button", { type: "button", class: primary ? "button primary" : "button" }, ...children);
  element.addEventListener("click", press);
  return element;
}

interface ButtonLook {
  iconName?: string | undefined;
  primary?: boolean;
  press: () => void;
}

/** A button that is only an icon; its name is its tooltip. */
export function iconButton(label: string, name: string, press: () => void): HTMLButtonElement {
  const element = el("button", { type: "button", class: "icon-button", title: label, "aria-label": label });
  element.append(icon(name));
  element.addEventListener("click", press);
  return element;
}

/** Writes to an element only what differs from the last write, so that an unchanged text costs no layout. */
export function textOf(element: HTMLElement): (text: string) => void {
  let shown = "";
  return (text) => {
    if (text === shown) return;
    shown = text;
    element.textContent = revealed(text);
  };
}
