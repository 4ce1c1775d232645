/** What a reader may say of a step. */
export const verdicts = ["right", "wrong", "unsure"] as const;

export type Verdict = (typeof verdicts)[number];

/** A verdict to be kept, or that there is none any more. */
export type Judgement = Verdict | "none";

export function isJudgement(value: unknown): value is Judgement {
  return value === "none" || verdicts.some((verdict) => verdict === value);
}
