import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Frame, Page } from "playwright-core";
import { findWebview } from "./findWebview.ts";
import { openWindow, type OpenWindow, type WindowOptions } from "./openWindow.ts";
import { createWindowSettings, type WindowSettings } from "./windowSettings.ts";

const waitLimitMs = 20_000;
/** The first try's time; each after it has twice that of the one before, as a busy machine may need. */
const firstTryMs = 1500;
const pollMs = 100;

/** A real VS Code on a folder, driven by keyboard and mouse in a real browser. Close it in the test's `after`. */
export class Workbench {
  readonly page: Page;
  readonly #window: OpenWindow;
  readonly #settings: WindowSettings;

  private constructor(window: OpenWindow) {
    this.page = window.page;
    this.#window = window;
    this.#settings = createWindowSettings(window.page, window.settingsFile);
  }

  /** Opens VS Code with fresh user data; nothing stays open if that fails. */
  static async open(options: WindowOptions): Promise<Workbench> {
    const window = await openWindow(options);
    window.page.setDefaultTimeout(waitLimitMs);
    const workbench = new Workbench(window);
    try {
      await workbench.#ready();
    } catch (error) {
      await window.close();
      throw error;
    }
    return workbench;
  }

  async close(): Promise<void> {
    await this.#window.close();
  }

  /** For `afterEach`: keeps a picture of what a failed test left behind. */
  async keepFailure({ name, passed }: { name: string; passed: boolean }): Promise<void> {
    if (!passed) await this.screenshot(`failed ${name}`);
  }

  /** Reloads the window, as "Developer: Reload Window" does. */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.#ready();
  }

  /** Changes settings and waits until the window has taken them over. */
  async configure(settings: Record<string, unknown>): Promise<void> {
    await this.until("the new settings", await this.#settings.change(settings));
  }

  /** Runs a command through the palette by its whole label, such as "Reasoning: Find Bugs". */
  async runCommand(label: string): Promise<void> {
    const row = `${startsWith(`${label},`)}, [aria-label=${JSON.stringify(label)}]`;
    await this.#pick({ key: "F1", text: `>${label}`, row });
  }

  /** Opens a file of the workspace by its name and waits until its text is there. */
  async openFile(name: string): Promise<void> {
    await this.#pick({ key: "ControlOrMeta+P", text: name, row: startsWith(`${name} `, `${name},`) });
    await this.until(`the text of ${name}`, async () => {
      const open = await this.page.locator(`.tab.active[aria-label^=${JSON.stringify(name)}]`).isVisible();
      return open && (await this.page.locator(".editor-instance .view-line").first().isVisible());
    });
  }

  /** Selects whole lines of the open file, counted from 1, with the last one and its line break. */
  async selectLines(first: number, last: number): Promise<void> {
    await this.#pick({ key: "Control+G", text: `:${first}`, row: startsWith(`Go to line ${first},`) });
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
    await this.page.keyboard.press("Home");
    for (let line = first; line <= last; line++) await this.page.keyboard.press("Shift+ArrowDown");
  }

  /** Right-clicks into the selection and follows the menu's labels, submenus first. */
  async pickFromContextMenu(...labels: string[]): Promise<void> {
    const { x, y } = await this.until("a selection in sight", () => this.#middleOfSelection());
    await this.page.mouse.click(x, y, { button: "right" });
    for (const [depth, label] of labels.entries()) {
      const item = this.page.locator(".monaco-menu .action-item", {
        has: this.page.getByText(label, { exact: true }),
      });
      if (depth < labels.length - 1) await item.last().hover();
      // A menu hears no mouse button in its first 100 ms, so that the click that opens it picks nothing.
      else await item.last().click({ delay: 150 });
    }
  }

  /** The innermost frame of the webview that shows this title, once it has a body. */
  async webview(title: string): Promise<Frame> {
    return this.until(`the webview "${title}"`, () => findWebview(this.page, title));
  }

  /** Asks again until the answer is neither false nor undefined; when time is up, fails with a screenshot. */
  async until<T>(what: string, ask: () => Promise<T | false | undefined>): Promise<T> {
    const end = Date.now() + waitLimitMs;
    let lastError: unknown;
    while (Date.now() < end) {
      try {
        const answer = await ask();
        if (answer !== false && answer !== undefined) return answer;
      } catch (error) {
        lastError = error;
      }
      await pause(pollMs);
    }
    const picture = await this.screenshot(`missing ${what}`);
    throw new Error(`waited ${waitLimitMs / 1000} s for ${what}; see ${picture}`, { cause: lastError });
  }

  /** Keeps a picture of the window under test-results and returns its path. */
  async screenshot(name: string): Promise<string> {
    const file = path.join(this.#window.resultsDir, `${name.replaceAll(/[^\w.-]+/g, "-")}.png`);
    await this.page.screenshot({ path: file });
    return file;
  }

  /** A point in the first selected line that is in sight and not empty. */
  async #middleOfSelection(): Promise<{ x: number; y: number } | undefined> {
    for (const line of await this.page.locator(".monaco-editor.focused .selected-text").all()) {
      const box = await line.boundingBox();
      if (box && box.width > 20) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    return undefined;
  }

  async #ready(): Promise<void> {
    await this.until("VS Code's window", async () => {
      await this.page.locator(".monaco-workbench .statusbar-item").first().waitFor();
      return true;
    });
  }

  /** Opens the quick input with a key, types, and clicks the first of the rows that a selector finds. */
  async #pick({ key, text, row }: { key: string; text: string; row: string }): Promise<void> {
    const input = this.page.locator(".quick-input-widget input[type=text]");
    // A window that is still loading takes the focus away, which closes the input, and an extension's commands appear
    // only once it is scanned, of which an open palette does not learn: so each try begins anew.
    let timeout = firstTryMs / 2;
    await this.until(`a row for "${text}" after ${key}`, async () => {
      timeout *= 2;
      // In an editor, Escape would end the selection.
      if (await input.isVisible()) await this.page.keyboard.press("Escape");
      await this.page.keyboard.press(key);
      await input.fill(text, { timeout });
      await this.page.locator(".quick-input-list").locator(row).first().click({ timeout });
      return true;
    });
    await this.page.mouse.move(0, 0);
  }
}

function startsWith(...beginnings: string[]): string {
  return beginnings.map((text) => `[aria-label^=${JSON.stringify(text)}]`).join(", ");
}
