import type { Translate } from "../core/run/failureWords.ts";
import { readJournal } from "../core/run/journal.ts";
import type { RunRecord } from "../core/run/runRecord.ts";

const mostBytes = 100 * 1024 * 1024;

/** A file that may be a journal; both may reject. */
export interface RunFile {
  /** In bytes. */
  size(): Promise<number>;
  text(): Promise<string>;
}

/** The run in a file, else a sentence for the reader that says why there is none. */
export async function readRunFile(file: RunFile, t: Translate): Promise<RunRecord | string> {
  try {
    if ((await file.size()) > mostBytes)
      return t("This file is too large to be shown: it has more than 100 MB.");
    const text = await file.text();
    if (text.trim() === "") return t("This file is empty.");
    return readJournal(text) ?? t("This file is not a run that was saved by the Chain-of-Thought Viewer.");
  } catch (error) {
    return t("This file cannot be read: {0}", error instanceof Error ? error.message : String(error));
  }
}
