import type { RunRecord } from "./runRecord.ts";

/** True when a run was stopped, cut off or out of budget, and there is something to go on from. */
export function canResume({ status, steps, answer }: Readonly<RunRecord>): boolean {
  if (steps.length === 0 && answer.trim() === "") return false;
  return (
    status.state === "stopped" ||
    status.state === "cutOff" ||
    (status.state === "done" && status.finish === "length")
  );
}
