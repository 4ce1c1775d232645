import type { ToHost } from "../../protocol.ts";
import { el, iconButton } from "../dom/dom.ts";
import type { Keeper } from "../keptState.ts";
import { t } from "../l10n.ts";

/** The box for a question of one's own, with the standing line below it. */
export interface Composer {
  readonly element: HTMLElement;
  /** Nothing is sent while a run goes on or the workspace is not trusted; the draft stays. */
  setReady(ready: { trusted: boolean; running: boolean; follows: boolean }): void;
  /** A run has begun with this question, so the draft has done its work. */
  sent(question: string): void;
  focus(): void;
}

export function createComposer(keeper: Keeper, post: (message: ToHost) => void): Composer {
  const box = el("textarea", { rows: 1, spellcheck: "false" });
  const invite = (words: string) => {
    box.placeholder = words;
    box.ariaLabel = words;
  };
  box.value = keeper.state.draft;
  let ready = false;
  let follows = false;

  const refresh = () => {
    send.disabled = !ready || !keeper.state.draft.trim();
  };
  const submit = () => {
    const question = keeper.state.draft.trim();
    if (ready && question) post({ type: follows ? "followUp" : "ask", question });
  };
  const send = iconButton(t("Send"), "send", submit);
  refresh();

  box.addEventListener("input", () => {
    keeper.keep({ draft: box.value });
    refresh();
  });
  box.addEventListener("keydown", (event) => {
    // Enter that ends an input method's composition belongs to the input method (229: Safari's late one).
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    submit();
  });

  const standing = el("p", { class: "standing" }, t("The model's own account, not a proof."));
  return {
    element: el("footer", { class: "composer" }, el("div", { class: "box" }, box, send), standing),
    setReady({ trusted, running, ...shown }) {
      ready = trusted && !running;
      follows = shown.follows;
      invite(follows ? t("Ask a follow-up…") : t("Ask about the code in the editor…"));
      box.disabled = !trusted;
      send.title = running ? t("A run is going on; stop it to ask something else.") : t("Send");
      refresh();
    },
    focus: () => box.focus(),
    sent(question) {
      if (keeper.state.draft.trim() !== question.trim()) return;
      box.value = "";
      keeper.keep({ draft: "" });
      refresh();
    },
  };
}
