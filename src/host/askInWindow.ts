import { ProgressLocation, QuickPickItemKind, window, type MessageItem, type QuickPickItem } from "vscode";
import type { Ask, Choice, Heading } from "./ask.ts";

interface Row<T> extends QuickPickItem {
  value?: T;
}

/** Questions as VS Code puts them: quick picks, input boxes, messages and notifications with progress. */
export const askInWindow: Ask = {
  async pick({ title, hint }, choices) {
    const rows = Promise.resolve(choices).then((list) => list.map(rowOf));
    const options = { title, placeHolder: hint, matchOnDescription: true, matchOnDetail: true };
    return (await window.showQuickPick(rows, { ...options, ignoreFocusOut: true }))?.value;
  },

  async type({ title, prompt, value = "", placeholder = "", secret = false, fault }) {
    const typed = await window.showInputBox({
      title,
      prompt,
      value,
      placeHolder: placeholder,
      password: secret,
      ignoreFocusOut: true,
      validateInput: (text) => fault?.(text.trim()),
    });
    return typed?.trim() || undefined;
  },

  async decide<T>({ message, detail }: { message: string; detail: string }, choices: readonly Choice<T>[]) {
    const buttons = choices.map(({ label, value }): MessageItem & { value: T } => ({ title: label, value }));
    return (await window.showWarningMessage(message, { modal: true, detail }, ...buttons))?.value;
  },

  during: async (title, work) =>
    window.withProgress(
      { location: ProgressLocation.Notification, title, cancellable: true },
      async (_, token) => {
        const abort = new AbortController();
        const watching = token.onCancellationRequested(() => abort.abort());
        try {
          return await work(abort.signal);
        } finally {
          watching.dispose();
        }
      },
    ),

  tell: (message) => void window.showInformationMessage(message),
};

/** The same, but a decision may be passed over: it is put beside what the reader does. */
export const askBeside: Ask = {
  ...askInWindow,
  async decide<T>({ message, detail }: { message: string; detail: string }, choices: readonly Choice<T>[]) {
    const buttons = choices.map(({ label, value }): MessageItem & { value: T } => ({ title: label, value }));
    return (await window.showInformationMessage(`${message} ${detail}`, ...buttons))?.value;
  },
};

function rowOf<T>(choice: Choice<T> | Heading): Row<T> {
  if ("heading" in choice) return { label: choice.heading, kind: QuickPickItemKind.Separator };
  const { always = false, ...row } = choice;
  return { ...row, alwaysShow: always };
}
