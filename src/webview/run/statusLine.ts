import { stopwatch } from "../../core/run/durations.ts";
import { canAnswerNow } from "../../core/run/canAnswerNow.ts";
import type { RunRecord } from "../../core/run/runRecord.ts";
import { isOver } from "../../core/run/runStatus.ts";
import { stateWordsIn } from "../../core/run/stateWords.ts";
import type { ToHost } from "../../protocol.ts";
import { actionWords } from "../words/actionWords.ts";
import { button, el, icon, textOf } from "../dom/dom.ts";
import { revealed } from "../../core/code/hiddenCharacters.ts";
import { t } from "../l10n.ts";

type State = RunRecord["status"]["state"];

const stateIcons: Readonly<Record<State, string>> = {
  waiting: "loading",
  thinking: "loading",
  answering: "loading",
  done: "pass-filled",
  stopped: "circle-slash",
  cutOff: "warning",
  failed: "error",
};

const stateWords = stateWordsIn(t);

function thinkingWords(steps: number): string {
  return steps === 1 ? t("Thinking · 1 step") : t("Thinking · {0} steps", steps);
}

/** How the run stands, in the words of the status line. */
export function statusWords({ status, steps }: Readonly<RunRecord>): string {
  const counts = status.state === "thinking" && steps.length > 0;
  return counts ? thinkingWords(steps.length) : stateWords[status.state]();
}

/** Numbers as words. */
interface Seen {
  elapsed: number;
  tokens: string;
  cost: string;
}

/** The second line of the question bar: state, clock, tokens, model, and Answer Now, Stop or Ask Again. */
export interface StatusLine {
  readonly element: HTMLElement;
  show(record: Readonly<RunRecord>, seen: Seen & { canAsk: boolean }): void;
}

export function createStatusLine(post: (message: ToHost) => void, now: () => number): StatusLine {
  const state = el("span", { class: "state" });
  const words = el("span", { class: "words" });
  const facts = el("span", { class: "facts" });
  const setWords = textOf(words);
  const setFacts = textOf(facts);
  let shown: State | undefined;
  let swappedAt = -Infinity;
  const stop = button(actionWords.stop.label(), {
    iconName: "debug-stop",
    primary: true,
    press: () => post({ type: "act", action: "stop" }),
  });
  const answer = button(actionWords.answerNow.label(), {
    press: () => post({ type: "act", action: "answerNow" }),
  });
  const again = button(t("Ask Again"), {
    // A press that was meant for Stop, which stood here a moment ago, must not start a new run.
    press: () => void (now() - swappedAt > 400 && post({ type: "act", action: "askAgain" })),
  });
  const element = el("div", { class: "status-line" }, state, words, facts, answer, stop, again);

  return {
    element,
    show(record, { canAsk, ...seen }) {
      const over = isOver(record.status);
      const name = record.status.state;
      if (shown !== name) {
        shown = name;
        element.dataset.state = name;
        state.replaceChildren(icon(stateIcons[name]));
      }
      if (over && !stop.hidden && stop.matches(":hover")) swappedAt = now();
      stop.hidden = over;
      answer.hidden = over || !canAnswerNow(record);
      again.hidden = !over || !canAsk;
      const said = statusWords(record);
      setWords(said);
      words.title = said;
      const all = factsOf(record, seen).join(" · ");
      setFacts(all);
      facts.title = revealed(all);
    },
  };
}

function factsOf({ head }: Readonly<RunRecord>, { elapsed, tokens, cost }: Seen): string[] {
  const model = head.sample ? "" : head.model;
  return [stopwatch(elapsed), tokens, cost, model, head.effort ?? ""].filter((fact) => fact !== "");
}
