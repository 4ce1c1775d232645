import { whenIdle } from "../dom/whenIdle.ts";
import type { StepShare } from "../words/tokenCount.ts";
import type { StepRow } from "./stepRow.ts";

/** Milliseconds of a task in which rows are told. */
const slice = 4;

/** Tells each row its share of the run; the thousands of a long one bit by bit, as all at once would stop the page. */
export function tellShares(rows: readonly StepRow[], shares: readonly StepShare[], now: () => number): void {
  let at = 0;
  const tell = () => {
    for (const end = now() + slice; at < rows.length && now() < end; at++) {
      const share = shares[at];
      if (share) rows[at]?.tellShare(share);
    }
    if (at < rows.length) whenIdle(tell);
  };
  tell();
}
