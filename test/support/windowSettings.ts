import { writeFile } from "node:fs/promises";
import type { Page } from "playwright-core";

export interface WindowSettings {
  /** Writes the settings and returns the question whether the window has taken them over. */
  change(settings: Record<string, unknown>): Promise<() => Promise<boolean>>;
}

/** Changes settings of a running window through a settings file that VS Code watches. */
export function createWindowSettings(page: Page, file: string): WindowSettings {
  let settings: Record<string, unknown> = {};
  let changes = 0;
  return {
    async change(changed) {
      const before = await lookOf(page);
      const newTheme = (changed[theme] ?? settings[theme]) !== settings[theme];
      // VS Code takes over a file as a whole, and a colour that shows nowhere can be read from the page.
      const mark = `#${(++changes).toString(16).padStart(6, "0")}`;
      settings = { ...settings, ...changed, "workbench.colorCustomizations": { [markColour]: mark } };
      await writeFile(file, JSON.stringify(settings));
      return async () => {
        const now = await lookOf(page);
        return now.mark === mark && (!newTheme || now.theme !== before.theme);
      };
    },
  };
}

const theme = "workbench.colorTheme";
const markColour = "debugIcon.pauseForeground";

async function lookOf(page: Page): Promise<{ mark: string; theme: string }> {
  return page.locator(".monaco-workbench").evaluate((root) => {
    const mark = getComputedStyle(root).getPropertyValue("--vscode-debugIcon-pauseForeground");
    return { mark, theme: root.className };
  });
}
