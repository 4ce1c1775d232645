/** What a reader may want of code. */
export const codeIntents = ["explain", "findBugs", "improve", "writeTests", "ask"] as const;

export type CodeIntent = (typeof codeIntents)[number];

/** What a reader wants of the model; "caseAgainst" is about the answer before it. */
export const intents = [...codeIntents, "caseAgainst"] as const;

export type Intent = (typeof intents)[number];
