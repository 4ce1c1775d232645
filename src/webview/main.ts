import { protocolVersion, type ToHost } from "../protocol.ts";
import { createClock } from "./clock.ts";
import { createFrame } from "./frame.ts";
import { isToView } from "./isToView.ts";
import { createKeeper, readKept } from "./keptState.ts";
import { useLanguage } from "./l10n.ts";
import { wireLinks } from "./text/links.ts";
import { createThemeColors } from "./text/themeColors.ts";
import { warmUp } from "./text/warmUp.ts";
import { buildPage } from "./page.ts";
import { createRunView } from "./runView.ts";
import { stepSpinners } from "./dom/spinners.ts";
import { hasSelection, watchSelection } from "./dom/selection.ts";
import { createSetupView } from "./setupView.ts";

declare function acquireVsCodeApi(): {
  postMessage(message: ToHost): void;
  getState(): unknown;
  setState(state: unknown): void;
};

const host = acquireVsCodeApi();
const post = (message: ToHost) => host.postMessage(message);
const now = () => performance.now();

useLanguage(document.documentElement.lang, document.getElementById("strings")?.textContent ?? "{}");
const { font } = document.body.dataset;
if (font) document.fonts.add(new FontFace("codicon", `url("${font}")`, { display: "block" }));

const keeper = createKeeper(readKept(host.getState()), (state) =>
  host.setState({ ...state, version: protocolVersion }),
);
const frame = createFrame(() => run.paint(), requestAnimationFrame);
const clock = createClock(now, () => run.renew());
const page = buildPage({
  root: document.body,
  post,
  keeper,
  frame,
  clock,
  now,
  canAsk: () => setup.canAsk,
  record: () => run.record,
});
const setup = createSetupView(page, () => run);
const run = createRunView(page, setup.refresh);

const colors = createThemeColors(post);
wireLinks(document.body, post, page.code);
stepSpinners(document.body);
window.addEventListener("pagehide", keeper.flush);
watchSelection(() => {
  // A step that waited for the selection to go can now be rendered.
  if (!hasSelection()) page.steps.settle();
});
window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (!isToView(data)) return;
  switch (data.type) {
    case "setup":
      return setup.show(data);
    case "changes":
      return run.receive(data.changes, data.reset, data.elapsed);
    case "showStep":
      // Once what came before it is drawn, and the page has found its place again.
      frame.ask();
      return void requestAnimationFrame(() => page.showStep(data.step));
    case "tokenColors":
      return colors.show(data);
    default:
      data satisfies never;
  }
});
post({ type: "ready" });
requestIdleCallback(warmUp);
