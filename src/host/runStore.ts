import { appendFile, mkdir, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Change } from "../core/run/change.ts";
import type { RunGlance } from "../core/run/glance.ts";
import { journalLines, readJournal } from "../core/run/journal.ts";
import type { RunRecord } from "../core/run/runRecord.ts";
import { createRunGlances } from "./runGlances.ts";

const suffix = ".cot.jsonl";
const runsKept = 200;

/** The journals of a workspace's runs: one file a run, named so that names sort by age. */
export interface RunStore {
  /** Adds to the journal of a run. A disk that refuses is told once a run and never stops the run. */
  append(id: string, changes: Change[]): void;
  newest(): Promise<RunRecord | undefined>;
  /** All runs that can be read, newest first. */
  list(): Promise<RunGlance[]>;
  /** Undefined where there is no such run, or none that can be read. */
  read(id: string): Promise<RunRecord | undefined>;
  /** Deletes the journals of these runs, to which nothing is added any more; rejects when the disk refuses. */
  remove(ids: readonly string[]): Promise<void>;
  /** Resolves when everything added so far is written. */
  settled(): Promise<void>;
}

/** `refuse` is told the run that cannot be saved and why. */
export function createRunStore(folder: string, refuse: (id: string, error: unknown) => void): RunStore {
  let queue: Promise<void> = Promise.resolve();
  /** Runs that nothing is written of. */
  const refused = new Set<string>();
  /** Runs written to in this session. */
  const mine = new Set<string>();
  const glances = createRunGlances();
  const fileOf = (id: string) => join(folder, id + suffix);

  const write = async (id: string, text: string) => {
    if (refused.has(id)) return;
    try {
      await mkdir(folder, { recursive: true });
      await appendFile(fileOf(id), text);
    } catch (error) {
      refused.add(id);
      refuse(id, error);
    }
  };

  /** Newest first. */
  const ids = async (): Promise<string[]> => {
    const names = await readdir(folder).catch((): string[] => []);
    const journals = names.filter((name) => name.endsWith(suffix));
    return journals
      .map((name) => name.slice(0, -suffix.length))
      .filter(isRunId)
      .toSorted()
      .toReversed();
  };

  const read = async (id: string) => {
    const record = readJournal(await readFile(fileOf(id), "utf8").catch(() => ""));
    return record?.head.id === id ? record : undefined;
  };

  const forgetOldest = async () => {
    const old = (await ids()).slice(runsKept);
    // A journal that cannot be removed stays; the queue must go on whatever happens here.
    await Promise.allSettled(old.map((id) => rm(fileOf(id), { force: true })));
  };

  return {
    append(id, changes) {
      if (!isRunId(id)) return;
      const isNew = changes[0]?.op === "begin";
      // The last line of an earlier session's journal may have been cut by a crash.
      const text = (isNew || mine.has(id) ? "" : "\n") + journalLines(changes);
      mine.add(id);
      queue = queue.then(() => write(id, text)).then(() => (isNew ? forgetOldest() : undefined));
    },
    async newest() {
      await queue;
      for (const id of await ids()) {
        const record = await read(id);
        if (record) return record;
      }
      return undefined;
    },
    async list() {
      await queue;
      const listed = await Promise.all(
        (await ids()).map(async (id) => {
          const glance = await glances.of(fileOf(id));
          return glance?.id === id ? [glance] : [];
        }),
      );
      return listed.flat();
    },
    async read(id) {
      await queue;
      return isRunId(id) ? read(id) : undefined;
    },
    async remove(removed) {
      for (const id of removed) refused.add(id);
      const files = removed.filter(isRunId).map(fileOf);
      const done = queue.then(() => Promise.all(files.map((file) => rm(file, { force: true }))));
      queue = done.then(
        () => {},
        () => {},
      );
      await done;
    },
    settled: () => queue,
  };
}

/** False for a name that leads out of the folder, as a journal made by others may have it. */
function isRunId(id: string): boolean {
  return /^[\w-]+$/.test(id);
}

/** An id that sorts by time and is a file name everywhere: 20261123T101500123Z-1a2b3c4d. */
export function newRunId(startedAt: Date, random: string): string {
  return `${startedAt.toISOString().replace(/[-:.]/g, "")}-${random.slice(0, 8)}`;
}
