import type { RunHead } from "../core/run/change.ts";
import type { Intent } from "../core/ask/intent.ts";
import type { ToHost } from "../protocol.ts";
import { actionWords } from "./actionWords.ts";
import { button, el, icon, iconButton } from "./dom.ts";
import { t } from "./l10n.ts";
import type { StatusLine } from "./statusLine.ts";

const intentWords: Readonly<Record<Exclude<Intent, "ask">, () => string>> = {
  explain: () => t("Explain"),
  findBugs: () => t("Find bugs"),
  improve: () => t("Improve"),
  writeTests: () => t("Write tests"),
};

/** What was asked, about which code, and how it stands; always in sight. */
export interface QuestionBar {
  readonly element: HTMLElement;
  show(head: RunHead): void;
  clear(): void;
}

export function createQuestionBar(status: StatusLine, post: (message: ToHost) => void): QuestionBar {
  const openInEditor = iconButton(t("Open in Editor"), "open-in-editor", () =>
    post({ type: "act", action: "openInEditor" }),
  );
  openInEditor.classList.add("open-in-editor");
  const element = el("header", {
    class: "question",
    role: "region",
    "aria-label": t("Question"),
    hidden: true,
  });

  return {
    element,
    show(head) {
      const sent = sentBox(head, post);
      const line = el("div", { class: "asked" }, icon("sparkle"), asked(head, sent));
      const chip = contextChip(head, post);
      if (chip) line.append(chip);
      line.append(el("span", { class: "gap" }), openInEditor);
      const parts = [line, status.element, ...noteLines(head), sent];
      element.replaceChildren(...parts);
      element.hidden = false;
    },
    clear() {
      element.hidden = true;
      element.replaceChildren();
    },
  };
}

/** The question as a button that unfolds, word for word, what was sent. */
function asked(head: RunHead, sent: HTMLElement): HTMLElement {
  const words = head.intent === "ask" ? head.question : intentWords[head.intent]();
  const title = `${words}\n\n${t("Click to read exactly what was sent")}`;
  const fold = el("button", {
    type: "button",
    class: "asked-words",
    "aria-expanded": "false",
    "aria-controls": "sent",
    title,
  });
  fold.append(words);
  fold.addEventListener("click", () => {
    sent.hidden = !sent.hidden;
    fold.setAttribute("aria-expanded", String(!sent.hidden));
  });
  return el("h1", {}, fold);
}

function contextChip(head: RunHead, post: (message: ToHost) => void): HTMLElement | undefined {
  const { context } = head;
  if (!context) return undefined;
  const { uri, startLine, endLine } = context;
  const name = context.path.slice(context.path.lastIndexOf("/") + 1);
  const lines = startLine === endLine ? `:${startLine}` : `:${startLine}–${endLine}`;
  const chip = el("button", {
    type: "button",
    class: "chip",
    title: `${context.path}${lines}\n${t("What was sent:")}\n\n${head.sent}`,
    "aria-label": t("Show {0} in the editor", `${context.path}${lines}`),
  });
  chip.append(icon("file-code"), el("span", { class: "name" }, name), el("span", { class: "lines" }, lines));
  chip.addEventListener("click", () => post({ type: "reveal", uri, startLine, endLine }));
  return chip;
}

/** The user message word for word, and the way to the whole request. */
function sentBox(head: RunHead, post: (message: ToHost) => void): HTMLElement {
  const box = el("div", { class: "sent-box", id: "sent", hidden: true });
  box.append(el("pre", { class: "sent", tabindex: 0 }, head.sent));
  const { label, icon: iconName } = actionWords.showRequest;
  const press = () => post({ type: "act", action: "showRequest" });
  if (head.request) box.append(button(label(), { ...(iconName ? { iconName } : {}), press }));
  return box;
}

/** What a reader should know of where this run comes from, a line each. */
function noteLines({ sample, earlier = [], resumed }: RunHead): HTMLElement[] {
  const turns = earlier.length;
  const notes: [holds: boolean, iconName: string, words: () => string][] = [
    [sample, "beaker", () => t("Sample: a recorded trace, no model")],
    [turns === 1, "comment-discussion", () => t("A follow-up; 1 earlier question went along")],
    [turns > 1, "comment-discussion", () => t("A follow-up; {0} earlier questions went along", turns)],
    [resumed === "continued", "debug-continue", () => t("Resumed where it was cut off")],
    [resumed === "askedAgain", "debug-continue", () => t("Asked again, with its earlier thoughts quoted")],
  ];
  return notes
    .filter(([holds]) => holds)
    .map(([, iconName, words]) => el("div", { class: "sample" }, icon(iconName), el("span", {}, words())));
}
