import { readModelList } from "../core/ask/modelList.ts";
import type { Preset } from "../core/ask/preset.ts";
import { isLoopback } from "../core/ask/presets.ts";
import { presetsOfThisMachine } from "../core/ask/presetsOfThisMachine.ts";

/** A server of models that answers on this machine. */
export interface LocalServer {
  preset: Preset;
  models: string[];
}

interface Search {
  fetch: typeof fetch;
  /** Whose addresses are asked; those that are not of this machine are passed over. */
  presets?: readonly Preset[];
  /** Milliseconds for an answer, its body included. */
  timeout?: number;
}

/**
 * The servers that list their models at the addresses they take by themselves, in the order of `presets`. Asked
 * all at once and without a key; whatever else listens there, or does not answer in time, is no server.
 */
export async function findLocalServers({
  fetch,
  presets = presetsOfThisMachine,
  timeout = 400,
}: Search): Promise<LocalServer[]> {
  const asked = presets
    .filter(({ baseUrl }) => isLoopback(baseUrl))
    .map(async (preset): Promise<LocalServer[]> => {
      const models = await modelsAt(preset.baseUrl, fetch, timeout).catch(() => undefined);
      return models ? [{ preset, models }] : [];
    });
  return (await Promise.all(asked)).flat();
}

async function modelsAt(
  baseUrl: string,
  fetch: Search["fetch"],
  timeout: number,
): Promise<string[] | undefined> {
  const signal = AbortSignal.timeout(timeout);
  const response = await fetch(`${baseUrl}/models`, { signal, redirect: "error" });
  if (response.ok) return readModelList(await response.json());
  await response.body?.cancel();
  return undefined;
}
