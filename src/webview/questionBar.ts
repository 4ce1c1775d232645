import type { RunHead } from "../core/run/change.ts";
import type { Intent } from "../core/ask/intent.ts";
import type { ToHost } from "../protocol.ts";
import { el, icon, iconButton } from "./dom.ts";
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
      const sent = el("pre", { class: "sent", id: "sent", tabindex: 0, hidden: true }, head.sent);
      const line = el("div", { class: "asked" }, icon("sparkle"), asked(head, sent));
      const chip = contextChip(head, post);
      if (chip) line.append(chip);
      line.append(el("span", { class: "gap" }), openInEditor);
      const parts = [line, status.element, ...(head.sample ? [sampleLine()] : []), sent];
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

function sampleLine(): HTMLElement {
  return el(
    "div",
    { class: "sample" },
    icon("beaker"),
    el("span", {}, t("Sample: a recorded trace, no model")),
  );
}
