import type { EndpointLabel, ViewAction } from "../../protocol.ts";
import { button, el } from "../dom/dom.ts";
import { actionWords } from "../words/actionWords.ts";
import { t } from "../l10n.ts";
import { actionRow } from "../run/noticeView.ts";

interface Setup {
  endpoint: EndpointLabel;
  trusted: boolean;
}

/** What stands where no run is yet: what this is for, and the first thing to do. */
export function welcome({ endpoint, trusted }: Setup, act: (action: ViewAction) => void): HTMLElement {
  const page = el("section", { class: "welcome", "aria-label": t("Welcome") });
  page.append(el("h1", {}, t("Watch a model think about your code")));
  page.append(
    el(
      "p",
      {},
      t(
        "Select code in the editor and ask. The reasoning arrives as titled steps you can fold; the answer stands on top.",
      ),
    ),
  );
  if (!trusted) {
    page.append(untrustedNote(act));
    return page;
  }
  if (endpoint.fault !== undefined)
    page.append(
      el("p", {}, endpoint.fault),
      actionRow(["chooseEndpoint", "addEndpoint", "openSettings"], act),
    );
  else if (endpoint.needsKey)
    page.append(el("p", {}, t("{0} needs an API key first.", endpoint.name)), keyActions(act));
  else page.append(askActions(endpoint.sample, act));
  page.append(endpointLine(endpoint, act));
  return page;
}

/** Says why nothing can be asked in a workspace that is not trusted. */
export function untrustedNote(act: (action: ViewAction) => void): HTMLElement {
  const text = t("This workspace is not trusted, so nothing of it is sent to a model.");
  return el("div", { class: "untrusted" }, el("p", {}, text), actionRow(["manageTrust"], act));
}

function keyActions(act: (action: ViewAction) => void): HTMLElement {
  return actionRow(["setApiKey", "trySample"], act);
}

const intents: readonly ViewAction[] = ["explain", "findBugs", "improve", "writeTests"];

function askActions(sample: boolean, act: (action: ViewAction) => void): HTMLElement {
  const grid = el("div", { class: "intents" });
  for (const action of intents) {
    grid.append(button(actionWords[action].label(), { press: () => act(action) }));
  }
  if (sample) return el("div", {}, grid, actionRow(["trySample", "addEndpoint"], act));
  const { label, icon } = actionWords.trySample;
  const trySample = button(label(), { iconName: icon, press: () => act("trySample") });
  return el("div", {}, grid, el("div", { class: "actions" }, trySample));
}

function endpointLine(endpoint: EndpointLabel, act: (action: ViewAction) => void): HTMLElement {
  const effort = endpoint.effort ? ` · ${endpoint.effort}` : "";
  const name = `${endpoint.name} · ${endpoint.model}${effort}`;
  const line = el(
    "div",
    { class: "endpoint" },
    el("span", {}, endpoint.sample ? t("Sample: a recorded trace, no model") : name),
  );
  const change = el("button", { type: "button", class: "link" }, actionWords.chooseEndpoint.label());
  change.addEventListener("click", () => act("chooseEndpoint"));
  line.append(change);
  return line;
}
