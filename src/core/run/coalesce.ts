import type { Change } from "./change.ts";

/** Adds a change to a batch; text that follows text of the same place becomes one longer change. */
export function addCoalesced(batch: Change[], change: Change): void {
  const last = batch.at(-1);
  if (change.op === "growAnswer" && last?.op === "growAnswer") {
    batch[batch.length - 1] = { op: "growAnswer", text: last.text + change.text };
  } else if (change.op === "growStep" && last?.op === "growStep" && last.step === change.step) {
    batch[batch.length - 1] = { ...change, text: last.text + change.text };
  } else {
    batch.push(change);
  }
}
