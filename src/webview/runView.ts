import type { Change, RunHead, RunStatus } from "../core/run/change.ts";
import { applyChange, newRecord, type RunRecord } from "../core/run/runRecord.ts";
import { isOver } from "../core/run/runStatus.ts";
import { createBars } from "./run/bars.ts";
import type { Page } from "./page.ts";
import { circlingWords, outcome } from "./run/outcome.ts";
import { statusWords } from "./run/statusLine.ts";
import { t } from "./l10n.ts";
import { tellShares } from "./steps/tellShares.ts";
import { titleWords } from "./words/titleWords.ts";
import { verdictWords } from "./words/verdictWords.ts";
import { TokenCount } from "./words/tokenCount.ts";

/** The run shown: reads the host's changes, one after the other, and has the page's parts show them. */
export interface RunView {
  readonly record: Readonly<RunRecord> | undefined;
  /** `reset` starts from nothing; `elapsed` is milliseconds since the run began. */
  receive(changes: readonly Change[], reset: boolean, elapsed: number): void;
  /** Draws what changed since the last frame. */
  paint(): void;
  /** Draws the bars anew: a second has passed, or what may be asked has changed. */
  renew(): void;
}

/** `page` holds the parts; `began` is called when another run, or none, is shown. */
export function createRunView(page: Page, began: () => void): RunView {
  const { steps, answer, tail, announcer, clock } = page;
  const bars = createBars(page);
  let record: RunRecord | undefined;
  /** Applied with the next frame: a page that changes between frames has to be laid out twice for each. */
  const waiting: Change[] = [];
  let tokens = new TokenCount();
  let silent = false;
  let answerTold = false;
  /** Where the reader was, until the first frame leads there. */
  let back: { scroll: number; follow: boolean } | undefined;

  const live = () => record !== undefined && !isOver(record.status);

  const clear = () => {
    record = undefined;
    tokens = new TokenCount();
    answerTold = false;
    clock.stop();
    steps.clear();
    answer.clear();
    page.question.clear();
    page.reasoning.clear();
    page.notice.show(undefined);
  };

  const begin = (head: RunHead) => {
    clear();
    record = newRecord(head);
    page.folds.begin(head.id);
    page.reasoning.begin();
    page.question.show(head);
    page.composer.sent(head.question);
    tail.begin();
    clock.start();
    began();
  };

  const status = (shown: RunRecord, { state }: RunStatus) => {
    bars.renew();
    began();
    if (!isOver(shown.status)) return;
    clock.stop();
    answer.end();
    tail.end();
    tellShares(steps.rows, tokens.shares(shown), page.now);
    if (silent) return;
    const notice = outcome(shown, shown.statusAt);
    announcer.say(notice ? `${statusWords(shown)}. ${notice.title}` : statusWords(shown));
    if (notice && state !== "stopped") tail.newTop(notice.title);
  };

  const openStep = (shown: RunRecord, number: number) => {
    const step = shown.steps[number - 1];
    if (!step || shown.steps.length !== steps.rows.length + 1) return;
    steps.open(step);
    tail.newStep();
    if (number === 1) bars.renew(); // It brings its region into view; the others' numbers can wait.
    if (!silent) announcer.mention(t("Step {0}: {1}", number, titleWords(step)));
  };

  const judge = (shown: RunRecord, number: number) => {
    steps.name(number);
    bars.renew();
    const verdict = shown.steps[number - 1]?.verdict;
    const words = verdict ? verdictWords[verdict]() : t("no verdict");
    if (!silent) announcer.say(t("Step {0}: {1}", number, words));
  };

  const react = (shown: RunRecord, change: Exclude<Change, { op: "begin" }>) => {
    switch (change.op) {
      case "status":
        return status(shown, change.status);
      case "openStep":
        return openStep(shown, change.step);
      case "nameStep":
        return steps.name(change.step);
      case "closeStep":
        return steps.close(change.step);
      case "growAnswer":
        return answer.grow(change.text);
      case "clearAnswer":
        return answer.clear();
      case "phases":
        return steps.group(change.phases);
      case "answerNow":
        page.question.tell(change.how);
        return silent ? undefined : announcer.say(t("Thinking is broken off; waiting for the answer…"));
      case "circling":
        bars.renew();
        return silent ? undefined : announcer.say(circlingWords(change.since));
      case "retitle":
        return shown.steps.forEach((_, index) => steps.name(index + 1));
      case "judge":
        return judge(shown, change.step);
      case "growStep":
      case "usage":
        return; // Drawn with the next frame.
      default:
        change satisfies never;
    }
  };

  const apply = (change: Change) => {
    if (change.op === "begin") return begin(change.run);
    if (!record) return;
    applyChange(record, change);
    tokens.read(change);
    react(record, change);
  };

  const replay = (changes: readonly Change[]) => {
    const { run, scroll, following } = page.keeper.state;
    const hadRun = record !== undefined;
    waiting.length = 0;
    silent = true;
    clear();
    steps.replay(() => changes.forEach(apply));
    silent = false;
    if (!record) {
      began();
      // The reader took the run away to ask something new.
      return hadRun ? page.composer.focus() : undefined;
    }
    const asked = record.status.state === "waiting" && record.steps.length === 0;
    announcer.say(asked ? t("Asked. Waiting for the model.") : statusWords(record));
    answerTold = record.answer.trim() !== "";
    const same = record.head.id === run;
    const follow = live() && (same ? following : !answerTold);
    back = { scroll: same ? scroll : 0, follow };
  };

  const paintAnswer = () => {
    // What grows at the top moves the steps below it, so it waits while the reader aims at one.
    if (page.layout.stacked() && page.aim.active && live()) return;
    // A place further down depends on how high all is that stands above it.
    if (answer.paint(back !== undefined && back.scroll > 0)) page.frame.ask();
    if (!answer.started || answerTold) return;
    answerTold = true;
    bars.renew();
    announcer.say(t("The answer begins."));
    tail.newTop(t("Answer"));
  };

  return {
    get record() {
      return record;
    },
    receive(changes, reset, elapsed) {
      clock.set(elapsed);
      if (reset) replay(changes);
      else waiting.push(...changes);
      page.frame.ask();
    },
    paint() {
      waiting.splice(0).forEach(apply);
      if (!record) return;
      paintAnswer();
      steps.paint();
      bars.paint(record, tokens);
      page.keys.refresh();
      if (back) tail.restore(back.scroll, back.follow);
      if (live()) tail.paint();
      if (back) steps.fillSeen();
      back = undefined;
    },
    renew() {
      bars.renew();
      page.frame.ask();
    },
  };
}
