/** Token counts as the server reported them; what it did not report is absent. */
export interface Usage {
  promptTokens?: number;
  cachedTokens?: number;
  completionTokens?: number;
  reasoningTokens?: number;
}

/**
 * What one stream says, whatever server it comes from.
 * `section` begins another part of a reasoning summary; `relabel` says that all of the answer so far was
 * reasoning. A `toolCall` carries the next piece of the arguments of the call with this index.
 */
export type Part =
  | { type: "reasoning"; text: string }
  | { type: "section" }
  | { type: "answer"; text: string }
  | { type: "relabel" }
  | { type: "toolCall"; index: number; name: string; arguments: string }
  | { type: "usage"; usage: Usage }
  | { type: "finish"; reason: string };

/** Turns the chunks of one stream into parts; what it holds back, it gives back in `end`. */
export interface ChunkReader {
  read(chunk: unknown): Part[];
  end(): Part[];
}
