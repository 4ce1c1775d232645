import { iconButton } from "../dom/dom.ts";
import type { Keeper } from "../keptState.ts";
import { t } from "../l10n.ts";
import type { StepsView } from "./stepsView.ts";

/** Whether the reasoning is shown as it came or as Markdown; kept for as long as the viewer lives. */
export interface RawText {
  readonly button: HTMLElement;
  isOn(): boolean;
  toggle(): void;
}

/** The steps are asked for when needed: they are built with the answer of `isOn`. */
export function createRawText(keeper: Keeper, steps: () => StepsView): RawText {
  const isOn = () => keeper.state.raw;
  const show = () => button.setAttribute("aria-pressed", String(isOn()));
  const toggle = () => {
    keeper.keep({ raw: !isOn() });
    show();
    for (const row of steps().rows.filter(({ open }) => open)) {
      row.setOpen(true, row.element.checkVisibility({ contentVisibilityAuto: true }));
    }
  };
  const button = iconButton(t("Plain Text"), "code", toggle);
  button.classList.add("raw");
  show();
  return { button, isOn, toggle };
}
