/** A phrase by which a step turns on what came before it. */
export interface Turn {
  /** Words in lower case; `(a|b)` stands for either. The longest phrase at a place wins. */
  phrase: string;
  /** It questions a result, drops a line of thought, tries again in another way, or does none of these. */
  turn: "doubts" | "drops" | "retries" | "none";
  /** It counts wherever it stands in a sentence, not only where it opens one. */
  anywhere?: true;
  /** A step that begins so. */
  example: string;
}
