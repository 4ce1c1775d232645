import { l10n, languages, Range, window, workspace, type Selection, type TextEditor } from "vscode";
import { fitCode } from "../core/code/fitCode.ts";
import { languageId } from "../core/code/languageIds.ts";
import type { LastEditor } from "./lastEditor.ts";
import { isReadOnly } from "./readOnly.ts";
import { showWarning } from "./showWarning.ts";
import { slotAt } from "./slotAt.ts";
import { trustRefusal } from "./trustRefusal.ts";

/** What a reader does with a code block of an answer, but for replacing the selection. */
export interface CodeActions {
  /** At the cursor, or in place of what is selected; at each of them where there are several. */
  insert(code: string): Promise<void>;
  /** In an untitled document; `language` is the word written on the code block. */
  open(code: string, language: string): Promise<void>;
}

/** `warn` tells the reader why nothing is inserted. */
export function createCodeActions(lastEditor: LastEditor, warn = showWarning): CodeActions {
  return {
    async insert(code) {
      const refusal = await insertAt(lastEditor.get(), code);
      if (refusal !== undefined) warn(refusal);
    },
    async open(code, language) {
      const id = languageId(language);
      const known = (await languages.getLanguages()).includes(id);
      const document = await workspace.openTextDocument({
        content: code,
        ...(known ? { language: id } : {}),
      });
      await window.showTextDocument(document);
    },
  };
}

/** Inserts as one undo step and returns undefined, or else the reason why it did not. */
async function insertAt(editor: TextEditor | undefined, code: string): Promise<string | undefined> {
  const untrusted = trustRefusal();
  if (untrusted !== undefined) return untrusted;
  if (!editor) return l10n.t("Open a file and put the cursor where the code shall go.");
  const { uri } = editor.document;
  if (await isReadOnly(uri))
    return l10n.t("{0} is read-only, so it is not changed.", workspace.asRelativePath(uri));
  const done = await editor.edit((edit) => {
    for (const selection of editor.selections) edit.replace(selection, fitted(editor, selection, code));
  });
  if (!done) return l10n.t("{0} cannot be changed.", workspace.asRelativePath(uri));
  await window.showTextDocument(editor.document, editor.viewColumn);
  return undefined;
}

function fitted({ document }: TextEditor, { start }: Selection, code: string): string {
  return fitCode(code, slotAt(document, new Range(start, start)));
}
