import type { RunStatus } from "./change.ts";

/** True when nothing more will come. */
export function isOver(status: RunStatus): boolean {
  switch (status.state) {
    case "waiting":
    case "thinking":
    case "answering":
      return false;
    case "done":
    case "stopped":
    case "cutOff":
    case "failed":
      return true;
  }
}
