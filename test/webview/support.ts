import { after } from "node:test";
import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "../../scripts/launchBrowser.ts";
import type { Change } from "../../src/core/run/change.ts";
import { viewerHtml } from "../../src/host/viewerHtml.ts";
import { protocolVersion, type ToHost, type ToView } from "../../src/protocol.ts";
import { themes, type ThemeName } from "../support/themes.ts";
import { asVsCode } from "./asVsCode.ts";
import { viewerFile, type ViewerFile } from "./viewerFiles.ts";

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

interface Look {
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

/** A page that shows one viewer after the other: a new document opens several times faster than a new page. */
interface Stage {
  page: Page;
  look: Look;
  trouble: string[];
}

let browser: Promise<Browser> | undefined;
after(async () => (await browser)?.close());

/** Stages whose viewer is closed; one that a test left in the middle is not used again. */
const free: Stage[] = [];

/** Opens the page as a new document; `setup` is sent as the host would, nothing else. */
export async function openViewer(look: Look = {}): Promise<Viewer> {
  const { width = 400, height = 700, theme = "dark", state } = look;
  const stage = free.pop() ?? (await newStage());
  const { page } = stage;
  const trouble: string[] = [];
  Object.assign(stage, { look, trouble });
  // A page that cannot be built fails here by its error, not by a page that never loads.
  await viewerFile("/webview.js");
  await page.setViewportSize({ width, height });
  const opening = await page.addInitScript(asVsCode, { theme: themes[theme], state });
  await page.goto(`${origin}/`);
  const close = async () => {
    await opening.dispose();
    await leave(page);
    free.push(stage);
  };
  const viewer = { page, trouble, close, ...talkTo(page) };
  await viewer.send(setup);
  return viewer;
}

/** Takes away all that a test may have left behind outside of its document. */
async function leave(page: Page): Promise<void> {
  await page.mouse.move(-1, -1);
  await page.emulateMedia({ reducedMotion: null, forcedColors: null });
  await page.goto("about:blank");
}

async function newStage(): Promise<Stage> {
  const page = await (await (browser ??= launchBrowser())).newPage();
  const stage: Stage = { page, look: {}, trouble: [] };
  await watch(page, (text) => stage.trouble.push(text));
  await page.route("**/*", async (route) => {
    const { pathname, origin: from } = new URL(route.request().url());
    const file = from === origin ? await fileFor(pathname, stage.look) : undefined;
    if (file) return route.fulfill(file);
    stage.trouble.push(`request to ${route.request().url()}`);
    return route.abort();
  });
  return stage;
}

async function fileFor(path: string, look: Look): Promise<ViewerFile | undefined> {
  return path === "/" ? { body: Buffer.from(html(look)), contentType: "text/html" } : viewerFile(path);
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

function talkTo(page: Page): Pick<Viewer, "send" | "changes" | "posted"> {
  const send = async (message: ToView) => {
    await page.evaluate(async (data) => {
      window.postMessage(data);
      await new Promise((done) => setTimeout(done));
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    }, message);
  };
  return {
    send,
    changes: (changes, { reset = false, elapsed = 0 } = {}) =>
      send({ type: "changes", reset, changes, elapsed }),
    posted: () => page.evaluate(() => window.posted),
  };
}

async function watch(page: Page, report: (trouble: string) => void): Promise<void> {
  page.on("pageerror", (error) => report(`error: ${error.message}`));
  page.on("dialog", (dialog) => {
    report(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("popup", () => report("popup"));
  page.on("console", (message) => {
    if (message.type() === "error") report(`console: ${message.text()}`);
  });
  await page.exposeFunction("reportViolation", (text: string) => report(`policy: ${text}`));
}
