import { isFields } from "../wire/fields.ts";
import type { RunStatus } from "./change.ts";
import { failureKinds, type Failure } from "./failure.ts";

function isFailure(value: unknown): value is Failure {
  return isFields(value) && failureKinds.some((kind) => kind === value.kind);
}

/** Checks a status read from a journal. */
export function isRunStatus(value: unknown): value is RunStatus {
  if (!isFields(value)) return false;
  switch (value.state) {
    case "waiting":
    case "thinking":
    case "answering":
    case "stopped":
      return true;
    case "done":
      return typeof value.finish === "string";
    case "cutOff":
    case "failed":
      return isFailure(value.failure);
    default:
      return false;
  }
}
