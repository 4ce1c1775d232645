import type { Judgement } from "../core/run/verdict.ts";
import type { Runs } from "./runs.ts";

/** Keeps what the reader says of a step of the run that is shown. */
export async function judge(runs: Runs, step: number, verdict: Judgement): Promise<void> {
  const record = (await runs.shown())?.record;
  if (record?.steps[step - 1]) await runs.remark(record, { op: "judge", step, verdict });
}
