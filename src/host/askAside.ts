import type { Endpoint } from "../core/ask/endpoint.ts";
import type { Outgoing } from "../core/ask/requestBody.ts";
import { shownRequest } from "../core/ask/requestText.ts";
import { createRun } from "../core/run/run.ts";
import type { RunRecord } from "../core/run/runRecord.ts";
import { needsKey } from "./keys.ts";
import type { Limits } from "./limits.ts";
import { headOf } from "./runHead.ts";
import { startTurn } from "./turn.ts";

interface Aside {
  endpoint: Endpoint;
  request: Outgoing;
  key?: string;
  /** Ends it; the run then counts as stopped. */
  signal: AbortSignal;
  limits: Limits;
}

/** Asks beside the run that is shown, as any other question is asked, and keeps nothing. Never rejects. */
export async function askAside(aside: Aside): Promise<Readonly<RunRecord>> {
  const { endpoint, request, key, signal } = aside;
  const shown = shownRequest(endpoint, request, key !== undefined);
  const head = { ...headOf(endpoint), intent: "ask", question: "", sent: "", request: shown } as const;
  const turn = startTurn({
    ...aside,
    run: createRun(head, () => performance.now()),
    mustHaveKey: needsKey(endpoint),
    changed: () => {},
  });
  const stop = () => turn.stop();
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  await turn.over;
  signal.removeEventListener("abort", stop);
  return turn.run.record;
}
