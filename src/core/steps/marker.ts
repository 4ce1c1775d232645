import type { StepKind } from "./step.ts";

/**
 * One piece of a sentence's opening and what it says about a cut. An opening is a lead, which turns the thought
 * ("but wait"), then an intent with its deed ("let me" "check") or an act, which stands alone ("what about").
 * Each part may be missing.
 */
export interface Marker {
  /** Words in lower case; `(a|b)` stands for either. Longest match wins. */
  opener: string;
  role: "lead" | "intent" | "deed" | "act";
  /** How much it speaks for a cut before it, in log-odds: 0 is neutral. */
  weight: number;
  /** What a step that opens so mainly does, where the opener tells. */
  kind?: StepKind;
  /** True when a paragraph that opens so draws a conclusion, after which a step is likely over. */
  closes?: true;
  /** A sentence that opens so. */
  example: string;
}
