import { ConfigurationTarget, workspace, type Disposable } from "vscode";
import { readEndpoints, type Endpoint, type EndpointProblem } from "../core/ask/endpoint.ts";
import { stepOpenings, type StepOpening } from "../protocol.ts";

const section = "cotViewer";

export type EndpointFields = { [Field in keyof Endpoint]?: Endpoint[Field] | undefined };

/** The extension's settings, checked: what a person wrote wrong falls back to the default. */
export const settings = {
  endpointName: (): string => read("endpoint", ""),

  endpoints: (): { endpoints: Endpoint[]; problems: EndpointProblem[] } =>
    readEndpoints(read<unknown>("endpoints", [])),

  opening: (): StepOpening => {
    const value = read<unknown>("openSteps", undefined);
    return stepOpenings.find((opening) => opening === value) ?? "latest";
  },

  async useOpening(opening: StepOpening): Promise<void> {
    await write("openSteps", opening);
  },

  /** How many times faster than life the sample plays. */
  sampleSpeed: (): number => {
    const value = read<unknown>("sampleSpeed", 1);
    return typeof value === "number" && value > 0 ? value : 1;
  },

  /** Whether to offer titles by the model after each run. */
  modelTitles: (): boolean => read<unknown>("modelTitles", false) === true,

  /** Whether to count above the code the steps that speak of it. */
  codeLens: (): boolean => read<unknown>("codeLens", false) === true,

  async useEndpoint(name: string): Promise<void> {
    await write("endpoint", name);
  },

  /** Lays `fields` over the entry with this name, which is added when there is none; undefined takes a field away. */
  async changeEndpoint(name: string, fields: EndpointFields): Promise<void> {
    const entries = read<unknown>("endpoints", []);
    const list: unknown[] = Array.isArray(entries) ? [...entries] : [];
    const index = list.findIndex((entry) => isNamed(entry, name));
    const merged: object = { ...(index < 0 ? { name } : Object(list[index])), ...fields };
    const entry = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
    list.splice(index < 0 ? list.length : index, 1, entry);
    await write("endpoints", list);
  },

  onChange: (listener: () => void): Disposable =>
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(section)) listener();
    }),
};

function read<T>(name: string, fallback: T): T {
  return workspace.getConfiguration(section).get<T>(name) ?? fallback;
}

async function write(name: string, value: unknown): Promise<void> {
  await workspace.getConfiguration(section).update(name, value, ConfigurationTarget.Global);
}

function isNamed(entry: unknown, name: string): boolean {
  return typeof entry === "object" && entry !== null && "name" in entry && entry.name === name;
}
