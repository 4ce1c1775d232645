import { commands, l10n, TabInputWebview, window, type LogOutputChannel, type Uri } from "vscode";
import type { RunGlance } from "../core/run/glance.ts";
import { addEndpoint } from "./addEndpoint.ts";
import type { Asking } from "./asking.ts";
import { askInWindow } from "./askInWindow.ts";
import { chooseEndpoint, showBalance, type ChooseTools } from "./chooseEndpoint.ts";
import type { CodeActions } from "./codeActions.ts";
import { copyRun } from "./copyRun.ts";
import type { Endpoints } from "./endpoints.ts";
import { askForKey, removeApiKey, setApiKey } from "./keyPrompts.ts";
import type { Keys } from "./keys.ts";
import { findLocalServers } from "./localServers.ts";
import { raiseLimit } from "./raiseLimit.ts";
import type { History } from "./history.ts";
import type { ReplaceSelection } from "./replaceSelection.ts";
import type { RequestDocument } from "./requestDocument.ts";
import type { Runs } from "./runs.ts";
import type { StepsInCode } from "./stepsInCode.ts";
import type { StepTitles } from "./stepTitles.ts";
import { viewId, type Viewer } from "./viewer.ts";

export interface CommandParts {
  asking: Asking;
  code: CodeActions;
  inCode: StepsInCode;
  replacing: ReplaceSelection;
  requests: RequestDocument;
  titles: StepTitles;
  history: History;
  runs: Runs;
  viewer: Viewer;
  endpoints: Endpoints;
  keys: Keys;
  log: LogOutputChannel;
}

/** Every command the extension contributes, by its name after "cotViewer.". */
export function commandTable(parts: CommandParts) {
  const { asking, replacing, requests, titles, history, inCode, runs, viewer, endpoints, keys, log } = parts;
  const tools = endpointTools(endpoints, keys);
  return {
    explain: () => asking.ask("explain"),
    findBugs: () => asking.ask("findBugs"),
    improve: () => asking.ask("improve"),
    writeTests: () => asking.ask("writeTests"),
    ask: () => asking.ask("ask"),
    askWith: () => asking.askWith(),
    askAgain: () => asking.again(),
    followUp: (question?: string) => asking.followUp(question),
    caseAgainst: () => asking.caseAgainst(),
    resume: () => asking.resume(),
    answerNow: () => asking.answerNow(),
    newQuestion: () => newQuestion(runs),
    showRequest: () => requests.show(),
    titleSteps: () => titles.write(),
    useLocalTitles: () => titles.useLocal(),
    copyAsCurl: () => requests.copyAsCurl(),
    copyAll: () => copyRun(runs),
    trySample: () => asking.trySample(),
    stop: () => runs.stop(),
    applyReplacement: (uri?: Uri) => replacing.apply(uri),
    discardReplacement: (uri?: Uri) => replacing.discard(uri),
    openInEditor: () => viewer.openInEditor(),
    showStep: (run: unknown, steps: unknown) => inCode.showStep(run, steps),
    openRun: (row?: RunGlance) => history.open(row),
    openRunInEditor: (row?: RunGlance) => history.openInEditor(row),
    openGoingRun: () => history.openGoing(),
    deleteRun: (row?: RunGlance, rows?: RunGlance[]) => history.delete(row, rows),
    clearHistory: () => history.clear(),
    chooseEndpoint: () => chooseEndpoint(tools),
    addEndpoint: () => addEndpoint(tools),
    showBalance: () => showBalance(tools),
    raiseLimit: () => raiseLimit(tools),
    setApiKey: () => setApiKey(endpoints, keys),
    removeApiKey: () => removeApiKey(endpoints, keys),
    openSettings: () =>
      commands.executeCommand("workbench.action.openSettings", "@ext:cot-viewer.cot-viewer"),
    showLog: () => log.show(),
  };
}

function endpointTools(endpoints: Endpoints, keys: Keys): ChooseTools {
  return {
    ask: askInWindow,
    t: l10n.t,
    endpoints,
    keys,
    environment: process.env,
    findServers: () => findLocalServers({ fetch }),
    askForKey: (endpoint) => askForKey(endpoint, endpoints, keys),
  };
}

/** Where no run is shown the view's box asks a new question instead of a follow-up. */
async function newQuestion(runs: Runs): Promise<void> {
  runs.clear();
  // From an editor tab the reader goes on there; the page's box has the focus by then.
  const isInTab = window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputWebview;
  if (!isInTab) await commands.executeCommand(`${viewId}.focus`);
}
