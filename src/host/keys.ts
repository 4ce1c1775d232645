import type { SecretStorage } from "vscode";
import type { Endpoint } from "../core/ask/endpoint.ts";
import { isLoopback, originOf } from "../core/ask/presets.ts";

/** API keys: kept by VS Code's secret storage, each bound to the origin it was given for. */
export interface Keys {
  /** The key for this endpoint's origin, from its environment variable when it names one. */
  find(endpoint: Endpoint): Promise<string | undefined>;
  set(endpoint: Endpoint, key: string): Promise<void>;
  remove(endpoint: Endpoint): Promise<void>;
}

/** True when a question to this endpoint cannot be sent without a key. */
export function needsKey(endpoint: Endpoint): boolean {
  return !isLoopback(endpoint.baseUrl);
}

export function createKeys(secrets: SecretStorage): Keys {
  return {
    find: async (endpoint) =>
      endpoint.apiKeyEnv ? process.env[endpoint.apiKeyEnv] || undefined : secrets.get(slotOf(endpoint)),
    set: async (endpoint, key) => secrets.store(slotOf(endpoint), key),
    remove: async (endpoint) => secrets.delete(slotOf(endpoint)),
  };
}

function slotOf(endpoint: Endpoint): string {
  return `cotViewer.key:${originOf(endpoint.baseUrl) ?? ""}`;
}
