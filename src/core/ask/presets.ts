/** What is known of a provider beforehand: one row of data each. */
export interface Preset {
  name: string;
  baseUrl: string;
  models: readonly string[];
  /** The words its `reasoning_effort` understands, weakest first; empty when it has none. */
  efforts: readonly string[];
  defaultEffort: string;
  /** True when thinking is switched by a top-level `thinking: {type}`. */
  thinkingSwitch: boolean;
}

export const presets: readonly Preset[] = [
  // api-docs.deepseek.com/quick_start/pricing and /guides/thinking_mode, read 2026-11.
  {
    name: "DeepSeek",
    baseUrl: "https://api.deepseek.com",
    models: ["deepseek-flash", "deepseek-v4-pro"],
    efforts: ["none", "low", "high", "max"],
    defaultEffort: "high",
    thinkingSwitch: true,
  },
];

/** The provider behind a base URL, told by its origin. */
export function presetOf(baseUrl: string): Preset | undefined {
  const origin = originOf(baseUrl);
  return origin === undefined ? undefined : presets.find((preset) => originOf(preset.baseUrl) === origin);
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
