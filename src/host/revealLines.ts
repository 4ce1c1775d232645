import { Range, Selection, Uri, window, workspace, type TextDocument } from "vscode";
import type { CodeContext } from "../core/ask/codeContext.ts";
import { placeOf } from "../core/code/placeOf.ts";
import { codeOf } from "../core/run/codeOf.ts";
import type { RunHead } from "../core/run/change.ts";
import type { ToHost } from "../protocol.ts";

type Lines = Omit<Extract<ToHost, { type: "reveal" }>, "type">;

/** Shows lines of the code a run is about, where they stand by now; a page can name no other file than the run's own. */
export async function revealLines(
  head: Pick<RunHead, "context" | "about"> | undefined,
  { uri, startLine, endLine }: Lines,
): Promise<void> {
  const code = head && codeOf(head);
  if (code?.uri !== uri) return;
  const document = await workspace.openTextDocument(Uri.parse(uri, true));
  const moved = linesMoved(code, document);
  const lines = new Range(Math.max(0, startLine - 1 + moved), 0, Math.max(0, endLine + moved), 0);
  const shown = document.validateRange(lines);
  const selection = new Selection(shown.start, shown.end);
  const editor = await window.showTextDocument(document, { selection });
  editor.revealRange(shown);
}

/** How many lines further down the code stands than when it was sent; 0 where that cannot be told. */
function linesMoved(code: CodeContext, document: TextDocument): number {
  const place = placeOf(code, document.getText());
  return typeof place === "string" ? 0 : document.positionAt(place.start).line + 1 - code.startLine;
}
