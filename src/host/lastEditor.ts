import { window, type Disposable, type TextEditor } from "vscode";

/** The editor the reader was last in: while a viewer has the focus, VS Code may say that none is active. */
export interface LastEditor extends Disposable {
  /** Undefined when none is in sight any more. */
  get(): TextEditor | undefined;
}

export function followLastEditor(): LastEditor {
  let last = window.activeTextEditor;
  const following = window.onDidChangeActiveTextEditor((editor) => {
    if (editor && isSource(editor)) last = editor;
  });
  return {
    get: () => {
      const inSight = window.visibleTextEditors.filter(isSource);
      return inSight.find((editor) => editor === last) ?? inSight[0];
    },
    dispose: () => void following.dispose(),
  };
}

/** Output, a comment being written, what this extension shows and the like are editors too, but not the reader's code. */
export function isSource({ document }: TextEditor): boolean {
  return !["output", "debug", "comment", "cot-request", "cot-replacement"].includes(document.uri.scheme);
}
