import { balanceSource, type Balance } from "../core/ask/balance.ts";
import type { Endpoint } from "../core/ask/endpoint.ts";
import { secretsIn } from "../core/ask/requestText.ts";
import { readModelList } from "../core/ask/modelList.ts";
import type { FailureKind } from "../core/run/failure.ts";
import { limits as usualLimits, type Limits } from "./limits.ts";
import { ModelError, ofConnection, ofRefusal } from "./modelError.ts";
import { watchFetch } from "./watchFetch.ts";

/** Whom to ask, as whom, and until when; a fact is a small thing to wait for. */
export interface Inquiry {
  endpoint: Pick<Endpoint, "baseUrl" | "headers">;
  key?: string;
  signal: AbortSignal;
  limits?: Limits;
}

// The longest list known, OpenRouter's, is about 1 MB.
const factLimits: Limits = { ...usualLimits, silence: 15, bytes: 5_000_000 };

/** The models the server says it has, in alphabetical order. Throws `ModelError`, also when stopped. */
export async function listModels(inquiry: Inquiry): Promise<string[]> {
  return read(`${inquiry.endpoint.baseUrl.replace(/\/+$/, "")}/models`, inquiry, readModelList);
}

/** What is left in the account; undefined where the provider tells none. Throws `ModelError`, also when stopped. */
export async function readAccount(inquiry: Inquiry): Promise<Balance | undefined> {
  const source = balanceSource(inquiry.endpoint.baseUrl);
  return source && read(source.url, inquiry, source.read);
}

async function read<T>(
  url: string,
  { endpoint, key, signal, limits = factLimits }: Inquiry,
  understand: (body: unknown) => T | undefined,
): Promise<T> {
  const secrets = [...(key === undefined ? [] : [key]), ...secretsIn(endpoint.headers)];
  const watch = watchFetch({ secrets, signal, onQueued() {}, limits });
  let answered = false;
  try {
    const response = await watch.fetch(url, { headers: headersOf(endpoint, key) });
    answered = true;
    const body = await response.text();
    if (!response.ok) throw new ModelError(ofRefusal(response.status, response.headers, { secrets, watch }));
    const fact = understand(parsed(body));
    if (fact === undefined) throw new ModelError(watch.failure() ?? { kind: "notAStream" });
    return fact;
  } catch (error) {
    if (error instanceof ModelError) throw error;
    const noticed = watch.failure();
    if (noticed && cutOff.includes(noticed.kind)) throw new ModelError(noticed);
    throw new ModelError(answered ? { kind: "dropped" } : ofConnection(error, secrets));
  } finally {
    watch.dispose();
  }
}

/** Faults for which the request itself is ended. */
const cutOff: readonly FailureKind[] = ["redirect", "timeout", "tooLong"];

/** The user's own headers take the place of ours. */
function headersOf(endpoint: Inquiry["endpoint"], key: string | undefined): Headers {
  const headers = new Headers({ accept: "application/json" });
  if (key !== undefined) headers.set("authorization", `Bearer ${key}`);
  for (const [name, value] of Object.entries(endpoint.headers ?? {})) headers.set(name, value);
  return headers;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
