import { readableOn } from "../../core/code/contrast.ts";
import { tokenScopes, isTokenRole } from "../../core/code/tokenColors.ts";
import type { ToHost, ToView } from "../../protocol.ts";

/** Code in the colours of the theme of the editor, which code.css has as variables. */
export interface ThemeColors {
  show(colors: Extract<ToView, { type: "tokenColors" }>): void;
}

/** Tells the host which theme VS Code shows, now and whenever that changes, and takes the colours it finds. */
export function createThemeColors(post: (message: ToHost) => void): ThemeColors {
  const { body } = document;
  let asked = "";
  let shown: Extract<ToView, { type: "tokenColors" }> | undefined;

  const paint = () => {
    const { colors, theme } = shown ?? {};
    const background = getComputedStyle(body).getPropertyValue("--vscode-editor-background");
    for (const role of Object.keys(tokenScopes).filter(isTokenRole)) {
      const color = colors?.[role];
      const seen = color === undefined ? "var(--vscode-editor-foreground)" : readableOn(background, color);
      // Without the colours of this very theme the style sheet's own are shown.
      if (theme !== asked || seen === undefined) body.style.removeProperty(`--token-${role}`);
      else body.style.setProperty(`--token-${role}`, seen);
    }
  };

  const look = () => {
    const { vscodeThemeId: id = "" } = body.dataset;
    if (id !== asked) {
      asked = id;
      post({ type: "theme", id });
    }
    paint();
  };

  new MutationObserver(look).observe(body, { attributeFilter: ["data-vscode-theme-id"] });
  new MutationObserver(paint).observe(document.documentElement, { attributeFilter: ["style"] });
  look();
  return {
    show(colors) {
      shown = colors;
      paint();
    },
  };
}
