import type { TokenColors } from "./core/code/tokenColors.ts";
import type { Change } from "./core/run/change.ts";
import { isJudgement, type Judgement } from "./core/run/verdict.ts";
import { isFields } from "./core/wire/fields.ts";

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
  | { type: "changes"; reset: boolean; changes: Change[]; elapsed: number }
  /** Takes the reader to a step, counted from 1, that they asked for elsewhere. */
  | { type: "showStep"; step: number }
  /** The colours of code in a theme, by its id. */
  | { type: "tokenColors"; theme: string; colors: TokenColors };

/** Next actions that a card, an empty state or the toolbar may offer; the host runs the command behind each. */
const viewActions = [
  "setApiKey",
  "chooseEndpoint",
  "openSettings",
  "trySample",
  "askAgain",
  "resume",
  "answerNow",
  "caseAgainst",
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
  /** The theme that VS Code shows the page in, by its id. */
  | { type: "theme"; id: string }
  | { type: "ask"; question: string }
  | { type: "followUp"; question: string }
  | { type: "act"; action: ViewAction }
  /** What the reader says of a step of the run that is shown. */
  | { type: "judge"; step: number; verdict: Judgement }
  | { type: "reveal"; uri: string; startLine: number; endLine: number }
  | { type: "copy"; text: string }
  | { type: "insertCode"; code: string }
  | { type: "openCode"; code: string; language: string }
  | { type: "replaceSelection"; code: string }
  | { type: "openLink"; href: string }
  /** The reader has chosen which steps open by themselves. */
  | { type: "openSteps"; opening: StepOpening }
  /** The reader is at this step, counted from 1. */
  | { type: "focusStep"; step: number }
  /** The reader wants the code without the marks of a step. */
  | { type: "leaveStep" };

type Check = (value: unknown) => boolean;

const isText: Check = (value) => typeof value === "string";
const isWhole: Check = Number.isInteger;
const isOneOf =
  (known: readonly unknown[]): Check =>
  (value) =>
    known.includes(value);

/** What holds for every part of every message. */
const checks: { [M in ToHost as M["type"]]: { [Part in Exclude<keyof M, "type">]: Check } } = {
  ready: {},
  theme: { id: isText },
  ask: { question: isText },
  followUp: { question: isText },
  act: { action: isOneOf(viewActions) },
  judge: { step: isWhole, verdict: isJudgement },
  reveal: { uri: isText, startLine: isWhole, endLine: isWhole },
  copy: { text: isText },
  insertCode: { code: isText },
  openCode: { code: isText, language: isText },
  replaceSelection: { code: isText },
  openLink: { href: isText },
  openSteps: { opening: isOneOf(stepOpenings) },
  focusStep: { step: isWhole },
  leaveStep: {},
};
const checksByType = new Map<unknown, Readonly<Record<string, Check>>>(Object.entries(checks));

/** Checks what came over the wire from the view: a webview may be made to post anything. */
export function isToHost(value: unknown): value is ToHost {
  if (!isFields(value)) return false;
  const parts = checksByType.get(value.type);
  return parts !== undefined && Object.entries(parts).every(([name, holds]) => holds(value[name]));
}
