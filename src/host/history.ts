import {
  env,
  EventEmitter,
  l10n,
  ThemeColor,
  ThemeIcon,
  window,
  type Disposable,
  type TreeDataProvider,
  type TreeItem,
} from "vscode";
import type { RunStatus } from "../core/run/change.ts";
import { glanceOf, type RunGlance } from "../core/run/glance.ts";
import { isOver } from "../core/run/runStatus.ts";
import { rowWords } from "./historyWords.ts";
import type { Runs } from "./runs.ts";
import type { RunStore } from "./runStore.ts";
import type { Viewer } from "./viewer.ts";

const viewId = "cotViewer.history";

/** The runs of this workspace, newest first. Rows that are not given are those that the reader has selected. */
export interface History extends Disposable {
  open(row?: RunGlance): Promise<void>;
  openInEditor(row?: RunGlance): Promise<void>;
  /** Shows the run that goes on. */
  openGoing(): Promise<void>;
  /** Deletes runs, once the reader has said so. */
  delete(row?: RunGlance, rows?: readonly RunGlance[]): Promise<void>;
  /** Deletes all runs but one that goes on, once the reader has said so. */
  clear(): Promise<void>;
}

type HistoryStore = Pick<RunStore, "list" | "remove">;

export function createHistory({
  runs,
  store,
  viewer,
}: {
  runs: Runs;
  store: HistoryStore;
  viewer: Viewer;
}): History {
  const changed = new EventEmitter<void>();
  const refresh = () => changed.fire();

  const going = (): RunGlance[] => {
    const run = runs.going();
    return run && runs.isRunning() ? [{ ...glanceOf(run.record), took: run.elapsed() }] : [];
  };
  const over = (rows: readonly RunGlance[]) => rows.filter(({ id }) => going().every((run) => run.id !== id));
  /** From its journal the run that goes on would look cut off. */
  const list = async () => {
    const kept = await store.list();
    return [...going(), ...over(kept)];
  };

  const tree: TreeDataProvider<RunGlance> = {
    onDidChangeTreeData: changed.event,
    getChildren: (row) => (row ? [] : list()),
    getTreeItem: rowItem,
    getParent: () => undefined,
  };
  const view = window.createTreeView(viewId, { treeDataProvider: tree, canSelectMany: true });
  const untilNow = setInterval(() => view.visible && refresh(), 60_000);

  /** Has the row of the run that the viewers show be the selected one. */
  const follow = async () => {
    refresh();
    const shown = runs.shownNow();
    if (shown && view.visible) await view.reveal(glanceOf(shown.record), { focus: false });
  };

  const show = async (id: string | undefined): Promise<boolean> => {
    if (id === undefined) return false;
    if (await runs.show(id)) return true;
    refresh();
    void window.showWarningMessage(l10n.t("This run cannot be read: its journal is gone or damaged."));
    return false;
  };
  const remove = async (rows: readonly RunGlance[]) => {
    if (rows.length === 0 || !(await confirmDeletion(rows))) return;
    try {
      await store.remove(rows.map(({ id }) => id));
    } finally {
      const shown = runs.shownNow()?.record.head.id;
      if (rows.some(({ id }) => id === shown)) runs.clear();
      refresh();
    }
  };

  const parts: Disposable[] = [
    changed,
    view,
    runs.onGoing((changes) => {
      if (changes.some(({ op }) => op === "begin" || op === "status")) refresh();
    }),
    runs.onChanges(({ reset }) => reset && void follow()),
  ];

  return {
    async open(row = view.selection[0]) {
      if (await show(row?.id)) await viewer.reveal();
    },
    async openInEditor(row = view.selection[0]) {
      if (await show(row?.id)) viewer.openInEditor();
    },
    async openGoing() {
      if (await show(going()[0]?.id)) await viewer.reveal();
    },
    async delete(row, all = row ? [row] : view.selection) {
      const removed = over(all);
      if (removed.length === 0 && all.length > 0)
        void window.showInformationMessage(l10n.t("This run goes on. Stop it before you delete it."));
      await remove(removed);
    },
    async clear() {
      const removed = over(await store.list());
      if (removed.length === 0) void window.showInformationMessage(l10n.t("There are no runs to delete."));
      await remove(removed);
    },
    dispose() {
      clearInterval(untilNow);
      for (const part of parts) part.dispose();
    },
  };
}

async function confirmDeletion(rows: readonly RunGlance[]): Promise<boolean> {
  const [row] = rows;
  const remove = l10n.t("Delete");
  const message =
    row && rows.length === 1
      ? l10n.t("Delete the run “{0}”?", rowWords(row, reading()).label)
      : l10n.t("Delete {0} runs?", rows.length);
  const detail = l10n.t(
    "Question, reasoning and answer are deleted from this machine. This cannot be undone.",
  );
  return (await window.showWarningMessage(message, { modal: true, detail }, remove)) === remove;
}

const stateIcons: Readonly<Record<RunStatus["state"], () => ThemeIcon>> = {
  waiting: () => new ThemeIcon("loading~spin"),
  thinking: () => new ThemeIcon("loading~spin"),
  answering: () => new ThemeIcon("loading~spin"),
  done: () => new ThemeIcon("pass", new ThemeColor("testing.iconPassed")),
  stopped: () => new ThemeIcon("circle-slash"),
  cutOff: () => new ThemeIcon("warning", new ThemeColor("list.warningForeground")),
  failed: () => new ThemeIcon("error", new ThemeColor("list.errorForeground")),
};

const reading = () => ({ t: l10n.t, language: env.language, now: new Date() });

function rowItem(glance: RunGlance): TreeItem {
  const { label, description, tooltip } = rowWords(glance, reading());
  return {
    id: glance.id,
    label,
    description,
    tooltip,
    iconPath: stateIcons[glance.status.state](),
    contextValue: isOver(glance.status) ? "run" : "going",
    accessibilityInformation: { label: tooltip.replaceAll("\n", ", ") },
    command: { command: "cotViewer.openRun", title: l10n.t("Open"), arguments: [glance] },
  };
}
