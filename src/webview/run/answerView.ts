import { richText, type Finish } from "../text/codeBlocks.ts";
import type { ViewAction } from "../../protocol.ts";
import { actionWords } from "../words/actionWords.ts";
import type { Copy } from "../dom/copying.ts";
import { button, el, iconButton } from "../dom/dom.ts";
import { t } from "../l10n.ts";
import { goOn } from "../text/goOn.ts";
import { MarkdownBlocks } from "../text/markdownBlocks.ts";
import { isSelectedIn } from "../dom/selection.ts";

/** The answer, in its own region, which is there only once something is answered. */
export interface AnswerView {
  readonly element: HTMLElement;
  readonly started: boolean;
  grow(text: string): void;
  /**
   * Draws what came, a screenful and then as much as a frame has time for, or all of it; true when something is left
   * for a later frame.
   */
  paint(all: boolean): boolean;
  /** Whether a case against it may be asked for now. */
  offerCase(offered: boolean): void;
  /** Nothing more will come: where pieces could not settle it, one parse of the whole does. */
  end(): void;
  clear(): void;
}

/** Milliseconds of a frame in which closed blocks are drawn, and characters read between two looks at the clock. */
const slice = 16;
const part = 4000;
/** Square pixels of the window that a character of an answer takes, or less. */
const characterArea = 155;
/** Square pixels of the window that it takes at least. */
const roomOfCharacter = 90;

/** `now` is a monotonic clock in milliseconds; `finish` is what closed blocks of the run that is shown get. */
export function createAnswerView({
  now,
  act,
  copy,
  finish,
}: {
  now: () => number;
  act: (action: ViewAction) => void;
  copy: Copy;
  finish: () => Finish;
}): AnswerView {
  const copyAll = iconButton(t("Copy Answer"), "copy", () => copy(blocks.source, copyAll));
  const against = caseButton(() => act("caseAgainst"));
  const heading = el("h2", {}, t("Answer"));
  const body = el("div", { class: "prose" });
  const open = el("div", { class: "open" });
  const element = el("section", { class: "answer", "aria-label": t("Answer"), hidden: true });
  element.append(el("div", { class: "section-head" }, heading, against, copyAll), body);

  let blocks = new MarkdownBlocks();
  let drawn = "";
  let waits = false;
  let ended = false;
  let needsWhole = false;
  let notBefore = 0;
  /** So much of the source is drawn. */
  let drawnTo = 0;

  const show = () => {
    element.hidden = false;
    body.replaceChildren(open);
  };

  const closeBlocks = (most?: number) => {
    const html = blocks.close(most).join("");
    if (!html) return;
    drawn += html;
    open.before(richText(html, finish()));
  };

  /** Room for what is left of a finished answer: what stands below would else be drawn only to be pushed out of view. */
  const reserve = () => {
    const left = ended && waits ? (blocks.unread * roomOfCharacter) / window.innerWidth : 0;
    body.style.paddingBlockEnd = left > 0 ? `${Math.floor(left)}px` : "";
  };

  /** What a reader sees of an answer that comes all at once must not wait for what is out of view. */
  const drawClosed = (all: boolean) => {
    const end = all ? Infinity : now() + (drawn ? slice : 0);
    closeBlocks(drawn ? part : (window.innerWidth * window.innerHeight) / characterArea);
    while (blocks.hasMore && now() < end) closeBlocks(part);
  };

  /** Most of what comes are words, and to write these costs nothing like rendering the block they stand in. */
  const drawWords = () => {
    const { source } = blocks;
    const drew = goOn(open, source.slice(0, drawnTo), source.slice(drawnTo));
    if (drew) drawnTo = source.length;
    return drew;
  };

  const drawOpen = (began: number) => {
    drawnTo = blocks.source.length;
    if (ended) return open.replaceWith(richText(blocks.open(false), finish()));
    open.replaceChildren(richText(blocks.open()));
    // A block that is dear to draw is drawn less often, so that reading stays smooth beside it.
    notBefore = now() + (now() - began) * 5;
  };

  const drawWhole = () => {
    const whole = blocks.whole();
    if (drawn) closeBlocks();
    const last = drawn && blocks.open(false);
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
    paint(all) {
      // A lone line feed, as some models send before they think, is no answer yet.
      if (!waits || (element.hidden && !blocks.source.trim())) return false;
      if (element.hidden) show();
      // To draw the open block again would take the reader's selection away.
      if (isSelectedIn(needsWhole ? body : open)) return true;
      if (!ended && drawWords()) return (waits = false);
      if (!ended && now() < notBefore) return true;
      const began = now();
      if (needsWhole) drawWhole();
      else drawClosed(all);
      waits = !needsWhole && blocks.hasMore;
      reserve();
      if (!needsWhole && !waits) drawOpen(began);
      return waits;
    },
    offerCase(offered) {
      against.hidden = !offered;
    },
    end() {
      waits = waits || !ended;
      ended = true;
      needsWhole = blocks.needsWhole;
    },
    clear() {
      element.hidden = true;
      body.replaceChildren();
      open.replaceChildren();
      blocks = new MarkdownBlocks();
      drawn = "";
      waits = ended = needsWhole = false;
      notBefore = drawnTo = 0;
      reserve();
    },
  };
}

function caseButton(press: () => void): HTMLButtonElement {
  const { label, icon: iconName } = actionWords.caseAgainst;
  const element = button(label(), { iconName, press });
  element.title = t(
    "Have the model argue against this answer: its likeliest mistakes, and what would show them",
  );
  element.classList.add("case");
  element.hidden = true;
  return element;
}
