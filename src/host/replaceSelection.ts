import {
  commands,
  EventEmitter,
  l10n,
  Range,
  TabInputTextDiff,
  Uri,
  window,
  workspace,
  type Disposable,
  type Tab,
} from "vscode";
import { fileName } from "../core/code/fileName.ts";
import { codeOf } from "../core/run/codeOf.ts";
import { replacementOf, wholeText, write, type Proposal } from "./replacement.ts";
import { showWarning } from "./showWarning.ts";
import type { ShownRun } from "./stage.ts";

/** The manifest's menus show Apply and Discard where this scheme is. */
const scheme = "cot-replacement";

/** Puts code of an answer in the place of the code that was asked about, by way of the diff editor. */
export interface ReplaceSelection extends Disposable {
  /** Shows what would change, or says why it cannot; `of` holds another run than the one shown. */
  propose(code: string, of?: AskedRuns): Promise<void>;
  /** Writes what the diff editor shows; `uri` is its right side, else the active diff editor's is meant. */
  apply(uri?: Uri): Promise<void>;
  discard(uri?: Uri): Promise<void>;
}

/** Where the code stands that was asked about, is said by the run that is shown. */
interface AskedRuns {
  shown(): Promise<Pick<ShownRun, "record"> | undefined>;
}

interface Shown extends Proposal {
  /** What the diff editor's right side says. */
  text: string;
}

/** `warn` tells the reader why nothing is replaced. */
export function createReplaceSelection(runs: AskedRuns, warn = showWarning): ReplaceSelection {
  const proposals = new Map<string, Shown>();
  const changed = new EventEmitter<Uri>();
  let made = 0;

  const parts: Disposable[] = [
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      // Without content the editor says that it cannot be opened: so it is with a diff from before a reload.
      provideTextDocumentContent: (uri) => proposals.get(uri.path)?.text,
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      for (const [path, shown] of proposals)
        if (shown.context.uri === document.uri.toString()) void renew(shown, Uri.from({ scheme, path }));
    }),
    window.tabGroups.onDidChangeTabs(({ closed }) => {
      // A tab that is moved is closed too.
      for (const { path } of closed.flatMap(replacementIn))
        if (!allTabs().some((tab) => replacementIn(tab)[0]?.path === path)) proposals.delete(path);
    }),
  ];

  /** Where the code asked about has changed meanwhile the diff stays, and applying it is refused. */
  const renew = async (shown: Shown, uri: Uri) => {
    const replacement = await replacementOf(shown);
    if (typeof replacement === "string") return;
    shown.text = wholeText(replacement);
    changed.fire(uri);
  };

  return {
    async propose(code, of = runs) {
      const head = (await of.shown())?.record.head;
      const context = head && codeOf(head);
      if (!context)
        return warn(l10n.t("No code was sent in this conversation, so there is none to replace."));
      const replacement = await replacementOf({ context, code });
      if (typeof replacement === "string") return warn(replacement);
      const { document } = replacement;
      const name = fileName(context.path);
      const uri = Uri.from({ scheme, path: `/${++made}/${name}` });
      proposals.set(uri.path, { context, code, text: wholeText(replacement) });
      // One at a time: an earlier proposal left open would only be mistaken for this one.
      await window.tabGroups.close(allTabs().filter((tab) => replacementIn(tab).length > 0));
      const inSight = window.visibleTextEditors.find((editor) => editor.document === document);
      await commands.executeCommand("vscode.diff", document.uri, uri, l10n.t("{0} ↔ Replacement", name), {
        ...(inSight?.viewColumn ? { viewColumn: inSight.viewColumn } : {}),
        preview: false,
        selection: new Range(replacement.range.start, replacement.range.start),
      });
    },
    async apply(given) {
      const uri = given ?? activeReplacement();
      const proposal = uri && proposals.get(uri.path);
      if (!proposal) return warn(l10n.t("Choose Replace Selection on a code block first."));
      const replacement = await replacementOf(proposal);
      if (typeof replacement === "string") return warn(replacement);
      if (!(await write(replacement))) return warn(l10n.t("{0} cannot be changed.", proposal.context.path));
      await closeDiff(uri);
      const { document, range, text } = replacement;
      const end = document.positionAt(document.offsetAt(range.start) + text.length);
      await window.showTextDocument(document, { selection: new Range(range.start, end), preview: false });
    },
    discard: (given) => closeDiff(given ?? activeReplacement()),
    dispose() {
      for (const part of parts) part.dispose();
    },
  };
}

const allTabs = (): Tab[] => window.tabGroups.all.flatMap(({ tabs }) => tabs);

/** The right side of a tab's diff, if it is one of ours. */
function replacementIn({ input }: Tab): Uri[] {
  return input instanceof TabInputTextDiff && input.modified.scheme === scheme ? [input.modified] : [];
}

function activeReplacement(): Uri | undefined {
  const { activeTab } = window.tabGroups.activeTabGroup;
  return activeTab && replacementIn(activeTab)[0];
}

async function closeDiff(uri: Uri | undefined): Promise<void> {
  await window.tabGroups.close(allTabs().filter((tab) => replacementIn(tab)[0]?.path === uri?.path));
}
