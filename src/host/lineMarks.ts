import { OverviewRulerLane, Range, ThemeColor, window, type Disposable, type TextDocument } from "vscode";
import type { Lines } from "../core/code/sentLines.ts";
import type { RunCode } from "./runCode.ts";
import type { ShownRun } from "./stage.ts";

/** Marks in the editor on the lines that the step the reader is at speaks of. */
export interface LineMarks extends Disposable {
  /** Marks the lines of a run's step, counted from 1, in place of those of the one before. */
  mark(step: number, run: Pick<ShownRun, "record"> | undefined): void;
  clear(): void;
  /** The lines of a document that are marked, as they stand now. */
  linesIn(document: TextDocument): Lines[];
}

/** The bar says what the colour says; themes of high contrast have no such background, but a border, which others lack. */
const look = {
  isWholeLine: true,
  backgroundColor: new ThemeColor("editor.rangeHighlightBackground"),
  outline: "1px solid",
  outlineColor: new ThemeColor("editor.rangeHighlightBorder"),
  borderWidth: "0 0 0 3px",
  borderStyle: "solid",
  borderColor: new ThemeColor("editorInfo.foreground"),
  overviewRulerColor: new ThemeColor("editorOverviewRuler.rangeHighlightForeground"),
  overviewRulerLane: OverviewRulerLane.Center,
};

export function createLineMarks(code: RunCode): LineMarks {
  const marks = window.createTextEditorDecorationType(look);
  let marked = 0;

  const linesIn = (document: TextDocument) => (marked === 0 ? [] : code.linesOf(marked, document));
  const show = () => {
    for (const editor of window.visibleTextEditors)
      editor.setDecorations(marks, linesIn(editor.document).map(rangeOf));
  };
  const turnTo = (step: number) => {
    if (step === marked) return;
    marked = step;
    show();
  };

  const parts: Disposable[] = [
    marks,
    code.onLeave(() => turnTo(0)),
    code.onChange(() => marked > 0 && show()),
    window.onDidChangeVisibleTextEditors(() => marked > 0 && show()),
  ];
  return {
    mark(step, run) {
      code.turnTo(run);
      turnTo(step);
    },
    clear: () => turnTo(0),
    linesIn,
    dispose() {
      for (const part of parts) part.dispose();
    },
  };
}

function rangeOf({ startLine, endLine }: Lines): Range {
  return new Range(startLine - 1, 0, endLine - 1, 0);
}
