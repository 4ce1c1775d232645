import {
  env,
  l10n,
  window,
  workspace,
  type CustomDocument,
  type CustomReadonlyEditorProvider,
  type Disposable,
  type Uri,
} from "vscode";
import type { RunRecord } from "../core/run/runRecord.ts";
import { readRunFile } from "./readRunFile.ts";
import { asShown } from "./stage.ts";
import type { Viewer } from "./viewer.ts";
import { noticeHtml } from "./viewerHtml.ts";

interface RunDocument extends CustomDocument {
  /** The run, or why there is none to show. */
  content: RunRecord | string;
}

/** Shows `*.cot.jsonl` files, each in a tab of its own; nothing is ever written to them. */
export function showRunFiles(viewer: Viewer): Disposable {
  const provider: CustomReadonlyEditorProvider<RunDocument> = {
    openCustomDocument: async (uri) => ({ uri, content: await read(uri), dispose: () => {} }),
    resolveCustomEditor({ content }, panel) {
      if (typeof content !== "string") viewer.showIn(panel, asShown(content));
      else panel.webview.html = noticeHtml({ text: content, language: env.language });
    },
  };
  return window.registerCustomEditorProvider("cotViewer.runFile", provider, {
    supportsMultipleEditorsPerDocument: true,
  });
}

function read(uri: Uri): Promise<RunRecord | string> {
  const file = {
    size: async () => (await workspace.fs.stat(uri)).size,
    text: async () => new TextDecoder().decode(await workspace.fs.readFile(uri)),
  };
  return readRunFile(file, l10n.t);
}
