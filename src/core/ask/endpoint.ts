import type { Price } from "../run/change.ts";
import { isFields, type Fields } from "../wire/fields.ts";
import { dialects } from "../wire/dialects.ts";
import type { Preset } from "./preset.ts";
import { originOf } from "./presets.ts";
import { deepSeek } from "./presetsOfMakers.ts";

/** Where a question goes and how it is asked there. */
export interface Endpoint {
  name: string;
  baseUrl: string;
  model: string;
  api: "chat" | "responses";
  dialect?: string;
  effort?: string;
  maxTokens?: number;
  /** Sent only where it has an effect. */
  temperature?: number;
  extraBody?: Fields;
  headers?: Record<string, string>;
  apiKeyEnv?: string;
  price?: Price;
}

export const sampleName = "Sample";

/** The endpoint that plays recorded traces; its address is known once the demo server listens. */
export const sampleEndpoint: Endpoint = {
  name: sampleName,
  baseUrl: "http://127.0.0.1",
  model: "recorded-trace",
  api: "chat",
};

/** An entry of the setting that cannot be used: its place in the list, from 1, and the field that is wrong. */
export interface EndpointProblem {
  entry: number;
  field: string;
}

/**
 * The setting's entries laid over the built-in endpoints by name: an entry named as a built-in one changes
 * only the fields it has. Entries that cannot be used are left out and named in `problems`.
 */
export function readEndpoints(setting: unknown): { endpoints: Endpoint[]; problems: EndpointProblem[] } {
  const endpoints = new Map<string, Endpoint>([[deepSeek.name, endpointOf(deepSeek)]]);
  const problems: EndpointProblem[] = [];
  (Array.isArray(setting) ? setting : []).forEach((entry: unknown, index) => {
    const read = readEntry(entry, endpoints);
    if (typeof read === "string") problems.push({ entry: index + 1, field: read });
    else endpoints.set(read.name, read);
  });
  return { endpoints: [...endpoints.values(), sampleEndpoint], problems };
}

/** A provider's row as an endpoint to begin with, keyless and at the row's own defaults. */
export function endpointOf({ name, baseUrl, api, models, thinking }: Preset): Endpoint {
  const effort = thinking.defaultEffort;
  return { name, baseUrl, model: models[0] ?? "", api, ...(effort === undefined ? {} : { effort }) };
}

const isText = (value: unknown) => typeof value === "string" && value.trim() !== "";
const isAmount = (value: unknown) => typeof value === "number" && Number.isFinite(value) && value >= 0;

/** What each field must be when it is there; the order is the order in which faults are named. */
const fieldRules: Record<keyof Endpoint, (value: unknown) => boolean> = {
  name: (value) => isText(value) && value !== sampleName,
  baseUrl: (value) => typeof value === "string" && originOf(value) !== undefined,
  model: isText,
  api: (value) => value === "chat" || value === "responses",
  dialect: (value) => dialects.some((row) => row.name === value),
  effort: isText,
  maxTokens: (value) => Number.isSafeInteger(value) && Number(value) > 0,
  temperature: (value) => isAmount(value) && Number(value) <= 2,
  extraBody: isFields,
  headers: (value) => isFields(value) && Object.values(value).every((each) => typeof each === "string"),
  apiKeyEnv: isText,
  price: (value) =>
    isFields(value) &&
    isAmount(value.input) &&
    isAmount(value.output) &&
    (value.cachedInput === undefined || isAmount(value.cachedInput)) &&
    (value.currency === undefined || isText(value.currency)),
};

function isEndpoint(value: Fields): value is Fields & Endpoint {
  return faultyField(value) === undefined;
}

function faultyField(value: Fields): string | undefined {
  const required = ["name", "baseUrl", "model", "api"];
  return Object.entries(fieldRules).find(
    ([name, holds]) => (required.includes(name) || value[name] !== undefined) && !holds(value[name]),
  )?.[0];
}

function readEntry(entry: unknown, known: Map<string, Endpoint>): Endpoint | string {
  if (!isFields(entry)) return "name";
  const base = typeof entry.name === "string" ? known.get(entry.name) : undefined;
  const merged: Fields = { api: "chat", ...base, ...entry };
  return isEndpoint(merged) ? merged : (faultyField(merged) ?? "name");
}
