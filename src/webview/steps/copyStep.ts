import { stepMarkdown } from "../../core/run/runMarkdown.ts";
import type { StepRecord } from "../../core/run/runRecord.ts";
import type { Copy } from "../dom/copying.ts";
import { iconButton } from "../dom/dom.ts";
import { t } from "../l10n.ts";

/** A step to copy; with its button, which shows that it was done. */
interface Copied {
  number: number;
  step: Readonly<StepRecord>;
  button: HTMLButtonElement | undefined;
}

/** Copies a step with its title. */
export function copyStep({ number, step, button }: Copied, copy: Copy): void {
  copy(stepMarkdown(step, { number, level: 2 }, t), button);
}

export function copyStepButton(press: () => void): HTMLButtonElement {
  const button = iconButton(t("Copy Step"), "copy", press);
  button.classList.add("copy-step");
  return button;
}
