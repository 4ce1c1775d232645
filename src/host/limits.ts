/** What a request may take before it is cut off; tests hand in smaller ones. */
export interface Limits {
  /** Seconds without a single byte, keep-alives included. */
  silence: number;
  /** Bytes of one answer. */
  bytes: number;
  /** How often a request is sent again before anything has come. */
  retries: number;
  /** Milliseconds before the first of these, doubled for each further one. */
  backoff: number;
  /** The longest pause in seconds that a server may ask for and get without the reader's word. */
  longestPause: number;
}

export const limits: Limits = {
  // Node's own fetch gives up after 300 s without a byte and calls it "terminated"; ours comes first, with words.
  silence: 290,
  // DeepSeek's longest answer, 393 216 tokens at one a chunk, is about 90 MB on the wire.
  bytes: 200_000_000,
  retries: 2,
  backoff: 1000,
  longestPause: 60,
};
