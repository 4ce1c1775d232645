import { l10n, ThemeIcon, window, type Memento, type QuickPickItem } from "vscode";
import { questionsToPick, withQuestion } from "../core/ask/ownQuestions.ts";

const slot = "cotViewer.questions";

/** The reader's own questions, newest first. */
function recallQuestions(memory: Memento): string[] {
  return memory.get<string[]>(slot, []);
}

export async function rememberQuestion(memory: Memento, question: string): Promise<void> {
  await memory.update(slot, withQuestion(recallQuestions(memory), question));
}

/** Asks the reader for a question, offering the earlier ones, which can be removed; undefined when dismissed. */
export function pickQuestion(memory: Memento): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const earlier = recallQuestions(memory);
  const removed = new Set<string>();
  const picker = window.createQuickPick();
  picker.placeholder = l10n.t("Ask about the code, or pick an earlier question");
  picker.keepScrollPosition = true;
  const show = (typed: string) => {
    picker.items = questionsToPick(earlier, typed).map((label) => itemOf(label, earlier, removed));
  };
  show("");
  picker.onDidChangeValue(show);
  picker.onDidTriggerItemButton(({ item: { label } }) => {
    if (!removed.delete(label)) removed.add(label);
    show(picker.value);
    picker.activeItems = picker.items.filter((item) => item.label === label);
    void memory.update(
      slot,
      earlier.filter((each) => !removed.has(each)),
    );
  });
  picker.onDidAccept(() => {
    resolve(picker.selectedItems[0]?.label);
    picker.hide();
  });
  picker.onDidHide(() => {
    resolve(undefined);
    picker.dispose();
  });
  picker.show();
  return promise;
}

/** A removed question stays in sight until the list closes, so that it can be brought back. */
function itemOf(label: string, earlier: readonly string[], removed: ReadonlySet<string>): QuickPickItem {
  if (!earlier.includes(label)) return { label };
  return removed.has(label)
    ? {
        label,
        description: l10n.t("removed"),
        buttons: [{ iconPath: new ThemeIcon("discard"), tooltip: l10n.t("Bring Back") }],
      }
    : { label, buttons: [{ iconPath: new ThemeIcon("close"), tooltip: l10n.t("Remove from This List") }] };
}
