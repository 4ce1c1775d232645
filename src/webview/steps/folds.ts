import type { StepOpening } from "../../protocol.ts";
import { nothingOfRun, type Keeper } from "../keptState.ts";

/** Which steps and phases are open. The reader's own choice for a step wins for ever, then the one for all, then the setting. */
export interface Folds {
  /** `running` is the number of the step that still grows, 0 when none does. */
  isOpen(step: number, running: number): boolean;
  touch(step: number, open: boolean): void;
  touchAll(all: "expanded" | "collapsed"): void;
  /** A phase is known by the number of its first step; it is open until the reader folds it. */
  isPhaseOpen(from: number): boolean;
  touchPhase(from: number, open: boolean): void;
  /** The step that find stands in, 0 for none. */
  readonly peeked: number;
  /** Holds a step open while find stands in it, unless the reader touches it; 0 for none. */
  peek(step: number): void;
  /** What holds for steps the reader has not touched: the choice for all, or else the setting. */
  readonly rule: StepOpening;
  /** Says which setting holds for steps the reader has not touched. */
  setOpening(opening: StepOpening): void;
  /** Folds of another run are forgotten. */
  begin(run: string): void;
}

export function createFolds(keeper: Keeper): Folds {
  let opening: StepOpening = "latest";
  let touched = new Map(keeper.state.touched);
  let foldedPhases = new Set(keeper.state.foldedPhases);
  let peeked = 0;

  const ruleNow = () => (keeper.state.all === "auto" ? opening : keeper.state.all);

  return {
    get rule() {
      return ruleNow();
    },
    get peeked() {
      return peeked;
    },
    peek(step) {
      peeked = step;
    },
    isOpen(step, running) {
      if (step === peeked) return true;
      const own = touched.get(step);
      if (own !== undefined) return own;
      const rule = ruleNow();
      return rule === "expanded" || (rule === "latest" && step === running);
    },
    touch(step, open) {
      if (step === peeked) peeked = 0;
      touched.set(step, open);
      keeper.keep({ touched: [...touched] });
    },
    touchAll(all) {
      peeked = 0;
      touched = new Map();
      keeper.keep({ all, touched: [] });
    },
    isPhaseOpen: (from) => !foldedPhases.has(from),
    touchPhase(from, open) {
      if (open) foldedPhases.delete(from);
      else foldedPhases.add(from);
      keeper.keep({ foldedPhases: [...foldedPhases] });
    },
    setOpening(setting) {
      opening = setting;
    },
    begin(run) {
      peeked = 0;
      if (run === keeper.state.run) return;
      touched = new Map();
      foldedPhases = new Set();
      keeper.keep({ ...nothingOfRun, run });
    },
  };
}
