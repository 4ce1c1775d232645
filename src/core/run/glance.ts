import type { CodeContext } from "../ask/codeContext.ts";
import type { Usage } from "../wire/part.ts";
import type { RunHead, RunStatus } from "./change.ts";
import { codeOf } from "./codeOf.ts";
import type { RunRecord } from "./runRecord.ts";

/** What a list says of a run, which is known without its text. */
export interface RunGlance extends Pick<
  RunHead,
  "id" | "intent" | "question" | "endpoint" | "model" | "effort" | "sample" | "startedAt"
> {
  code?: Pick<CodeContext, "path" | "startLine" | "endLine">;
  status: RunStatus;
  /** Milliseconds to the run's end, or to the last that is known of it; absent where the journal's end does not say. */
  took?: number;
  /** Absent where the journal's end does not say. */
  steps?: number;
  /** By the server's count; absent where it gave none. */
  tokens?: number;
}

/** A run that is at hand, at a glance. */
export function glanceOf({
  head,
  status,
  statusAt,
  steps,
  usage,
  answeredNow,
}: Readonly<RunRecord>): RunGlance {
  const { id, intent, question, endpoint, model, effort, sample, startedAt } = head;
  const code = codeOf(head);
  return {
    id,
    intent,
    question,
    endpoint,
    model,
    sample,
    startedAt,
    ...(effort === undefined ? {} : { effort }),
    ...(code ? { code: { path: code.path, startLine: code.startLine, endLine: code.endLine } } : {}),
    status,
    took: statusAt,
    steps: steps.length,
    ...writtenTokens(usage, answeredNow?.paid),
  };
}

/** What the model wrote for all requests of a run, where the server has counted the last of them. */
export function writtenTokens({ completionTokens }: Usage = {}, paid: Usage = {}): Pick<RunGlance, "tokens"> {
  return completionTokens === undefined ? {} : { tokens: completionTokens + (paid.completionTokens ?? 0) };
}
