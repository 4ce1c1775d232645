import { reasoningMarkdown } from "../../core/run/runMarkdown.ts";
import type { RunRecord } from "../../core/run/runRecord.ts";
import { isOver } from "../../core/run/runStatus.ts";
import type { Copy } from "../dom/copying.ts";
import { el, iconButton, textOf } from "../dom/dom.ts";
import { duration } from "../words/durations.ts";
import { t } from "../l10n.ts";
import type { KindFilter } from "../steps/kindFilter.ts";
import type { Overview } from "../steps/overview.ts";
import { stepCount } from "../words/stepCount.ts";
import { judgedWords } from "../words/verdictWords.ts";
import type { StepsView } from "../steps/stepsView.ts";
import type { TokenCount } from "../words/tokenCount.ts";

/** The region of the steps with its head: how many, how long, how much; open all, fold all, copy; the strip, the filter. */
export interface ReasoningView {
  readonly element: HTMLElement;
  /** A run begins. */
  begin(): void;
  show(record: Readonly<RunRecord>, seen: { elapsed: number; tokens: TokenCount }): void;
  clear(): void;
}

export function createReasoningView({
  steps,
  copy,
  toggleAll,
  find,
  raw,
  record,
  overview,
  filter,
  aiming,
}: {
  steps: StepsView;
  copy: Copy;
  toggleAll: (all: "expanded" | "collapsed") => void;
  find: () => void;
  /** The toggle between plain text and Markdown. */
  raw: HTMLElement;
  record: () => Readonly<RunRecord> | undefined;
  overview: Overview;
  filter: KindFilter;
  aiming: () => boolean;
}): ReasoningView {
  const summary = el("span", { class: "summary" });
  const setSummary = textOf(summary);
  const note = el("p", { class: "note" });
  const setNote = textOf(note);
  const copyAll = iconButton(t("Copy Reasoning"), "copy", () => {
    const shown = record();
    if (shown) copy(reasoningMarkdown(shown, t), copyAll);
  });
  const head = el(
    "div",
    { class: "section-head" },
    el("h2", {}, t("Reasoning")),
    summary,
    iconButton(t("Find"), "search", find),
    raw,
    iconButton(t("Expand All"), "expand-all", () => toggleAll("expanded")),
    iconButton(t("Collapse All"), "collapse-all", () => toggleAll("collapsed")),
    copyAll,
  );
  const element = el(
    "section",
    { class: "reasoning", "aria-label": t("Reasoning"), hidden: true },
    head,
    overview.element,
    filter.element,
    steps.list,
    note,
  );

  return {
    element,
    begin() {
      overview.clear();
      filter.begin();
    },
    clear() {
      element.hidden = true;
    },
    show(shown, { elapsed, tokens }) {
      const over = isOver(shown.status);
      const none = over && shown.steps.length === 0 && shown.answer.trim() !== "";
      element.hidden = shown.steps.length === 0 && !none;
      for (const part of [head, overview.element, filter.element]) part.hidden = none;
      const words = none ? withoutReasoning(tokens.reported) : circled(shown);
      note.hidden = words === "";
      setNote(words);
      overview.show(shown.steps);
      filter.show(shown.steps, aiming());
      const facts = summaryOf(shown, { elapsed, tokens });
      setSummary(facts);
      // A narrow head has no room for all of it.
      if (summary.title !== facts) summary.title = facts;
    },
  };
}

function summaryOf(
  { steps }: Readonly<RunRecord>,
  { elapsed, tokens }: { elapsed: number; tokens: TokenCount },
): string {
  const from = steps[0]?.openedAt ?? 0;
  const to = steps.at(-1)?.closedAt ?? elapsed;
  return [stepCount(steps.length), duration(Math.max(0, to - from)), tokens.reasoning(), judgedWords(steps)]
    .filter((part) => part !== "")
    .join(" · ");
}

/** While it thinks, the notice says it. */
function circled({ circlingSince: since, status }: Readonly<RunRecord>): string {
  if (since === undefined || status.state === "thinking") return "";
  return t("From step {0} on it seemed to go in circles.", since);
}

function withoutReasoning(tokens: number): string {
  if (tokens === 0) return t("This answer came without reasoning.");
  return t("The provider shows no reasoning here, though {0} tokens of it were spent.", tokens);
}
