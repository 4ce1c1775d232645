import type { ViewAction } from "../../protocol.ts";
import { actionWords } from "../words/actionWords.ts";
import { button, el, icon, textOf } from "../dom/dom.ts";
import type { Notice } from "./outcome.ts";

const toneIcons: Readonly<Record<Notice["tone"], string>> = {
  wait: "loading",
  info: "info",
  warning: "warning",
  error: "error",
};

/** The card that says what happened and offers the next action. */
export interface NoticeView {
  readonly element: HTMLElement;
  show(notice: Notice | undefined): void;
}

export function createNoticeView(act: (action: ViewAction) => void): NoticeView {
  const card = el("div", { class: "notice" });
  const element = el("div", { hidden: true });
  let shape = "";
  let setTitle: (text: string) => void = () => {};

  const build = (notice: Notice) => {
    const title = el("div", { class: "notice-title" });
    setTitle = textOf(title);
    const body = el("div", { class: "notice-body" }, title);
    for (const text of notice.texts) body.append(el("p", {}, text));
    if (notice.said) body.append(el("blockquote", {}, notice.said));
    if (notice.actions.length > 0) body.append(actionRow(notice.actions, act));
    card.dataset.tone = notice.tone;
    card.replaceChildren(icon(toneIcons[notice.tone]), body);
    element.replaceChildren(card);
  };

  return {
    element,
    show(notice) {
      element.hidden = !notice;
      if (!notice) {
        element.replaceChildren();
        shape = "";
        return;
      }
      // Only the title ticks; buttons that were rebuilt under the pointer could not be pressed.
      const { title, ...rest } = notice;
      const next = JSON.stringify(rest);
      if (next !== shape) build(notice);
      shape = next;
      setTitle(title);
    },
  };
}

/** Buttons for actions; the first is the one to take. */
export function actionRow(actions: readonly ViewAction[], act: (action: ViewAction) => void): HTMLElement {
  const row = el("div", { class: "actions" });
  actions.forEach((action, index) => {
    const { label, icon: iconName } = actionWords[action];
    row.append(button(label(), { iconName, primary: index === 0, press: () => act(action) }));
  });
  return row;
}
