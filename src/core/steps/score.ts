import type { Candidate } from "./evidence.ts";
import { evidenceOf } from "./evidence.ts";
import { learnedFor } from "./learned.ts";
import { weights } from "./weights.ts";

/** How much speaks for a cut before the candidate, in log-odds; above 0 it is cut. */
export function scoreCut(candidate: Candidate): number {
  const score = scoreByRules(candidate);
  return isLearned(candidate) ? score + learnedFor(candidate) : score;
}

/** What headings, tables and code mean for a cut is known, and too few were marked to learn more. */
export function isLearned({ paragraph }: Candidate): boolean {
  return paragraph.shape !== "heading" && paragraph.shape !== "table" && paragraph.shape !== "code";
}

/** What the rules alone say; the learned weights correct them. */
export function scoreByRules(candidate: Candidate): number {
  let score = weights["bias"] ?? 0;
  score += candidate.paragraph.opener.weight;
  for (const name of evidenceOf(candidate)) score += weights[name] ?? 0;
  return score;
}
