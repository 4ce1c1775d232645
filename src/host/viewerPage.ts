import { randomUUID } from "node:crypto";
import { env, l10n, Uri, type Webview } from "vscode";
import { viewerHtml } from "./viewerHtml.ts";

/** Loads the viewer's page, which may read nothing but its own files. */
export function loadPage(webview: Webview, { extensionUri, surface }: PageParts): void {
  const dist = Uri.joinPath(extensionUri, "dist");
  const fileIn = (name: string) => webview.asWebviewUri(Uri.joinPath(dist, name)).toString();
  webview.options = { enableScripts: true, localResourceRoots: [dist] };
  webview.html = viewerHtml({
    nonce: randomUUID(),
    cspSource: webview.cspSource,
    script: fileIn("webview.js"),
    style: fileIn("viewer.css"),
    font: fileIn("codicon.ttf"),
    surface,
    language: env.language,
    strings: l10n.bundle ?? {},
  });
}

interface PageParts {
  extensionUri: Uri;
  surface: "panel" | "tab";
}
