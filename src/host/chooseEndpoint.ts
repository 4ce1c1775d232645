import { l10n, window, type QuickPickItem } from "vscode";
import { sampleName, type Endpoint } from "../core/ask/endpoint.ts";
import { presetOf, thinkingOf } from "../core/ask/presets.ts";
import type { Endpoints } from "./endpoints.ts";
import { needsKey, type Keys } from "./keys.ts";
import { askForKey } from "./keyPrompts.ts";

/** Walks through endpoint, model and effort; leaving at any point keeps what was chosen before it. */
export async function chooseEndpoint(endpoints: Endpoints, keys: Keys): Promise<void> {
  const endpoint = await pickEndpoint(endpoints);
  if (!endpoint) return;
  await endpoints.use(endpoint.name);
  if (endpoint.name === sampleName) return;
  const model = await pickModel(endpoint);
  if (!model) return;
  const effort = await pickEffort({ ...endpoint, model });
  await endpoints.change(endpoint.name, { model, ...(effort === undefined ? {} : { effort }) });
  if (needsKey(endpoint) && (await keys.find(endpoint)) === undefined)
    await askForKey(endpoint, endpoints, keys);
}

async function pickEndpoint(endpoints: Endpoints): Promise<Endpoint | undefined> {
  const active = endpoints.active().name;
  const items = endpoints.all().map((endpoint) => ({
    label: endpoint.name,
    picked: endpoint.name === active,
    description: endpoint.name === active ? l10n.t("in use") : "",
    detail:
      endpoint.name === sampleName
        ? l10n.t("Sample: a recorded trace, no model")
        : `${endpoint.model} · ${endpoint.baseUrl}`,
    endpoint,
  }));
  const placeHolder = l10n.t("Where do questions go? Add your own in the setting cotViewer.endpoints.");
  return (await window.showQuickPick(items, { placeHolder, matchOnDetail: true }))?.endpoint;
}

async function pickModel(endpoint: Endpoint): Promise<string | undefined> {
  const other = l10n.t("Another model…");
  const known = [...new Set([endpoint.model, ...(presetOf(endpoint.baseUrl)?.models ?? [])])];
  const items: QuickPickItem[] = [...known, other].map((label) => ({ label }));
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t("Model of {0}", endpoint.name) });
  if (picked?.label !== other) return picked?.label;
  const typed = await window.showInputBox({
    prompt: l10n.t("The model's name, as {0} writes it", endpoint.name),
  });
  return typed?.trim() || undefined;
}

async function pickEffort(endpoint: Endpoint): Promise<string | undefined> {
  const efforts = thinkingOf(endpoint)?.efforts ?? [];
  if (efforts.length === 0) return undefined;
  const items = efforts.map((label) => ({
    label,
    description: label === endpoint.effort ? l10n.t("in use") : "",
  }));
  return (await window.showQuickPick(items, { placeHolder: l10n.t("How hard should it think?") }))?.label;
}
