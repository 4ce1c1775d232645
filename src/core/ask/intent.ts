/** What a reader wants of the model. */
export const intents = ["explain", "findBugs", "improve", "writeTests", "ask"] as const;

export type Intent = (typeof intents)[number];
