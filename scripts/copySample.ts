import { cp, rm } from "node:fs/promises";
import path from "node:path";

/** Lays a fresh copy of the sample workspace at `folder`, so that the shipped one is never edited, and returns it. */
export async function copySample(folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await cp(path.resolve("media", "sample", "workspace"), folder, { recursive: true });
  return folder;
}
