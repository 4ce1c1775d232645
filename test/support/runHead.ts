import type { RunHead } from "../../src/core/run/change.ts";

/** The head of a run; where not said otherwise, it asks DeepSeek a plain question. */
export function runHead(more: Partial<RunHead> = {}): RunHead {
  return {
    id: "run",
    intent: "ask",
    question: "Why?",
    sent: "Why?",
    endpoint: "DeepSeek",
    model: "deepseek-flash",
    sample: false,
    startedAt: "2026-11-23T10:15:00.123Z",
    ...more,
  };
}
