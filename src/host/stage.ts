import type { Change, Remark } from "../core/run/change.ts";
import { applyChange, replayRecord, type RunRecord } from "../core/run/runRecord.ts";
import type { RunStore } from "./runStore.ts";

/** A run to look at, going on or over. `elapsed` is in milliseconds since it began. */
export interface ShownRun {
  readonly record: Readonly<RunRecord>;
  elapsed(): number;
  replay(): Change[];
  remark(said: Remark): Change[];
}

/** Outlives a reload of the window. */
export interface LastShown {
  /** The id of the run that was shown last, empty where the reader took it away; undefined where nothing is known, for which the newest does. */
  read(): string | undefined;
  write(id: string): void;
}

/** Which run the viewers show. */
export interface Stage {
  /** The run that is shown; until one is put here the one shown last, while it is there, which may take its time. */
  shown(): Promise<ShownRun | undefined>;
  /** The run that is shown, as far as that is known without waiting. */
  now(): ShownRun | undefined;
  put(run: ShownRun | undefined): void;
  /** The run that is found to be put here, unless another one was put here or looked for meanwhile. */
  seek(find: () => Promise<ShownRun | undefined>): Promise<ShownRun | "overtaken" | undefined>;
}

export function createStage(store: Pick<RunStore, "read" | "newest">, last: LastShown): Stage {
  let run: ShownRun | undefined;
  let begun: Promise<void> | undefined;
  let untouched = true;
  /** Counts what was put here or looked for, since what is found late must not take the place of it. */
  let wishes = 0;

  const begin = async () => {
    const id = last.read();
    const found = await (id === undefined ? store.newest() : store.read(id));
    if (untouched && found) run = asShown(found);
  };
  const put = (other: ShownRun | undefined) => {
    wishes++;
    untouched = false;
    run = other;
    last.write(other?.record.head.id ?? "");
  };

  return {
    async shown() {
      if (untouched) await (begun ??= begin());
      return run;
    },
    now: () => run,
    put,
    async seek(find) {
      const wish = ++wishes;
      const found = await find();
      return wish === wishes ? found : "overtaken";
    },
  };
}

/** A run from a journal. */
export function asShown(record: RunRecord): ShownRun {
  return {
    record,
    elapsed: () => record.statusAt,
    replay: () => replayRecord(record),
    remark(said) {
      applyChange(record, said);
      return [said];
    },
  };
}
