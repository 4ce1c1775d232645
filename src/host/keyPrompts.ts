import { l10n, window } from "vscode";
import { sampleName, type Endpoint } from "../core/ask/endpoint.ts";
import { originOf } from "../core/ask/presets.ts";
import type { Endpoints } from "./endpoints.ts";
import { needsKey, type Keys } from "./keys.ts";

/** Asks for the key of an endpoint and keeps it; an endpoint that was only the sample gives way. */
export async function askForKey(endpoint: Endpoint, endpoints: Endpoints, keys: Keys): Promise<void> {
  if (endpoint.apiKeyEnv) return explainVariable(endpoint.apiKeyEnv, endpoint.name);
  const key = await window.showInputBox({
    title: l10n.t("API key for {0}", endpoint.name),
    prompt: l10n.t(
      "Kept in VS Code's secret storage and sent to {0} only.",
      originOf(endpoint.baseUrl) ?? "",
    ),
    password: true,
    ignoreFocusOut: true,
    validateInput: (value) =>
      /^[\x21-\x7e]+$/.test(value.trim()) ? undefined : l10n.t("A key has no spaces."),
  });
  if (!key) return;
  await keys.set(endpoint, key.trim());
  if (endpoints.active().name === sampleName) await endpoints.use(endpoint.name);
  endpoints.keysChanged();
}

/** Sets the key of the endpoint in use, or of one the reader picks when that needs none. */
export async function setApiKey(endpoints: Endpoints, keys: Keys): Promise<void> {
  const endpoint = await endpointWithKey(endpoints);
  if (endpoint) await askForKey(endpoint, endpoints, keys);
}

export async function removeApiKey(endpoints: Endpoints, keys: Keys): Promise<void> {
  const endpoint = await endpointWithKey(endpoints);
  if (!endpoint) return;
  if (endpoint.apiKeyEnv) return explainVariable(endpoint.apiKeyEnv, endpoint.name);
  const remove = l10n.t("Remove");
  const text = l10n.t("Remove the API key kept for {0}?", originOf(endpoint.baseUrl) ?? "");
  if ((await window.showWarningMessage(text, { modal: true }, remove)) !== remove) return;
  await keys.remove(endpoint);
  endpoints.keysChanged();
}

async function endpointWithKey(endpoints: Endpoints): Promise<Endpoint | undefined> {
  const active = endpoints.active();
  // A server on this machine may want a key too: it is the one in use that was refused.
  const candidates = active.name === sampleName ? endpoints.all().filter(needsKey) : [active];
  if (candidates.length <= 1) return candidates[0];
  const items = candidates.map((endpoint) => ({
    label: endpoint.name,
    description: endpoint.baseUrl,
    endpoint,
  }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t("Whose key?") }))?.endpoint;
}

function explainVariable(name: string, endpoint: string): void {
  void window.showInformationMessage(
    l10n.t("{0} takes its key from the environment variable {1}.", endpoint, name),
  );
}
