import type { Endpoint } from "./endpoint.ts";
import type { Outgoing } from "./requestBody.ts";

/** A request to be shown. The key itself never comes here, only whether there is one. */
export interface ShownRequest {
  endpoint: Pick<Endpoint, "headers" | "apiKeyEnv">;
  request: Outgoing;
  hasKey: boolean;
}

const blot = "***";
const secretHeader = /auth|key|cookie|token|secret|password/i;
const secretField = /^(authorization|api_?key|(access_|auth_)?token|(client_)?secret|password)$/i;
const secretParameter = /([?&][^=&#]*(?:key|token|secret|sig|password|code)[^=&#]*=)[^&#]*/gi;
// Name and password before the host.
const userInfo = /^(https?:\/\/)[^/?#]*@/i;

/** Method, address, headers and body to read; all that looks secret is blotted out. */
export function requestText(shown: ShownRequest): string {
  const bearer = sendsKey(shown) ? [`Authorization: Bearer ${blot}`] : [];
  const headers = headersOf(shown).map(([name, value]) => `${name}: ${value.replaceAll(/[\r\n]+/g, " ")}`);
  return [`POST ${urlOf(shown.request)}`, ...bearer, ...headers, "", bodyOf(shown.request), ""].join("\n");
}

/**
 * The same as a command for a POSIX shell. The key is read from the endpoint's environment variable or from
 * COT_API_KEY; other secrets must be filled in.
 */
export function curlCommand(shown: ShownRequest): string {
  const bearer = `-H "Authorization: Bearer $${variableOf(shown.endpoint.apiKeyEnv)}"`;
  return [
    `curl --no-buffer --globoff ${quoted(urlOf(shown.request))}`,
    ...(sendsKey(shown) ? [bearer] : []),
    ...headersOf(shown).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    `--data-raw ${quoted(bodyOf(shown.request))}`,
  ].join(" \\\n  ");
}

function sendsKey({ hasKey, endpoint }: ShownRequest): boolean {
  return hasKey && !names(endpoint.headers, "authorization");
}

/** The user's headers take the place of our own of the same name. */
function headersOf({ endpoint: { headers = {} } }: ShownRequest): [name: string, value: string][] {
  const users = Object.entries(headers).map(([name, value]): [string, string] => [
    name,
    secretHeader.test(name) ? blot : value,
  ]);
  return names(headers, "content-type") ? users : [["Content-Type", "application/json"], ...users];
}

function names(headers: Record<string, string> = {}, name: string): boolean {
  return Object.keys(headers).some((each) => each.toLowerCase() === name);
}

function urlOf({ baseUrl, path }: Outgoing): string {
  const url = `${baseUrl.replace(/\/+$/, "")}${path}`;
  return url.replace(userInfo, `$1${blot}@`).replaceAll(secretParameter, `$1${blot}`);
}

function bodyOf({ body }: Outgoing): string {
  const shown = (name: string, value: unknown) =>
    typeof value === "string" && secretField.test(name) ? blot : value;
  return JSON.stringify(body, shown, 2);
}

/** Nothing but a name may follow the dollar sign. */
function variableOf(name = ""): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : "COT_API_KEY";
}

/** One word to a POSIX shell, whatever it holds. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
