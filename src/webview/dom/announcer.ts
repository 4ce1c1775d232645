import { el } from "./dom.ts";

/** Tells a screen reader, politely, what has changed; never the tokens themselves. */
export interface Announcer {
  readonly element: HTMLElement;
  say(text: string): void;
  /** For what comes often: not more than once in a while, the newest wins. */
  mention(text: string): void;
}

/** Milliseconds of quiet after each mention. */
const pause = 3000;

/** `now` is a monotonic clock in milliseconds. */
export function createAnnouncer(now: () => number): Announcer {
  const element = el("div", { class: "announcer", role: "status", "aria-live": "polite" });
  let saidAt = -Infinity;
  let waiting = "";
  let timer: ReturnType<typeof setTimeout> | undefined;

  const say = (text: string) => {
    clearTimeout(timer);
    timer = undefined;
    waiting = "";
    saidAt = now();
    element.textContent = text;
  };

  return {
    element,
    say,
    mention(text) {
      const left = saidAt + pause - now();
      if (left <= 0) return say(text);
      waiting = text;
      timer ??= setTimeout(() => say(waiting), left);
    },
  };
}
