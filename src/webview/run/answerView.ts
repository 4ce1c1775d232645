import { richText, type Finish } from "../text/codeBlocks.ts";
import type { Copy } from "../dom/copying.ts";
import { el, iconButton } from "../dom/dom.ts";
import { t } from "../l10n.ts";
import { MarkdownBlocks } from "../text/markdownBlocks.ts";
import { isSelectedIn } from "../dom/selection.ts";

/** The answer, in its own region, which is there only once something is answered. */
export interface AnswerView {
  readonly element: HTMLElement;
  readonly started: boolean;
  grow(text: string): void;
  /** Draws what came; true when something is left for a later frame. */
  paint(): boolean;
  /** Nothing more will come: one parse of the whole settles what the pieces could not. */
  end(): void;
  clear(): void;
}

/** `now` is a monotonic clock in milliseconds; `finish` is what closed blocks of the run that is shown get. */
export function createAnswerView({
  now,
  copy,
  finish,
}: {
  now: () => number;
  copy: Copy;
  finish: () => Finish;
}): AnswerView {
  const copyAll = iconButton(t("Copy Answer"), "copy", () => copy(blocks.source, copyAll));
  const heading = el("h2", {}, t("Answer"));
  const body = el("div", { class: "prose" });
  const open = el("div", { class: "open" });
  const element = el("section", { class: "answer", "aria-label": t("Answer"), hidden: true });
  element.append(el("div", { class: "section-head" }, heading, copyAll), body);

  let blocks = new MarkdownBlocks();
  let drawn = "";
  let waits = false;
  let ended = false;
  let notBefore = 0;

  const show = () => {
    element.hidden = false;
    body.replaceChildren(open);
  };

  const closeBlocks = () => {
    const html = blocks.close().join("");
    if (!html) return;
    drawn += html;
    open.before(richText(html, finish()));
  };

  const drawOpen = () => {
    const began = now();
    closeBlocks();
    open.replaceChildren(richText(blocks.open()));
    // A block that is dear to draw is drawn less often, so that reading stays smooth beside it.
    notBefore = now() + (now() - began) * 5;
  };

  const drawWhole = () => {
    const whole = blocks.whole();
    if (drawn) closeBlocks();
    const last = blocks.open();
    if (drawn && drawn + last === whole) open.replaceWith(richText(last, finish()));
    else body.replaceChildren(richText(whole, finish()));
  };

  return {
    element,
    get started() {
      return !element.hidden;
    },
    grow(text) {
      blocks.push(text);
      waits = true;
    },
    paint() {
      // A lone line feed, as some models send before they think, is no answer yet.
      if (!waits || (element.hidden && !blocks.source.trim())) return false;
      if (element.hidden) show();
      // To draw the open block again would take the reader's selection away.
      if (isSelectedIn(ended ? body : open) || (!ended && now() < notBefore)) return true;
      if (ended) drawWhole();
      else drawOpen();
      waits = false;
      return false;
    },
    end() {
      waits = waits || !ended;
      ended = true;
    },
    clear() {
      element.hidden = true;
      body.replaceChildren();
      open.replaceChildren();
      blocks = new MarkdownBlocks();
      drawn = "";
      waits = ended = false;
      notBefore = 0;
    },
  };
}
