import type { RunRecord } from "../core/run/runRecord.ts";
import type { Runs } from "./runs.ts";

/** What other extensions may ask this one. */
export interface ReasoningApi {
  /** The run that the viewer shows, as far as it has come. */
  shownRun(): Promise<Readonly<RunRecord> | undefined>;
}

export function createApi(runs: Runs): ReasoningApi {
  return { shownRun: async () => (await runs.shown())?.record };
}
