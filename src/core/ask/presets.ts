import type { Preset, Thinking } from "./preset.ts";
import { presetsOfChina } from "./presetsOfChina.ts";
import { presetsOfHosts } from "./presetsOfHosts.ts";
import { presetsOfMakers } from "./presetsOfMakers.ts";
import { presetsOfThisMachine } from "./presetsOfThisMachine.ts";

/** Every provider known beforehand, in the order to offer them. */
export const presets: readonly Preset[] = [
  ...presetsOfMakers,
  ...presetsOfHosts,
  ...presetsOfChina,
  ...presetsOfThisMachine,
];

/** The provider behind a base URL, told by its origin; servers on this machine by their port. */
export function presetOf(baseUrl: string): Preset | undefined {
  const site = siteOf(baseUrl);
  if (site === undefined) return undefined;
  const isAt = (address: string) =>
    address.startsWith(".") ? isUnder(site, address) : siteOf(address) === site;
  return presets.find((preset) => [preset.baseUrl, ...(preset.alsoAt ?? [])].some(isAt));
}

/** How the model of an endpoint is told to think; undefined where the provider is not known. */
export function thinkingOf({ baseUrl, model }: { baseUrl: string; model: string }): Thinking | undefined {
  const preset = presetOf(baseUrl);
  return preset?.variants?.find(({ models }) => models.test(model))?.thinking ?? preset?.thinking;
}

/** Scheme, host and port of a URL, which is what a key is bound to; undefined when it is no http(s) URL. */
export function originOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, origin } = new URL(url);
  return protocol === "https:" || protocol === "http:" ? origin : undefined;
}

/** True for addresses of this machine, which need no key. */
export function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** The origin, with one name for all addresses of this machine. */
function siteOf(url: string): string | undefined {
  const origin = originOf(url);
  if (origin === undefined || !isLoopback(origin)) return origin;
  return origin.replace(new URL(origin).hostname, "localhost");
}

/** True for https hosts below `suffix` at the usual port. */
function isUnder(site: string, suffix: string): boolean {
  return site.startsWith("https://") && site.endsWith(suffix);
}
