import type { Candidate } from "./evidence.ts";
import { evidenceOf } from "./evidence.ts";
import { weights } from "./weights.ts";

/** How much speaks for a cut before the candidate, in log-odds; above 0 it is cut. */
export function scoreCut(candidate: Candidate): number {
  let score = weights["bias"] ?? 0;
  score += candidate.paragraph.opener.weight;
  for (const name of evidenceOf(candidate)) score += weights[name] ?? 0;
  return score;
}
