import { isOver } from "./runStatus.ts";
import type { RunRecord } from "./runRecord.ts";

/** True when there is an answer to argue against, and a model wrote it: a recorded trace has nothing to say to that. */
export function canArgue({ head, status, answer }: Readonly<RunRecord>): boolean {
  return isOver(status) && answer.trim() !== "" && !head.sample;
}
