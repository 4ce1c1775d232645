import { isOver } from "./runStatus.ts";
import type { RunRecord } from "./runRecord.ts";

/** True while the model thinks, and for a run that is over with thoughts but no answer. */
export function canAnswerNow({ status, steps, answer }: Readonly<RunRecord>): boolean {
  if (answer.trim() !== "") return false;
  return status.state === "thinking" || (isOver(status) && steps.length > 0);
}
