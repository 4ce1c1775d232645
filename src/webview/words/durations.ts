import { duration as durationIn } from "../../core/run/durations.ts";
import { t } from "../l10n.ts";

/** How long something took, in the reader's language. */
export function duration(milliseconds: number): string {
  return durationIn(milliseconds, t);
}
