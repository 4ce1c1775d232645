import { commands } from "vscode";

/** The steps of the walkthrough that are ticked by what a reader does, and the context key that ticks each. */
export const deeds = {
  sample: "cotViewer.hasTriedSample",
  ask: "cotViewer.hasAsked",
  steer: "cotViewer.hasSteered",
} as const;

export type Deed = keyof typeof deeds;

/** Ticks a step. VS Code hears of commands too, but not of those that the page has the extension run. */
export function tick(deed: Deed): void {
  void commands.executeCommand("setContext", deeds[deed], true);
}
