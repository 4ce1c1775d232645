import { isFields, type Fields } from "../wire/fields.ts";
import type { Endpoint } from "./endpoint.ts";
import type { Outgoing } from "./requestBody.ts";

/** A request to be shown and kept: all that looks secret is blotted out, and the key itself never comes here. */
export interface ShownRequest {
  url: string;
  headers: [name: string, value: string][];
  body: Fields;
  /** The environment variable to read the key from; absent when none is sent. */
  keyVariable?: string;
}

/** The values of headers that are secrets by their names: what a server echoes of them is blotted out too. */
export function secretsIn(headers: Record<string, string> = {}): string[] {
  return Object.entries(headers)
    .filter(([name]) => secretHeader.test(name))
    .map(([, value]) => value.replace(/^(bearer|basic)\s+/i, ""));
}

/** What of a request may be shown; `hasKey` tells whether a key goes along. */
export function shownRequest(
  { headers, apiKeyEnv }: Pick<Endpoint, "headers" | "apiKeyEnv">,
  request: Outgoing,
  hasKey: boolean,
): ShownRequest {
  const sendsKey = hasKey && !names(headers, "authorization");
  return {
    url: urlOf(request),
    headers: headersOf(headers),
    body: blottedBody(request.body),
    ...(sendsKey ? { keyVariable: variableOf(apiKeyEnv) } : {}),
  };
}

const blot = "***";
const secretHeader = /auth|key|cookie|token|secret|password/i;
const secretField = /auth|api_?key|access_?key|secret|password|(^|_)token$/i;
const secretParameter = /([?&][^=&#]*(?:key|token|secret|sig|password|code)[^=&#]*=)[^&#]*/gi;
// Name and password before the host.
const userInfo = /^(https?:\/\/)[^/?#]*@/i;

/** Method, address, headers and body to read. */
export function requestText({ url, headers, body, keyVariable }: ShownRequest): string {
  const bearer = keyVariable ? [`Authorization: Bearer ${blot}`] : [];
  const lines = headers.map(([name, value]) => `${name}: ${value.replaceAll(/[\r\n]+/g, " ")}`);
  return [`POST ${url}`, ...bearer, ...lines, "", JSON.stringify(body, null, 2), ""].join("\n");
}

/** The same as a command for a POSIX shell, the key read from its variable; other secrets must be filled in. */
export function curlCommand({ url, headers, body, keyVariable }: ShownRequest): string {
  return [
    `curl --no-buffer --globoff ${quoted(url)}`,
    ...(keyVariable ? [`-H "Authorization: Bearer $${keyVariable}"`] : []),
    ...headers.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    `--data-raw ${quoted(JSON.stringify(body, null, 2))}`,
  ].join(" \\\n  ");
}

/** The user's headers take the place of our own of the same name. */
function headersOf(headers: Record<string, string> = {}): [name: string, value: string][] {
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

function blottedBody(body: Fields): Fields {
  const shown = (name: string, value: unknown) =>
    typeof value === "string" && secretField.test(name) ? blot : value;
  const blotted: unknown = JSON.parse(JSON.stringify(body, shown));
  return isFields(blotted) ? blotted : {};
}

/** Nothing but a name may follow the dollar sign. */
function variableOf(name = ""): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : "COT_API_KEY";
}

/** One word to a POSIX shell, whatever it holds. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
