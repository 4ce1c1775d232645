import { intentWordsIn } from "../../core/ask/intentWords.ts";
import { linesWords } from "../../core/code/linesWords.ts";
import type { AnsweredHow, RunHead } from "../../core/run/change.ts";
import { codeOf } from "../../core/run/codeOf.ts";
import type { ToHost } from "../../protocol.ts";
import { fileName } from "../../core/code/fileName.ts";
import { actionWords } from "../words/actionWords.ts";
import { button, el, icon, iconButton } from "../dom/dom.ts";
import { t } from "../l10n.ts";
import type { StatusLine } from "../run/statusLine.ts";

const intentWords = intentWordsIn(t);

/** What was asked, about which code, and how it stands; always in sight. */
export interface QuestionBar {
  readonly element: HTMLElement;
  show(head: RunHead): void;
  /** Says how the answer was asked for before the thinking was done. */
  tell(how: AnsweredHow): void;
  clear(): void;
}

/** `more` opens what is seldom needed. */
export function createQuestionBar(
  status: StatusLine,
  more: HTMLElement,
  post: (message: ToHost) => void,
): QuestionBar {
  const openInEditor = iconButton(t("Open in Editor"), "open-in-editor", () =>
    post({ type: "act", action: "openInEditor" }),
  );
  openInEditor.classList.add("open-in-editor");
  const notes = el("div", { class: "notes" });
  const element = el("section", {
    class: "question",
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
      line.append(el("span", { class: "gap" }), openInEditor, more);
      notes.replaceChildren(...noteLines(head));
      element.replaceChildren(line, status.element, notes, sent);
      element.hidden = false;
    },
    tell(how) {
      const { iconName, words } = takenUp[how];
      notes.querySelector(".answered")?.remove();
      notes.append(noteLine(iconName, words(), "answered"));
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

/** Leads to the code; its tooltip shows what was sent of it with this question. */
function contextChip(head: RunHead, post: (message: ToHost) => void): HTMLElement | undefined {
  const code = codeOf(head);
  if (!code) return undefined;
  const { uri, startLine, endLine } = code;
  const name = fileName(code.path);
  const lines = linesWords(code);
  const sent = head.context ? `${t("What was sent:")}\n\n${head.sent}` : t("Sent with an earlier question");
  const chip = el("button", {
    type: "button",
    class: "chip",
    title: `${code.path}${lines}\n${sent}`,
    "aria-label": t("Show {0} in the editor", `${code.path}${lines}`),
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
  ];
  const held = notes.filter(([holds]) => holds).map(([, iconName, words]) => noteLine(iconName, words()));
  if (!resumed) return held;
  const { iconName, words } = takenUp[resumed];
  return [...held, noteLine(iconName, words())];
}

/** How a run, or its thinking that was broken off, was gone on with. */
const takenUp: Readonly<Record<NonNullable<RunHead["resumed"]>, { iconName: string; words: () => string }>> =
  {
    continued: { iconName: "debug-continue", words: () => t("Resumed where it was cut off") },
    askedAgain: {
      iconName: "debug-continue",
      words: () => t("Asked again, with its earlier thoughts quoted"),
    },
    answerContinued: {
      iconName: "reply",
      words: () => t("Told to answer: its thinking was closed here and the answer begun"),
    },
    answerAskedAgain: {
      iconName: "reply",
      words: () => t("Told to answer: asked again with these thoughts quoted, thinking as little as it can"),
    },
  };

function noteLine(iconName: string, words: string, name = ""): HTMLElement {
  const line = el("div", { class: `run-note ${name}`.trim() }, icon(iconName));
  line.append(el("span", { title: words }, words));
  return line;
}
