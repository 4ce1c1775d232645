import {
  commands,
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
import { loadPage } from "./viewerPage.ts";

export const viewId = "cotViewer.viewer";
const panelType = "cotViewer.run";

/** The page in the side panel and in editor tabs. All of them show the same run, but for those of files. */
export interface Viewer extends Disposable {
  /** Brings a viewer to sight without taking the focus from the code. */
  reveal(): Promise<void>;
  openInEditor(): void;
  /** Takes the reader to a step of a run that a page shows, in that page. */
  showStep(run: string, step: number): Promise<void>;
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
  /** Brings it to sight, with the focus. */
  enter: () => void;
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
  /** The step that the reader asked for, until a page that shows its run is ready. */
  let wanted: { run: string; step: number } | undefined;
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
    const run = runOf(surface);
    post(surface, message);
    runs.flush();
    surface.ready = true;
    if (run) post(surface, { type: "changes", reset: true, changes: run.replay(), elapsed: run.elapsed() });
    lead(surface);
  };

  const runOf = ({ own }: Surface) => own ?? runs.shownNow();
  const shows = (surface: Surface, run?: string) => runOf(surface)?.record.head.id === run;
  const lead = (surface: Surface) => {
    if (!wanted || !surface.ready || !shows(surface, wanted.run)) return;
    post(surface, { type: "showStep", step: wanted.step });
    wanted = undefined;
  };

  const colour = async (surface: Surface) => {
    const { theme } = surface;
    const colors = theme === undefined ? undefined : await readTokenColors(theme);
    if (theme !== undefined && colors) post(surface, { type: "tokenColors", theme, colors });
  };

  const attach = (view: WebviewView | WebviewPanel, own?: ShownRun) => {
    const { webview } = view;
    const isTab = "reveal" in view;
    const surface: Surface = {
      webview,
      ready: false,
      visible: () => view.visible,
      enter: () => (isTab ? view.reveal() : view.show()),
      ...(own ? { own } : {}),
    };
    const turned = () => {
      if (!view.visible) surface.ready = false;
    };
    surfaces.add(surface);
    webview.onDidReceiveMessage((message: unknown) => {
      if (!isToHost(message)) return;
      if (message.type === "ready") void replay(surface);
      else if (message.type === "theme") {
        surface.theme = message.id;
        void colour(surface);
      } else intents.fire({ intent: message, ...(own ? { own } : {}) });
    });
    if (isTab) view.onDidChangeViewState(turned);
    else view.onDidChangeVisibility(turned);
    view.onDidDispose(() => surfaces.delete(surface));
    loadPage(webview, { extensionUri, surface: isTab ? "tab" : "panel" });
  };

  const attachPanel = (panel: WebviewPanel, own?: ShownRun) => {
    const icon = (theme: string) => Uri.joinPath(extensionUri, "media", `reasoning-${theme}.svg`);
    panel.iconPath = { light: icon("light"), dark: icon("dark") };
    attach(panel, own);
  };

  const refresh = async () => postAll(await setup());
  const parts: Disposable[] = [
    intents,
    window.registerWebviewViewProvider(viewId, { resolveWebviewView: (view) => attach(view) }),
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
    async showStep(run, step) {
      wanted = { run, step };
      const showing = [...surfaces].filter((surface) => shows(surface, run));
      const surface = showing.find(({ visible }) => visible()) ?? showing[0];
      if (!surface) return void (await commands.executeCommand(`${viewId}.focus`));
      surface.enter();
      lead(surface);
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
