import { t } from "../l10n.ts";

/** How many steps, in words. */
export function stepCount(steps: number): string {
  return steps === 1 ? t("1 step") : t("{0} steps", steps);
}
