/** A problem the editor shows in the sent lines; `line` counts from 1. */
export interface Diagnostic {
  line: number;
  severity: "error" | "warning" | "information" | "hint";
  message: string;
}

/**
 * The code that goes along with a question. Lines count from 1 and are inclusive; `before` and `after`
 * are the lines around, empty at the ends of the file. `uri` never leaves the machine.
 */
export interface CodeContext {
  scope: "selection" | "symbol" | "visible";
  uri: string;
  path: string;
  languageId: string;
  startLine: number;
  /** UTF-16 units of the first line that come before `text`; runs of before it was kept have none. */
  startCharacter?: number;
  endLine: number;
  text: string;
  before: string;
  after: string;
  diagnostics: Diagnostic[];
}
