import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";

/** What an independent reader found in a recording; lengths and digests are of trimmed texts. */
export interface Expected {
  reasoning_chars: number;
  answer_chars: number;
  reasoning_sha256: string;
  answer_sha256: string;
  finish_reason: string | null;
  reasoning_tokens: number | null;
  tool_call_chunks: number;
  error: boolean;
}

const folder = new URL("../../../shared/recordings/", import.meta.url);
const here = existsSync(folder);

/** For a test that needs them. */
export const skip = here ? false : "the recordings are not beside this checkout";

/** Every recording by its name; none where they are not beside this checkout. */
export const recordings: Readonly<Record<string, Expected>> = here
  ? JSON.parse(readFileSync(new URL("expected.json", folder), "utf8"))
  : {};

export const readRecording = (name: string): Buffer => readFileSync(new URL(name, folder));

/** The sizes of the reads in which a recording came, where they were kept. */
export function readSizes(name: string): number[] | undefined {
  const file = new URL(`${name}.reads.json`, folder);
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** A text as it is expected: how long it is and its digest. */
export function measureOf(text: string): { chars: number; sha256: string } {
  const trimmed = text.trim();
  return { chars: trimmed.length, sha256: createHash("sha256").update(trimmed).digest("hex") };
}
