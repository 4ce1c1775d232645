import { l10n, window, type Memento } from "vscode";

const slot = "cotViewer.questions";
const kept = 20;

/** The reader's own questions, newest first. */
export function recallQuestions(memory: Memento): string[] {
  return memory.get<string[]>(slot, []);
}

export async function rememberQuestion(memory: Memento, question: string): Promise<void> {
  const others = recallQuestions(memory).filter((each) => each !== question);
  await memory.update(slot, [question, ...others].slice(0, kept));
}

/** Asks the reader for a question, offering the earlier ones; undefined when dismissed. */
export function pickQuestion(earlier: string[]): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const picker = window.createQuickPick();
  picker.placeholder = l10n.t("Ask about the code, or pick an earlier question");
  const show = (typed: string) => {
    const own = typed.trim() && !earlier.includes(typed.trim()) ? [typed.trim()] : [];
    picker.items = [...own, ...earlier].map((label) => ({ label }));
  };
  show("");
  picker.onDidChangeValue(show);
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
