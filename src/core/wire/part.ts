/** Token counts as the server reported them; what it did not report is absent. */
export interface Usage {
  promptTokens?: number;
  cachedTokens?: number;
  completionTokens?: number;
  reasoningTokens?: number;
}

/** What one stream says, whatever server it comes from. */
export type Part =
  | { type: "reasoning"; text: string }
  | { type: "answer"; text: string }
  | { type: "usage"; usage: Usage }
  | { type: "finish"; reason: string };
