import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import type { Change } from "../../src/core/run/change.ts";
import { viewerHtml } from "../../src/host/viewerHtml.ts";
import { protocolVersion, type ToHost, type ToView } from "../../src/protocol.ts";
import { themes, type ThemeName } from "../support/themes.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const origin = "http://viewer.test";

/** The view in a real browser, as VS Code would show it, and what it said to the host. */
export interface Viewer {
  page: Page;
  /** Posts a message as the host does and waits until the page has drawn it. */
  send(message: ToView): Promise<void>;
  changes(changes: Change[], options?: { reset?: boolean; elapsed?: number }): Promise<void>;
  posted(): Promise<ToHost[]>;
  /** Violations of the content security policy, errors, dialogs and requests that should not have been. */
  readonly trouble: string[];
  close(): Promise<void>;
}

export interface Look {
  width?: number;
  height?: number;
  theme?: ThemeName;
  surface?: "panel" | "tab";
  language?: string;
  strings?: Record<string, string>;
  /** What the page kept of an earlier life. */
  state?: unknown;
}

export const setup: Extract<ToView, { type: "setup" }> = {
  type: "setup",
  version: protocolVersion,
  endpoint: { name: "DeepSeek", model: "deepseek-flash", sample: false, needsKey: false },
  opening: "latest",
  trusted: true,
};

let files: Promise<Map<string, { body: Buffer; contentType: string }>> | undefined;

let reader: ReturnType<typeof texReader> | undefined;

async function bundle() {
  const { outputFiles } = await build({
    entryPoints: { webview: `${root}src/webview/main.ts`, viewer: `${root}src/webview/viewer.css` },
    outdir: "/",
    bundle: true,
    write: false,
    format: "iife",
    target: "chrome132",
    alias: { temml: "./temml.js" },
    external: ["./temml.js"],
  });
  const built = (file: string) =>
    Buffer.from(outputFiles.find(({ path }) => path.endsWith(file))?.contents ?? []);
  return new Map([
    ["/webview.js", { body: built("webview.js"), contentType: "text/javascript" }],
    ["/viewer.css", { body: built("viewer.css"), contentType: "text/css" }],
    [
      "/codicon.ttf",
      {
        body: await readFile(`${root}node_modules/@vscode/codicons/dist/codicon.ttf`),
        contentType: "font/ttf",
      },
    ],
  ]);
}

/** What the page loads with its first formula, built for the tests that show one. */
async function texReader() {
  const { outputFiles } = await build({
    entryPoints: [`${root}node_modules/temml/temml.js`],
    bundle: true,
    write: false,
    format: "esm",
  });
  return { body: Buffer.from(outputFiles[0]?.contents ?? []), contentType: "text/javascript" };
}

/** Opens the page in a fresh browser context; `setup` is sent as the host would, nothing else. */
export async function openViewer(browser: Browser, look: Look = {}): Promise<Viewer> {
  const { width = 400, height = 700 } = look;
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  const trouble = await watch(page);
  await page.addInitScript(asVsCode, { theme: themes[look.theme ?? "dark"], state: look.state });
  const served = await (files ??= bundle());
  await page.route("**/*", async (route) => {
    const { pathname, origin: from } = new URL(route.request().url());
    const file = from === origin ? served.get(pathname) : undefined;
    if (file) return route.fulfill(file);
    if (from === origin && pathname === "/temml.js") return route.fulfill(await (reader ??= texReader()));
    if (from === origin && pathname === "/")
      return route.fulfill({ body: html(look), contentType: "text/html" });
    trouble.push(`request to ${route.request().url()}`);
    return route.abort();
  });
  await page.goto(`${origin}/`);
  const viewer = viewerOf(page, trouble);
  await viewer.send(setup);
  return viewer;
}

function html({ surface = "panel", language = "en", strings = {} }: Look): string {
  return viewerHtml({
    nonce: "test",
    cspSource: origin,
    script: `${origin}/webview.js`,
    style: `${origin}/viewer.css`,
    font: `${origin}/codicon.ttf`,
    surface,
    language,
    strings,
  });
}

function viewerOf(page: Page, trouble: string[]): Viewer {
  const send = async (message: ToView) => {
    await page.evaluate(async (data) => {
      window.postMessage(data);
      await new Promise((done) => setTimeout(done));
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }, message);
  };
  return {
    page,
    trouble,
    send,
    changes: (changes, { reset = false, elapsed = 0 } = {}) =>
      send({ type: "changes", reset, changes, elapsed }),
    posted: () => page.evaluate(() => window.posted),
    close: () => page.context().close(),
  };
}

async function watch(page: Page): Promise<string[]> {
  const trouble: string[] = [];
  page.on("pageerror", (error) => trouble.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("popup", () => trouble.push("popup"));
  page.on("console", (message) => {
    if (message.type() === "error") trouble.push(`console: ${message.text()}`);
  });
  await page.exposeFunction("reportViolation", (text: string) => trouble.push(`policy: ${text}`));
  return trouble;
}

declare global {
  interface Window {
    posted: ToHost[];
    kept: unknown;
    reportViolation: (text: string) => void;
  }
}

/** Runs in the page before its own script: what VS Code gives a webview. */
function asVsCode({ theme, state }: { theme: (typeof themes)[ThemeName]; state: unknown }) {
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
