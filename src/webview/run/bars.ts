import { canArgue } from "../../core/run/canArgue.ts";
import type { RunRecord } from "../../core/run/runRecord.ts";
import { isOver } from "../../core/run/runStatus.ts";
import { outcome } from "./outcome.ts";
import type { Page } from "../page.ts";
import type { TokenCount } from "../words/tokenCount.ts";

/** What stands above and around the text: state, numbers, notice. */
export interface Bars {
  /** Shows them as they now are, unless they were shown a moment ago. */
  paint(record: Readonly<RunRecord>, tokens: TokenCount): void;
  /** Something changed that must be seen with the next frame. */
  renew(): void;
}

/** The numbers change at most this often, in milliseconds; text is drawn every frame. */
const calm = 250;

export function createBars(page: Page): Bars {
  let shownAt = -Infinity;
  /** Draws what came last in a burst. */
  let later: ReturnType<typeof setTimeout> | undefined;
  return {
    renew() {
      shownAt = -Infinity;
    },
    paint(record, tokens) {
      if (page.now() - shownAt < calm) {
        later ??= setTimeout(page.frame.ask, calm);
        return;
      }
      clearTimeout(later);
      later = undefined;
      shownAt = page.now();
      const live = !isOver(record.status);
      const elapsed = live ? page.clock.elapsed() : record.statusAt;
      const notice = outcome(record, elapsed);
      const canAsk = page.canAsk() && !notice?.actions.includes("askAgain");
      const cost = tokens.cost(record.head);
      page.status.show(record, { elapsed, tokens: tokens.total(), cost, canAsk });
      page.reasoning.show(record, { elapsed, tokens });
      page.notice.show(notice);
      page.answer.offerCase(page.canAsk() && canArgue(record));
      page.steps.beat(elapsed);
      page.liveTitle(live && !page.answer.started ? page.steps.running : undefined, record);
    },
  };
}
