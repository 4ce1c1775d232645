import type { Change } from "./core/run/change.ts";

/** Raised whenever host and view would misunderstand each other; also guards the view's saved state. */
export const protocolVersion = 1;

export const stepOpenings = ["collapsed", "latest", "expanded"] as const;
/** Which steps open by themselves: none, the running one, or all. */
export type StepOpening = (typeof stepOpenings)[number];

/** What the view shows of the endpoint in use; never a key. */
export interface EndpointLabel {
  name: string;
  model: string;
  effort?: string;
  sample: boolean;
  needsKey: boolean;
  /** Why the endpoint that the settings name is not the one in use, in the reader's language. */
  fault?: string;
}

/** Host to view. `elapsed` is milliseconds since the run began, so that the view's clock agrees. */
export type ToView =
  | { type: "setup"; version: number; endpoint: EndpointLabel; opening: StepOpening; trusted: boolean }
  | { type: "changes"; reset: boolean; changes: Change[]; elapsed: number };

/** Next actions that a card, an empty state or the toolbar may offer; the host runs the command behind each. */
const viewActions = [
  "setApiKey",
  "chooseEndpoint",
  "openSettings",
  "trySample",
  "askAgain",
  "resume",
  "answerNow",
  "stop",
  "raiseLimit",
  "showBalance",
  "addEndpoint",
  "showRequest",
  "copyAll",
  "openInEditor",
  "explain",
  "findBugs",
  "improve",
  "writeTests",
  "showLog",
  "manageTrust",
] as const;
export type ViewAction = (typeof viewActions)[number];

/** View to host: intents only, no replies are awaited. */
export type ToHost =
  | { type: "ready" }
  | { type: "ask"; question: string }
  | { type: "followUp"; question: string }
  | { type: "act"; action: ViewAction }
  | { type: "reveal"; uri: string; startLine: number; endLine: number }
  | { type: "copy"; text: string }
  | { type: "insertCode"; code: string }
  | { type: "openCode"; code: string; language: string }
  | { type: "replaceSelection"; code: string }
  | { type: "openLink"; href: string }
  /** The reader has chosen which steps open by themselves. */
  | { type: "openSteps"; opening: StepOpening };

/** Checks what came over the wire from the view: a webview may be made to post anything. */
export function isToHost(value: unknown): value is ToHost {
  if (typeof value !== "object" || value === null || !("type" in value)) return false;
  const message: Record<string, unknown> = { ...value };
  switch (message.type) {
    case "ready":
      return true;
    case "ask":
    case "followUp":
      return typeof message.question === "string";
    case "act":
      return viewActions.some((action) => action === message.action);
    case "reveal":
      return (
        typeof message.uri === "string" &&
        Number.isInteger(message.startLine) &&
        Number.isInteger(message.endLine)
      );
    case "copy":
      return typeof message.text === "string";
    case "insertCode":
    case "replaceSelection":
      return typeof message.code === "string";
    case "openCode":
      return typeof message.code === "string" && typeof message.language === "string";
    case "openLink":
      return typeof message.href === "string";
    case "openSteps":
      return stepOpenings.some((opening) => opening === message.opening);
    default:
      return false;
  }
}
