import { el, icon } from "./dom.ts";
import { t } from "../l10n.ts";

/** Keeps the end in view while the reader is at the end, and leaves the reader's place alone otherwise. */
export interface FollowTail {
  /** The button that leads to what came while the reader was elsewhere. */
  readonly pill: HTMLElement;
  readonly following: boolean;
  /** A new run: from the beginning, following. */
  begin(): void;
  /** A step was opened. */
  newStep(): void;
  /** Something to read has begun at the top: go there if following, otherwise point to it. */
  newTop(words: string): void;
  /** No more steps will come. */
  end(): void;
  /** Call after each paint of a run that goes on. */
  paint(): void;
  /** Back to where the reader was before the page was thrown away. */
  restore(scroll: number, follow: boolean): void;
  /** The reader does something of their own here. */
  release(): void;
  /** The reader was led to a place that has to stay in view, though it be at the end. */
  hold(): void;
  toEnd(): void;
}

/** Room in pixels that still counts as the end. */
const nearEnd = 4;

/**
 * `scroller` says which element scrolls now: `area`, or with a wide page a part of it; `reading` is true while moving
 * would disturb, as with text selected; `settle` is called when the reader comes back to the end.
 */
export function createFollowTail({
  area,
  scroller,
  reading,
  settle,
}: {
  area: HTMLElement;
  scroller: () => HTMLElement;
  reading: () => boolean;
  settle: () => void;
}): FollowTail {
  const words = el("span");
  const arrow = el("span", { class: "arrow" });
  const pill = el("button", { type: "button", class: "pill", hidden: true }, words, arrow);
  let following = true;
  let missed = 0;
  let topWords = "";
  let last = 0;

  const room = () => scroller().scrollHeight - scroller().clientHeight - scroller().scrollTop;

  const showPill = () => {
    pill.hidden = following || (missed === 0 && !topWords);
    if (pill.hidden) return;
    words.textContent = topWords || (missed === 1 ? t("1 new step") : t("{0} new steps", missed));
    arrow.replaceChildren(icon(topWords ? "arrow-up" : "arrow-down"));
  };

  const setFollowing = (on: boolean) => {
    area.classList.toggle("following", on);
    if (on === following) return;
    following = on;
    if (on) missed = 0;
    showPill();
    if (on) settle();
  };

  const goTo = (top: number) => {
    scroller().scrollTop = top;
    last = scroller().scrollTop;
  };

  const read = (event: Event) => {
    if (event.target !== scroller()) return;
    const top = scroller().scrollTop;
    // Going up leaves the end, unless what stood above has only become shorter.
    if (top < last && room() > 1) setFollowing(false);
    else if (top > last && room() <= nearEnd) setFollowing(true);
    last = top;
    if (topWords && top < 40) {
      topWords = "";
      showPill();
    }
  };

  const toEnd = () => {
    goTo(scroller().scrollHeight);
    setFollowing(true);
  };

  area.addEventListener("scroll", read, { capture: true, passive: true });
  // The wheel speaks before the scroll: the first notch upwards already ends the following.
  area.addEventListener(
    "wheel",
    (event) => {
      if (event.deltaY < 0 && scroller().scrollTop > 0 && event.composedPath().includes(scroller()))
        setFollowing(false);
    },
    { passive: true },
  );
  window.addEventListener("resize", () => {
    if (following) goTo(scroller().scrollHeight);
  });
  pill.addEventListener("click", () => {
    if (!topWords) return toEnd();
    topWords = "";
    goTo(0);
    showPill();
  });

  return {
    pill,
    get following() {
      return following;
    },
    begin() {
      missed = 0;
      topWords = "";
      setFollowing(true);
      // An emptied page is at its beginning; to ask it would have it laid out for that.
      last = 0;
      showPill();
    },
    newStep() {
      if (following) return;
      missed++;
      showPill();
    },
    newTop(told) {
      // Side by side the top has its own pane and is in view already.
      if (scroller() !== area) return;
      if (!following) {
        missed = 0;
        topWords = scroller().scrollTop > 40 ? told : "";
        return showPill();
      }
      goTo(0);
      setFollowing(false);
    },
    end() {
      missed = 0;
      showPill();
    },
    paint() {
      if (following && !reading()) goTo(scroller().scrollHeight);
    },
    restore(scroll, follow) {
      goTo(scroll);
      setFollowing(follow);
    },
    release() {
      if (room() > nearEnd) setFollowing(false);
    },
    hold: () => setFollowing(false),
    toEnd,
  };
}
