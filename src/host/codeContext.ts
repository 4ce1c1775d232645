import {
  commands,
  DiagnosticSeverity,
  languages,
  Range,
  window,
  workspace,
  type DocumentSymbol,
  type TextDocument,
  type TextEditor,
} from "vscode";
import type { CodeContext, Diagnostic } from "../core/ask/codeContext.ts";
import { isSource } from "./lastEditor.ts";

const linesAround = 10;

/** The code a question is about: the selection, else the symbol around the cursor, else what is visible. */
export async function gatherContext(editor = sourceEditor()): Promise<CodeContext | undefined> {
  if (!editor) return undefined;
  const { document } = editor;
  const { scope, range } = await rangeOf(editor);
  const start = range.start.line;
  // A selection that ends before the first character of a line does not mean that line.
  const end = range.end.character === 0 && range.end.line > start ? range.end.line - 1 : range.end.line;
  const lines = (from: number, to: number) =>
    from > to ? "" : document.getText(new Range(from, 0, to, document.lineAt(to).text.length));
  return {
    scope,
    uri: document.uri.toString(),
    path: workspace.asRelativePath(document.uri, false),
    languageId: document.languageId,
    startLine: start + 1,
    startCharacter: range.start.character,
    endLine: end + 1,
    text: document.getText(range),
    before: lines(Math.max(0, start - linesAround), start - 1),
    after: lines(end + 1, Math.min(document.lineCount - 1, end + linesAround)),
    diagnostics: diagnosticsIn(document, new Range(start, 0, end, Number.MAX_SAFE_INTEGER)),
  };
}

/** The editor with the code: while a viewer tab has the focus, VS Code says that no editor is active. */
function sourceEditor(): TextEditor | undefined {
  return [window.activeTextEditor, ...window.visibleTextEditors].find((editor) => editor && isSource(editor));
}

async function rangeOf(editor: TextEditor): Promise<{ scope: CodeContext["scope"]; range: Range }> {
  const { selection, document, visibleRanges } = editor;
  if (!selection.isEmpty) return { scope: "selection", range: selection };
  const symbol = await enclosingSymbol(editor);
  if (symbol) return { scope: "symbol", range: symbol };
  const [first] = visibleRanges;
  const last = visibleRanges.at(-1);
  const range = first && last ? new Range(first.start, last.end) : new Range(0, 0, document.lineCount, 0);
  return { scope: "visible", range: document.validateRange(range) };
}

/** The smallest symbol around the cursor that spans more than one line. */
async function enclosingSymbol({ document, selection }: TextEditor): Promise<Range | undefined> {
  const found = await commands.executeCommand<DocumentSymbol[] | undefined>(
    "vscode.executeDocumentSymbolProvider",
    document.uri,
  );
  let smallest: Range | undefined;
  const visit = (symbols: DocumentSymbol[]) => {
    for (const { range, children } of symbols) {
      if (!range?.contains(selection.active) || range.isSingleLine) continue;
      smallest = range;
      visit(children);
    }
  };
  visit(found ?? []);
  return smallest;
}

const severities: Record<DiagnosticSeverity, Diagnostic["severity"]> = {
  [DiagnosticSeverity.Error]: "error",
  [DiagnosticSeverity.Warning]: "warning",
  [DiagnosticSeverity.Information]: "information",
  [DiagnosticSeverity.Hint]: "hint",
};

function diagnosticsIn(document: TextDocument, range: Range): Diagnostic[] {
  return languages
    .getDiagnostics(document.uri)
    .filter((diagnostic) => diagnostic.range.intersection(range))
    .map(({ range: place, severity, message }) => ({
      line: place.start.line + 1,
      severity: severities[severity],
      message,
    }));
}
