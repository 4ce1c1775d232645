import type { StepOpening } from "../protocol.ts";
import type { Keeper } from "./keptState.ts";

/** Which steps are open. The reader's own choice for a step wins for ever, then the one for all, then the setting. */
export interface Folds {
  /** `running` is the number of the step that still grows, 0 when none does. */
  isOpen(step: number, running: number): boolean;
  touch(step: number, open: boolean): void;
  touchAll(all: "expanded" | "collapsed"): void;
  /** Says which setting holds for steps the reader has not touched. */
  setOpening(opening: StepOpening): void;
  /** Folds of another run are forgotten. */
  begin(run: string): void;
}

export function createFolds(keeper: Keeper): Folds {
  let opening: StepOpening = "latest";
  let touched = new Map(keeper.state.touched);

  return {
    isOpen(step, running) {
      const own = touched.get(step);
      if (own !== undefined) return own;
      const rule = keeper.state.all === "auto" ? opening : keeper.state.all;
      return rule === "expanded" || (rule === "latest" && step === running);
    },
    touch(step, open) {
      touched.set(step, open);
      keeper.keep({ touched: [...touched] });
    },
    touchAll(all) {
      touched = new Map();
      keeper.keep({ all, touched: [] });
    },
    setOpening(setting) {
      opening = setting;
    },
    begin(run) {
      if (run === keeper.state.run) return;
      touched = new Map();
      keeper.keep({ run, all: "auto", touched: [], scroll: 0, following: true });
    },
  };
}
