import type { CodeContext } from "../core/ask/codeContext.ts";
import { codeOf } from "../core/run/codeOf.ts";
import type { RunRecord } from "../core/run/runRecord.ts";
import type { ToHost, ViewAction } from "../protocol.ts";
import { createAim, type Aim } from "./dom/aim.ts";
import { createAnnouncer, type Announcer } from "./dom/announcer.ts";
import { createAnswerView, type AnswerView } from "./run/answerView.ts";
import type { Clock } from "./clock.ts";
import { answerActions } from "./text/codeActions.ts";
import { createComposer, type Composer } from "./ask/composer.ts";
import { bringIntoView } from "./dom/bringIntoView.ts";
import { createCopy } from "./dom/copying.ts";
import { createFind } from "./find/find.ts";
import { createFindWhere } from "./find/findWhere.ts";
import { createFolds, type Folds } from "./steps/folds.ts";
import { createFollowTail, type FollowTail } from "./dom/followTail.ts";
import type { Frame } from "./frame.ts";
import type { Keeper } from "./keptState.ts";
import { createKindFilter } from "./steps/kindFilter.ts";
import { createLayout, type Layout } from "./dom/layout.ts";
import { createHelpSheet } from "./keys/helpSheet.ts";
import { createMoreMenu } from "./keys/moreMenu.ts";
import { createRawText } from "./steps/rawText.ts";
import { createLiveTitle } from "./steps/liveTitle.ts";
import { createNoticeView, type NoticeView } from "./run/noticeView.ts";
import { createOverview } from "./steps/overview.ts";
import { createQuestionBar, type QuestionBar } from "./ask/questionBar.ts";
import { createReasoningView, type ReasoningView } from "./run/reasoningView.ts";
import { createSight } from "./sight.ts";
import { createStatusLine, type StatusLine } from "./run/statusLine.ts";
import { wireKeys } from "./keys/keys.ts";
import { hasSelection } from "./dom/selection.ts";
import { tellStepFocus } from "./steps/stepFocus.ts";
import { wireSteps, type StepReach } from "./steps/stepKeys.ts";
import type { RowParts, StepRow } from "./steps/stepRow.ts";
import type { Stop } from "./steps/stepSections.ts";
import { createStepsView, type StepsView } from "./steps/stepsView.ts";

/** What the page is given: ways to the host, to the frame and to the time. */
interface PageParts {
  root: HTMLElement;
  post: (message: ToHost) => void;
  keeper: Keeper;
  frame: Frame;
  clock: Clock;
  /** A monotonic clock in milliseconds. */
  now: () => number;
  canAsk: () => boolean;
  record: () => Readonly<RunRecord> | undefined;
}

/** Every part of the page, built and wired to the reader. */
export interface Page extends PageParts {
  layout: Layout;
  question: QuestionBar;
  status: StatusLine;
  notice: NoticeView;
  answer: AnswerView;
  reasoning: ReasoningView;
  steps: StepsView;
  folds: Folds;
  tail: FollowTail;
  aim: Aim;
  announcer: Announcer;
  composer: Composer;
  keys: StepReach;
  /** Opens a step, counted from 1, and takes the reader there. */
  showStep: (step: number) => void;
  liveTitle: (row: StepRow | undefined, record: Readonly<RunRecord>) => void;
  act: (action: ViewAction) => void;
  /** The code that the run shown is about. */
  code: () => CodeContext | undefined;
}

export function buildPage(parts: PageParts): Page {
  const { root, post, keeper, frame, now } = parts;
  const act = (action: ViewAction) => post({ type: "act", action });
  const announcer = createAnnouncer(now);
  const copy = createCopy(post, announcer);
  const folds = createFolds(keeper);
  const status = createStatusLine(post, now);
  const raw = createRawText(keeper, () => steps);
  const help = createHelpSheet();
  const more = createMoreMenu({ post, keeper, folds, steps: () => steps, raw, help });
  const question = createQuestionBar(status, more, post);
  const notice = createNoticeView(act);
  const code = () => {
    const run = parts.record();
    return run && codeOf(run.head);
  };
  const finish = () => ({ actions: answerActions({ code: code(), copy, post }), code: code() });
  const answer = createAnswerView({ now, act, copy, finish });
  const title = createLiveTitle();
  const composer = createComposer(keeper, post);

  const sight = createSight(() => ({ list: steps.list, aim, tail, layout }));
  const filter = createKindFilter(keeper, (words) => {
    steps.refilter();
    announcer.say(words);
  });
  const goTo = (step: number) => keys.go(steps.rows[step - 1]);
  const judge: RowParts["judge"] = (step, verdict) => post({ type: "judge", step, verdict });
  const look = { copy, raw: raw.isOn, code, goTo, judge };
  const steps = createStepsView({ folds, look, sight, filter });

  const toggleAll = (all: "expanded" | "collapsed") => {
    steps.toggleAll(all);
    tail.release();
  };
  const toggle = (stop: Stop) => {
    steps.toggle(stop);
    tail.release();
  };
  const overview = createOverview(goTo);
  const reasoning = createReasoningView({
    steps,
    copy,
    toggleAll,
    find: () => find.open(),
    raw: raw.button,
    record: parts.record,
    overview,
    filter,
    aiming: () => aim.active,
  });

  const layout = createLayout(root, {
    bar: question.element,
    left: [notice.element, answer.element, title.element],
    right: reasoning.element,
    below: [composer.element, announcer.element, help.element],
  });
  const aim = createAim(steps.list, now, () => {
    steps.settle();
    frame.ask();
  });
  const tail = createFollowTail({
    area: layout.area,
    scroller: layout.scroller,
    reading: () => aim.pressed || hasSelection(),
    settle: steps.settle,
  });
  layout.stage.append(tail.pill);
  const moved = (stop: Stop) => void (stop !== steps.rows.at(-1) && tail.release());
  const keys = wireSteps({ steps, toggle, toggleAll, moved });
  const showStep = (step: number) => {
    const row = steps.rows[step - 1];
    if (!row) return;
    if (!row.open) toggle(row);
    keys.go(row);
    bringIntoView(row.head, layout.scroller());
  };
  const focus = tellStepFocus(steps.list, { post, at: overview.mark });
  const where = createFindWhere({ steps, answer, layout, tail });
  const find = createFind({ area: layout.area, where, record: parts.record, keeper, announcer, now });
  layout.stage.before(find.element);
  wireKeys({
    stopOf: keys.stopOf,
    onStep: keys.onStep,
    onPage: {
      ...keys.onPage,
      rawText: raw.toggle,
      help: help.open,
      find: find.open,
      nextMatch: find.next,
      previousMatch: find.previous,
      matchCase: find.toggleCase,
      closeFind: find.close,
      leaveStep: focus.leave,
    },
  });
  keepScroll(layout, tail, keeper);
  return {
    ...parts,
    layout,
    question,
    status,
    notice,
    answer,
    reasoning,
    steps,
    folds,
    tail,
    aim,
    announcer,
    composer,
    keys,
    showStep,
    liveTitle: title.show,
    act,
    code,
  };
}

function keepScroll(layout: Layout, tail: FollowTail, keeper: Keeper): void {
  const keep = () => keeper.keep({ scroll: layout.scroller().scrollTop, following: tail.following });
  layout.area.addEventListener("scroll", keep, { capture: true, passive: true });
}
