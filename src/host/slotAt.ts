import { EndOfLine, type Range, type TextDocument } from "vscode";
import type { Slot } from "../core/code/fitCode.ts";

/** What stands where code is to go, in the document as it is now. */
export function slotAt(document: TextDocument, range: Range): Slot {
  const { start } = range;
  return {
    old: document.getText(range),
    lead: document.lineAt(start).text.slice(0, start.character),
    eol: document.eol === EndOfLine.CRLF ? "\r\n" : "\n",
  };
}
