import type { CodeContext } from "../ask/codeContext.ts";
import type { EarlierTurn } from "../ask/history.ts";
import { intents } from "../ask/intent.ts";
import type { ShownRequest } from "../ask/requestText.ts";
import { isFields } from "../wire/fields.ts";
import type { RunHead } from "./change.ts";

const texts = ["id", "question", "sent", "endpoint", "model", "startedAt"];

/** Checks the head of a run read from a journal. */
export function isRunHead(value: unknown): value is RunHead {
  return (
    isFields(value) &&
    texts.every((name) => typeof value[name] === "string") &&
    intents.some((intent) => intent === value.intent) &&
    typeof value.sample === "boolean" &&
    !Number.isNaN(Date.parse(String(value.startedAt))) &&
    [value.context, value.about].every((code) => code === undefined || isCodeContext(code)) &&
    (value.earlier === undefined || (Array.isArray(value.earlier) && value.earlier.every(isEarlierTurn))) &&
    (value.request === undefined || isShownRequest(value.request))
  );
}

function isEarlierTurn(value: unknown): value is EarlierTurn {
  return (
    isFields(value) && ["question", "reasoning", "answer"].every((name) => typeof value[name] === "string")
  );
}

/** Checks a request read from a journal. */
export function isShownRequest(value: unknown): value is ShownRequest {
  return (
    isFields(value) && typeof value.url === "string" && Array.isArray(value.headers) && isFields(value.body)
  );
}

const contextTexts = ["uri", "path", "languageId", "text", "before", "after"];

function isCodeContext(value: unknown): value is CodeContext {
  return (
    isFields(value) &&
    contextTexts.every((name) => typeof value[name] === "string") &&
    ["selection", "symbol", "visible"].some((scope) => scope === value.scope) &&
    Number.isInteger(value.startLine) &&
    (value.startCharacter === undefined || Number.isInteger(value.startCharacter)) &&
    Number.isInteger(value.endLine) &&
    Array.isArray(value.diagnostics)
  );
}
