import type { ToHost } from "../../src/protocol.ts";
import type { Theme } from "../support/themes.ts";

declare global {
  interface Window {
    posted: ToHost[];
    kept: unknown;
    reportViolation: (text: string) => void;
  }
}

/** Runs in the page before its own script: what VS Code gives a webview. */
export function asVsCode({ theme, state }: { theme: Theme; state: unknown }): void {
  window.posted = [];
  window.kept = state;
  const api = {
    postMessage: (message: ToHost) => window.posted.push(message),
    getState: () => window.kept,
    setState: (kept: unknown) => {
      window.kept = kept;
    },
  };
  Object.assign(window, { acquireVsCodeApi: () => api });
  document.addEventListener("securitypolicyviolation", (event) =>
    window.reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
  );
  // VS Code styles bare elements in a layer of its own, so the page must say more than it would elsewhere.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@layer vscode-default {
    html { scrollbar-color: red blue; }
    body { background: transparent; padding: 0 20px; }
    code { color: var(--vscode-textPreformat-foreground); background: var(--vscode-textPreformat-background); }
    blockquote { background: var(--vscode-textBlockQuote-background); }
  }`);
  document.addEventListener("DOMContentLoaded", () => {
    document.adoptedStyleSheets.push(sheet);
    const { style } = document.documentElement;
    for (const [name, value] of Object.entries(theme.colors)) style.setProperty(`--vscode-${name}`, value);
    style.background = "var(--vscode-sideBar-background)";
    document.body.classList.add(theme.kind);
    if (theme.kind === "vscode-high-contrast-light") document.body.classList.add("vscode-high-contrast");
  });
}
