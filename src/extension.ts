import { join } from "node:path";
import { commands, window, type Disposable, type ExtensionContext } from "vscode";
import { startSample } from "./demo/startSample.ts";
import { createAsking } from "./host/asking.ts";
import { createCodeActions } from "./host/codeActions.ts";
import { commandTable } from "./host/commandTable.ts";
import { followContextKeys } from "./host/contextKeys.ts";
import { createEndpoints } from "./host/endpoints.ts";
import { followIntents } from "./host/followIntents.ts";
import { createHistory } from "./host/history.ts";
import { createKeys } from "./host/keys.ts";
import { followLastEditor } from "./host/lastEditor.ts";
import { createLedger } from "./host/ledger.ts";
import { createReplaceSelection } from "./host/replaceSelection.ts";
import { createRequestDocument } from "./host/requestDocument.ts";
import { createApi, type ReasoningApi } from "./host/reasoningApi.ts";
import { showRunFiles } from "./host/runFiles.ts";
import { createRuns, type Runs } from "./host/runs.ts";
import { createRunStore } from "./host/runStore.ts";
import { createStatusBar } from "./host/statusBar.ts";
import { createStepsInCode } from "./host/stepsInCode.ts";
import { createStepTitles } from "./host/stepTitles.ts";
import { createTakeIn } from "./host/takeIn.ts";
import { createViewer } from "./host/viewer.ts";

let running: Runs | undefined;

export function activate(context: ExtensionContext): ReasoningApi {
  const own = <T extends Disposable>(part: T): T => (context.subscriptions.push(part), part);
  const { extensionUri, globalState: memory, workspaceState } = context;
  const folder = (context.storageUri ?? context.globalStorageUri).fsPath;
  const traces = join(extensionUri.fsPath, "media", "sample", "traces");

  const log = own(window.createOutputChannel("Chain-of-Thought Viewer", { log: true }));
  const keys = createKeys(context.secrets);
  const endpoints = own(
    createEndpoints({ keys, log, startSample: (speed) => startSample({ traces, speed }) }),
  );
  const ledger = createLedger({
    read: () => memory.get("cotViewer.spent", {}),
    write: (days) => void memory.update("cotViewer.spent", days),
  });
  const store = createRunStore(join(folder, "runs"), (id, error) =>
    log.error(`Run ${id} is not saved:`, error),
  );
  const lastShown = {
    read: () => workspaceState.get<string>("cotViewer.lastShown"),
    write: (id: string) => void workspaceState.update("cotViewer.lastShown", id),
  };
  const runs = createRuns({
    endpoints,
    keys,
    store,
    lastShown,
    log,
    over: (record) => ledger.add(record),
  });
  const viewer = own(createViewer({ extensionUri, runs, endpoints }));
  const asking = createAsking({ runs, viewer, endpoints, memory, extensionUri });
  const requests = own(createRequestDocument(runs));
  const titles = own(createStepTitles({ runs, endpoints, keys, ledger }));
  const history = own(createHistory({ runs, store, viewer }));
  const code = createCodeActions(own(followLastEditor()));
  const replacing = own(createReplaceSelection(runs));
  const inCode = own(createStepsInCode(runs, viewer));
  const parts = {
    asking,
    code,
    inCode,
    replacing,
    requests,
    titles,
    history,
    runs,
    viewer,
    endpoints,
    keys,
    log,
  };

  own(followContextKeys(runs));
  own(createStatusBar({ runs, endpoints, ledger }));
  own(showRunFiles(viewer));
  own(viewer.onIntent(followIntents({ ...parts, takeIn: createTakeIn({ runs, store }) })));
  for (const [name, run] of Object.entries(commandTable(parts))) {
    own(commands.registerCommand(`cotViewer.${name}`, run));
  }
  running = runs;
  return createApi(runs);
}

/** VS Code waits for this, so that the journal of a run that is cut off is whole. */
export async function deactivate(): Promise<void> {
  await running?.dispose();
}
