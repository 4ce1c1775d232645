import { open, stat } from "node:fs/promises";
import { readGlance } from "../core/run/readGlance.ts";
import type { RunGlance } from "../core/run/glance.ts";

/** A first line holds the code and the whole request, but what a list says stands at its front. */
const startBytes = 64 * 1024;
/** A long answer stands between the last step and the end. */
const endBytes = [64 * 1024, 1024 * 1024];

/** Journals at a glance: only their ends are read, and again only after a change. */
export interface RunGlances {
  /** Undefined where there is no run to be read. */
  of(file: string): Promise<RunGlance | undefined>;
}

export function createRunGlances(): RunGlances {
  const known = new Map<string, { stamp: string; glance: RunGlance | undefined }>();
  return {
    async of(file) {
      try {
        const { size, mtimeMs } = await stat(file);
        const stamp = `${size} ${mtimeMs}`;
        const earlier = known.get(file);
        if (earlier?.stamp === stamp) return earlier.glance;
        const glance = await readEnds(file, size);
        known.set(file, { stamp, glance });
        return glance;
      } catch {
        // What is gone, is a folder or may not be read is no run.
        known.delete(file);
        return undefined;
      }
    },
  };
}

async function readEnds(file: string, size: number): Promise<RunGlance | undefined> {
  const handle = await open(file);
  const read = async (from: number, length: number) => {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from);
    return buffer.toString("utf8", 0, bytesRead);
  };
  try {
    if (size <= startBytes) return readGlance(await read(0, size));
    const start = await read(0, startBytes);
    let glance: RunGlance | undefined;
    for (const bytes of endBytes) {
      glance = readGlance(await read(Math.max(0, size - bytes), Math.min(bytes, size)), start);
      if (glance?.steps !== undefined || size <= bytes) break;
    }
    return glance;
  } finally {
    await handle.close();
  }
}
