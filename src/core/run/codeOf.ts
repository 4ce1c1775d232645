import type { CodeContext } from "../ask/codeContext.ts";
import type { RunHead } from "./change.ts";

/** The code a run is about: what went along with its question, else with an earlier one of the conversation. */
export function codeOf({ context, about }: Pick<RunHead, "context" | "about">): CodeContext | undefined {
  return context ?? about;
}
