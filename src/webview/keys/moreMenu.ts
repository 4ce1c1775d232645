import { stepOpenings, type StepOpening, type ToHost, type ViewAction } from "../../protocol.ts";
import { actionWords } from "../words/actionWords.ts";
import type { Folds } from "../steps/folds.ts";
import type { HelpSheet } from "./helpSheet.ts";
import type { Keeper } from "../keptState.ts";
import { t } from "../l10n.ts";
import { createMenu } from "../dom/menu.ts";
import type { RawText } from "../steps/rawText.ts";
import type { StepsView } from "../steps/stepsView.ts";

const openingWords: Readonly<Record<StepOpening, () => string>> = {
  collapsed: () => t("None"),
  latest: () => t("Only the running one"),
  expanded: () => t("All"),
};

/** What is needed now and then: copy everything, plain text, which steps open by themselves, the keys. */
export function createMoreMenu({ post, keeper, folds, steps, raw, help }: MoreParts): HTMLElement {
  const choose = (opening: StepOpening) => {
    // The choice for all steps at once gives way to the setting, the reader's own folds do not.
    keeper.keep({ all: "auto" });
    steps().setOpening(opening);
    post({ type: "openSteps", opening });
  };
  const item = (action: ViewAction) => ({
    words: actionWords[action].label(),
    press: () => post({ type: "act", action }),
  });
  return createMenu(t("More"), [
    item("copyAll"),
    // A page in a tab is in the editor already.
    ...(document.body.dataset.surface === "tab" ? [] : [item("openInEditor")]),
    { words: t("Plain Text"), isOn: raw.isOn, press: raw.toggle },
    { words: t("Keyboard Help"), press: help.open },
    ...stepOpenings.map((opening) => ({
      words: openingWords[opening](),
      group: t("Steps that open by themselves"),
      isOn: () => folds.rule === opening,
      press: () => choose(opening),
    })),
  ]);
}

interface MoreParts {
  post: (message: ToHost) => void;
  keeper: Keeper;
  folds: Folds;
  /** Asked for when needed: the menu is built first. */
  steps: () => StepsView;
  raw: RawText;
  help: HelpSheet;
}
