import { appendFile, mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Change } from "../core/run/change.ts";
import { journalLines, readJournal } from "../core/run/journal.ts";
import type { RunRecord } from "../core/run/runRecord.ts";

const suffix = ".cot.jsonl";
const runsKept = 200;

/** The journals of a workspace's runs: one file a run, named so that names sort by age. */
export interface RunStore {
  /** Adds to the journal of a run. A disk that refuses is told once a run and never stops the run. */
  append(id: string, changes: Change[]): void;
  newest(): Promise<RunRecord | undefined>;
  /** Resolves when everything added so far is written. */
  settled(): Promise<void>;
}

/** `refuse` is told the run that cannot be saved and why. */
export function createRunStore(folder: string, refuse: (id: string, error: unknown) => void): RunStore {
  let queue: Promise<void> = Promise.resolve();
  const refused = new Set<string>();
  /** Runs written to in this session. */
  const mine = new Set<string>();

  const write = async (id: string, text: string) => {
    if (refused.has(id)) return;
    try {
      await mkdir(folder, { recursive: true });
      await appendFile(join(folder, id + suffix), text);
    } catch (error) {
      refused.add(id);
      refuse(id, error);
    }
  };

  const names = async (): Promise<string[]> => {
    const entries = await readdir(folder).catch((): string[] => []);
    return entries.filter((name) => name.endsWith(suffix)).toSorted();
  };

  const forgetOldest = async () => {
    const old = (await names()).slice(0, -runsKept);
    // A journal that cannot be removed stays; the queue must go on whatever happens here.
    await Promise.allSettled(old.map((name) => rm(join(folder, name), { force: true })));
  };

  return {
    append(id, changes) {
      const isNew = changes[0]?.op === "begin";
      // The last line of an earlier session's journal may have been cut by a crash.
      const text = (isNew || mine.has(id) ? "" : "\n") + journalLines(changes);
      mine.add(id);
      queue = queue.then(() => write(id, text)).then(() => (isNew ? forgetOldest() : undefined));
    },
    async newest() {
      await queue;
      for (const name of (await names()).toReversed()) {
        const record = readJournal(await readFile(join(folder, name), "utf8").catch(() => ""));
        if (record) return record;
      }
      return undefined;
    },
    settled: () => queue,
  };
}

/** An id that sorts by time and is a file name everywhere: 20261123T101500123Z-1a2b3c4d. */
export function newRunId(startedAt: Date, random: string): string {
  return `${startedAt.toISOString().replace(/[-:.]/g, "")}-${random.slice(0, 8)}`;
}
