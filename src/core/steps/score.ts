import type { Candidate } from "./evidence.ts";
import { evidenceOf } from "./evidence.ts";
import { learnedFor } from "./learned.ts";

/** How much speaks for a cut before the candidate, in log-odds; above 0 it is cut. */
export function scoreCut(candidate: Candidate): number {
  const score = evidenceOf(candidate);
  return isLearned(candidate) ? score + learnedFor(candidate) : score;
}

/** What headings, tables and code mean for a cut is known, and too few were marked to learn more. */
export function isLearned({ paragraph }: Candidate): boolean {
  return paragraph.shape !== "heading" && paragraph.shape !== "table" && paragraph.shape !== "code";
}
