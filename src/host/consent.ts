import { commands, l10n, window, workspace } from "vscode";
import { questionOf, userMessage } from "../core/ask/messages.ts";
import { estimateTokens } from "../core/run/estimateTokens.ts";
import type { Question } from "./runRequests.ts";

const largeTokens = 16_000;

/** True once the workspace is trusted. */
export async function offerTrust(): Promise<boolean> {
  const manage = l10n.t("Manage Workspace Trust");
  const text = l10n.t(
    "This workspace is not trusted, so its code is not sent anywhere. Reading runs still works.",
  );
  if ((await window.showWarningMessage(text, manage)) === manage) {
    await commands.executeCommand("workbench.trust.manage");
  }
  return workspace.isTrusted;
}

/** True when the run that goes on may be stopped for another question. */
export async function confirmStop(): Promise<boolean> {
  const stop = l10n.t("Stop and Ask");
  const text = l10n.t(
    "A question is still being answered. Stop it and ask the new one? What has come is kept.",
  );
  return (await window.showWarningMessage(text, { modal: true }, stop)) === stop;
}

/** Tells what is wrong with the endpoint that is set. */
export async function offerSettings(fault: string): Promise<false> {
  const open = l10n.t("Open Settings");
  if ((await window.showErrorMessage(fault, open)) === open) {
    await commands.executeCommand("cotViewer.openSettings");
  }
  return false;
}

/** True for a question of a usual size, and for a large one that the reader lets go. */
export async function confirmSize(asked: Omit<Question, "endpoint">, endpoint: string): Promise<boolean> {
  const { intent, question, context, earlier = [] } = asked;
  const texts = [
    userMessage(questionOf(intent, question), context),
    ...earlier.flatMap((turn) => [turn.question, turn.reasoning, turn.answer]),
  ];
  const tokens = texts.reduce((sum, text) => sum + estimateTokens(text), 0);
  if (tokens < largeTokens) return true;
  const send = l10n.t("Send");
  const text = l10n.t("Send about {0} thousand tokens to {1}?", Math.round(tokens / 1000), endpoint);
  return (await window.showWarningMessage(text, { modal: true }, send)) === send;
}
