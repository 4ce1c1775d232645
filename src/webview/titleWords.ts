import { unnamedTitle } from "../core/steps/step.ts";
import { t } from "./l10n.ts";

/** A step's title; the one that only holds the place is said in the reader's language. */
export function titleWords({ title }: { title: string }): string {
  return title === unnamedTitle ? t("Thinking") : title;
}
