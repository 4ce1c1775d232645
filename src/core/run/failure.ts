/** Everything that can go wrong with a run, each with its own words and next action in the view. */
export const failureKinds = [
  "noKey",
  "unauthorized",
  "balance",
  "forbidden",
  "notFound",
  "requestTimeout",
  "conflict",
  "tooLarge",
  "badRequest",
  "rateLimit",
  "overloaded",
  "server",
  "unknownHost",
  "connectionRefused",
  "certificate",
  "network",
  "timeout",
  "redirect",
  "notAStream",
  "emptyStream",
  "tooLong",
  "dropped",
  "garbled",
  "interrupted",
  "other",
] as const;

export type FailureKind = (typeof failureKinds)[number];

/**
 * A failure as plain facts; the view finds the words. `said` is the server's own sentence, clipped and
 * without keys. `seconds` is how long to wait (rateLimit) or how long nothing came (timeout).
 */
export interface Failure {
  kind: FailureKind;
  status?: number;
  said?: string;
  seconds?: number;
}
