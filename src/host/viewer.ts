import { randomUUID } from "node:crypto";
import {
  commands,
  env,
  EventEmitter,
  l10n,
  Uri,
  ViewColumn,
  window,
  workspace,
  type Disposable,
  type Event,
  type Webview,
  type WebviewPanel,
  type WebviewView,
} from "vscode";
import type { Remark } from "../core/run/change.ts";
import { isToHost, protocolVersion, type ToHost, type ToView } from "../protocol.ts";
import type { Endpoints } from "./endpoints.ts";
import type { Runs } from "./runs.ts";
import { settings } from "./settings.ts";
import type { ShownRun } from "./stage.ts";
import { onTokenColorsChange, readTokenColors } from "./tokenColors.ts";
import { viewerHtml } from "./viewerHtml.ts";

export const viewId = "cotViewer.viewer";
const panelType = "cotViewer.run";

/** The page in the side panel and in editor tabs. All of them show the same run, but for those of files. */
export interface Viewer extends Disposable {
  /** Brings a viewer to sight without taking the focus from the code. */
  reveal(): Promise<void>;
  openInEditor(): void;
  /** Shows a run of its own in a tab. */
  showIn(panel: WebviewPanel, own: ShownRun): void;
  /** Adds to a run that is shown in a tab of its own what is said of it there. */
  remark(own: ShownRun, said: Remark): void;
  /** What the reader wants, told by the page. */
  readonly onIntent: Event<Told>;
}

/** What the reader wants, and of which run where the page shows one of its own. */
export interface Told {
  intent: ReaderIntent;
  own?: ShownRun;
}

export type ReaderIntent = Exclude<ToHost, { type: "ready" | "theme" }>;

interface Surface {
  webview: Webview;
  /** False until the page has said `ready`, and again when it is hidden and thrown away. */
  ready: boolean;
  visible: () => boolean;
  /** The run of a file, whatever the other pages show. */
  own?: ShownRun;
  /** The id of the theme its page is shown in, once the page has said so. */
  theme?: string;
}

export function createViewer({
  extensionUri,
  runs,
  endpoints,
}: {
  extensionUri: Uri;
  runs: Runs;
  endpoints: Endpoints;
}): Viewer {
  const surfaces = new Set<Surface>();
  const intents = new EventEmitter<Told>();

  const post = (surface: Surface, message: ToView) => void surface.webview.postMessage(message);
  const postAll = (message: ToView) => {
    for (const surface of surfaces) if (surface.ready) post(surface, message);
  };

  const setup = async (): Promise<ToView> => ({
    type: "setup",
    version: protocolVersion,
    endpoint: await endpoints.label(),
    opening: settings.opening(),
    trusted: workspace.isTrusted,
  });

  const replay = async (surface: Surface) => {
    const [message] = await Promise.all([setup(), runs.shown()]);
    // Another run may be shown meanwhile; from here to the end nothing may wait.
    const run = surface.own ?? runs.shownNow();
    post(surface, message);
    runs.flush();
    surface.ready = true;
    if (run) post(surface, { type: "changes", reset: true, changes: run.replay(), elapsed: run.elapsed() });
  };

  const colour = async (surface: Surface) => {
    const { theme } = surface;
    const colors = theme === undefined ? undefined : await readTokenColors(theme);
    if (theme !== undefined && colors) post(surface, { type: "tokenColors", theme, colors });
  };

  const attach = (kind: "panel" | "tab", shown: Omit<Surface, "ready" | "theme">): Surface => {
    const { webview, own } = shown;
    const surface: Surface = { ...shown, ready: false };
    surfaces.add(surface);
    const dist = Uri.joinPath(extensionUri, "dist");
    webview.options = { enableScripts: true, localResourceRoots: [dist] };
    webview.onDidReceiveMessage((message: unknown) => {
      if (!isToHost(message)) return;
      if (message.type === "ready") void replay(surface);
      else if (message.type === "theme") {
        surface.theme = message.id;
        void colour(surface);
      } else intents.fire({ intent: message, ...(own ? { own } : {}) });
    });
    webview.html = viewerHtml({
      nonce: randomUUID(),
      cspSource: webview.cspSource,
      script: webview.asWebviewUri(Uri.joinPath(dist, "webview.js")).toString(),
      style: webview.asWebviewUri(Uri.joinPath(dist, "viewer.css")).toString(),
      font: webview.asWebviewUri(Uri.joinPath(dist, "codicon.ttf")).toString(),
      surface: kind,
      language: env.language,
      strings: l10n.bundle ?? {},
    });
    return surface;
  };

  const attachView = (view: WebviewView) => {
    const surface = attach("panel", { webview: view.webview, visible: () => view.visible });
    view.onDidChangeVisibility(() => {
      if (!view.visible) surface.ready = false;
    });
    view.onDidDispose(() => surfaces.delete(surface));
  };

  const attachPanel = (panel: WebviewPanel, own?: ShownRun) => {
    const icon = (theme: string) => Uri.joinPath(extensionUri, "media", `reasoning-${theme}.svg`);
    panel.iconPath = { light: icon("light"), dark: icon("dark") };
    const surface = attach("tab", {
      webview: panel.webview,
      visible: () => panel.visible,
      ...(own ? { own } : {}),
    });
    panel.onDidChangeViewState(() => {
      if (!panel.visible) surface.ready = false;
    });
    panel.onDidDispose(() => surfaces.delete(surface));
  };

  const refresh = async () => postAll(await setup());
  const parts: Disposable[] = [
    intents,
    window.registerWebviewViewProvider(viewId, { resolveWebviewView: attachView }),
    window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: async (panel) => attachPanel(panel),
    }),
    onTokenColorsChange(() => surfaces.forEach((surface) => void colour(surface))),
    endpoints.onChange(() => void refresh()),
    workspace.onDidGrantWorkspaceTrust(() => void refresh()),
    runs.onChanges((news) => {
      for (const surface of surfaces)
        if (surface.ready && !surface.own) post(surface, { type: "changes", ...news });
    }),
  ];

  return {
    onIntent: intents.event,
    async reveal() {
      if (![...surfaces].some((surface) => !surface.own && surface.visible())) {
        await commands.executeCommand(`${viewId}.focus`, { preserveFocus: true });
      }
    },
    openInEditor() {
      const title = l10n.t("Reasoning");
      attachPanel(window.createWebviewPanel(panelType, title, { viewColumn: ViewColumn.Active }));
    },
    showIn: attachPanel,
    remark(own, said) {
      const news = { reset: false, changes: own.remark(said), elapsed: own.elapsed() };
      for (const surface of surfaces)
        if (surface.ready && surface.own === own) post(surface, { type: "changes", ...news });
    },
    dispose() {
      for (const part of parts) part.dispose();
    },
  };
}
