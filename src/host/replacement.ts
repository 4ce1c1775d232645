import { l10n, Range, Uri, workspace, WorkspaceEdit, type TextDocument } from "vscode";
import type { CodeContext } from "../core/ask/codeContext.ts";
import { fitCode } from "../core/code/fitCode.ts";
import { placeOf } from "../core/code/placeOf.ts";
import { isOnlyOpen, isReadOnly } from "./readOnly.ts";
import { slotAt } from "./slotAt.ts";
import { trustRefusal } from "./trustRefusal.ts";

/** Code of an answer that is to stand where the code stands that was asked about. */
export interface Proposal {
  context: CodeContext;
  code: string;
}

/** What would be written where, in the document as it is now. */
interface Replacement {
  document: TextDocument;
  range: Range;
  text: string;
}

/** What would be written, or the reason why nothing can be. */
export async function replacementOf({ context, code }: Proposal): Promise<Replacement | string> {
  const untrusted = trustRefusal();
  if (untrusted !== undefined) return untrusted;
  const uri = Uri.parse(context.uri, true);
  if (await isReadOnly(uri)) return l10n.t("{0} is read-only, so it is not changed.", context.path);
  const document = await openAsItIs(uri);
  if (!document) return l10n.t("{0} is no longer there, so nothing can be replaced in it.", context.path);
  const place = placeOf(context, document.getText());
  if (place === "changed")
    return l10n.t(
      "The code in {0} has changed since you asked about it, so it is not replaced.",
      context.path,
    );
  if (place === "ambiguous")
    return l10n.t(
      "The code you asked about has moved and now stands in several places in {0}, so it is not replaced.",
      context.path,
    );
  const range = new Range(document.positionAt(place.start), document.positionAt(place.end));
  const text = fitCode(code, slotAt(document, range));
  return { document, range, text };
}

/** The document, with the reader's unsaved changes; undefined when it was deleted, or closed without being saved. */
async function openAsItIs(uri: Uri): Promise<TextDocument | undefined> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  // To open an untitled document that is gone would make an empty one.
  if (isOnlyOpen(uri)) return open;
  try {
    await workspace.fs.stat(uri);
    return open ?? (await workspace.openTextDocument(uri));
  } catch {
    return undefined;
  }
}

/** The whole document as it would be. */
export function wholeText({ document, range, text }: Replacement): string {
  const old = document.getText();
  return old.slice(0, document.offsetAt(range.start)) + text + old.slice(document.offsetAt(range.end));
}

/** One undo step; nothing is saved. */
export async function write({ document, range, text }: Replacement): Promise<boolean> {
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, range, text);
  return workspace.applyEdit(edit);
}
