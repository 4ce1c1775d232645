import type { Endpoint } from "../core/ask/endpoint.ts";
import { outgoing } from "../core/ask/requestBody.ts";
import type { Failure } from "../core/run/failure.ts";
import { askAside } from "./askAside.ts";
import { limits as usualLimits, type Limits } from "./limits.ts";

interface Trial {
  endpoint: Endpoint;
  key?: string;
  /** Ends the trial, which then counts as stopped. */
  signal: AbortSignal;
  limits?: Limits;
}

/** How a trial came out: `endpoint` is what answered well; `stopped` is the reader's doing. */
type TrialResult =
  | { state: "well"; endpoint: Endpoint }
  | { state: "stopped" }
  | { state: "failed"; failure: Failure };

// A model that is loaded first, on the user's own machine, is silent that long.
const trialLimits: Limits = { ...usualLimits, silence: 45, bytes: 1_000_000, retries: 0 };

// Enough for a word; the Responses API takes no less than 16.
const tokens = 64;

/**
 * Asks one tiny question as any other is asked, and keeps nothing of it but how it went. A request that is refused
 * is made once more without the effort: some models of a server take none (Ollama: "does not support thinking").
 * Never rejects.
 */
export async function tryEndpoint(trial: Trial): Promise<TrialResult> {
  const result = await askOnce(trial);
  const { effort, ...plain } = trial.endpoint;
  if (effort === undefined || result.state !== "failed" || result.failure.kind !== "badRequest")
    return result;
  const again = await askOnce({ ...trial, endpoint: plain });
  return again.state === "failed" ? result : again;
}

async function askOnce({ endpoint, limits = trialLimits, ...trial }: Trial): Promise<TrialResult> {
  const small = { ...endpoint, maxTokens: tokens };
  const request = outgoing(small, [{ role: "user", content: "Say hello." }]);
  const { status } = await askAside({ ...trial, endpoint: small, request, limits });
  if ("failure" in status && status.failure) return { state: "failed", failure: status.failure };
  return status.state === "stopped" ? { state: "stopped" } : { state: "well", endpoint };
}
