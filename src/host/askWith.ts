import { l10n, window } from "vscode";
import type { Endpoint } from "../core/ask/endpoint.ts";
import { codeIntents, type CodeIntent } from "../core/ask/intent.ts";
import { heedsTemperature } from "../core/ask/requestBody.ts";
import { thinkingOf } from "../core/ask/presets.ts";

const intentWords: Record<CodeIntent, () => string> = {
  explain: () => l10n.t("Explain"),
  findBugs: () => l10n.t("Find Bugs"),
  improve: () => l10n.t("Improve"),
  writeTests: () => l10n.t("Write Tests"),
  ask: () => l10n.t("Ask…"),
};

/**
 * Lets the reader choose effort and limit for one question; what the server would ignore is not offered. Undefined when
 * any of it is dismissed.
 */
export async function pickForOneQuestion(
  endpoint: Endpoint,
): Promise<{ intent: CodeIntent; endpoint: Endpoint } | undefined> {
  const intent = await window.showQuickPick(
    codeIntents.map((each) => ({ label: intentWords[each](), intent: each })),
    { placeHolder: l10n.t("What should {0} do, this once?", endpoint.model) },
  );
  const effort = intent && (await pickEffort(endpoint));
  const limit = effort && (await typeLimit(endpoint));
  if (!intent || !effort || !limit) return undefined;
  const { maxTokens: _, temperature: __, ...unlimited } = endpoint;
  const chosen = { ...unlimited, ...effort, ...limit };
  const temperature = heedsTemperature(chosen) ? await typeTemperature(endpoint) : {};
  return temperature && { intent: intent.intent, endpoint: { ...chosen, ...temperature } };
}

async function pickEffort(endpoint: Endpoint): Promise<{ effort?: string } | undefined> {
  const efforts = thinkingOf(endpoint)?.efforts ?? [];
  if (efforts.length === 0) return {};
  const items = efforts.map((label) => ({
    label,
    description: label === endpoint.effort ? l10n.t("in use") : "",
  }));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t("How hard should it think?") });
  return picked && { effort: picked.label };
}

async function typeLimit({ maxTokens }: Endpoint): Promise<{ maxTokens?: number } | undefined> {
  const typed = await window.showInputBox({
    prompt: l10n.t("At most how many tokens, reasoning included? Empty leaves it to the server."),
    value: maxTokens === undefined ? "" : String(maxTokens),
    validateInput: (text) =>
      /^([1-9]\d*)?$/.test(text.trim()) ? undefined : l10n.t("A whole number, or nothing."),
  });
  if (typed === undefined) return undefined;
  return typed.trim() === "" ? {} : { maxTokens: Number(typed) };
}

async function typeTemperature({ temperature }: Endpoint): Promise<{ temperature?: number } | undefined> {
  const typed = await window.showInputBox({
    prompt: l10n.t("Which temperature, from 0 to 2? Empty leaves it to the server."),
    value: temperature === undefined ? "" : String(temperature),
    validateInput: (text) =>
      text.trim() === "" || (Number(text) >= 0 && Number(text) <= 2)
        ? undefined
        : l10n.t("A number from 0 to 2, or nothing."),
  });
  if (typed === undefined) return undefined;
  return typed.trim() === "" ? {} : { temperature: Number(typed) };
}
