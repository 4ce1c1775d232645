import { kindWordsIn } from "../../core/run/stepWords.ts";
import type { StepKind } from "../../core/steps/step.ts";
import { t } from "../l10n.ts";

/** What a reader calls each kind; the icon and the colour of a kind are in the style sheet. */
export const kindWords = kindWordsIn(t);

/** A letter or two for where there is no room for a word. */
export const kindLetters: Readonly<Record<StepKind, () => string>> = {
  frame: () => t("F"),
  plan: () => t("P"),
  recall: () => t("R"),
  explore: () => t("E"),
  compute: () => t("W"),
  check: () => t("Ch"),
  backtrack: () => t("B"),
  conclude: () => t("Co"),
};
