import type { Endpoint } from "./endpoint.ts";
import { originOf, presetOf } from "./presets.ts";

/** Where an endpoint is, as far as its address says. */
type Address = Pick<Endpoint, "baseUrl" | "api">;

const apiOf: Readonly<Record<string, Endpoint["api"]>> = {
  "/chat/completions": "chat",
  "/responses": "responses",
};

/**
 * What a person typed or pasted, as a base URL: addresses copied with the path of a request lose it. Undefined when
 * it is no http(s) address, or one with a name, password, query or fragment in it.
 */
export function typedAddress(typed: string): Address | undefined {
  const [, baseUrl = "", path] =
    /^(.*?)\/*(\/chat\/completions|\/responses|\/models)?\/*$/s.exec(typed.trim()) ?? [];
  if (originOf(baseUrl) === undefined) return undefined;
  if (/[?#\s]|^https?:\/*[^/]*@/i.test(baseUrl)) return undefined;
  return { baseUrl, api: apiOf[path ?? ""] ?? presetOf(baseUrl)?.api ?? "chat" };
}

/** `name`, or the first of "name 2", "name 3" … that is not taken. */
export function freeName(name: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name} ${number}`;
    if (!taken.includes(candidate)) return candidate;
  }
}
