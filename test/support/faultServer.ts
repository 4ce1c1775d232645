import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import { listen } from "../../src/demo/listen.ts";
import { isFields, type Fields } from "../../src/core/wire/fields.ts";
import { faults } from "./faults.ts";

/** A chat-completions server on a real socket that fails in the way the asked model's name says. */
export interface FaultServer {
  baseUrl: string;
  /** Headers and body of every request so far, in order. */
  requests: { headers: IncomingMessage["headers"]; url: string; body: Fields }[];
  close(): Promise<void>;
}

export async function startFaultServer(): Promise<FaultServer> {
  const requests: FaultServer["requests"] = [];
  const tries = new Map<string, number>();

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const body = request.method === "POST" ? await json(request) : {};
    const fields = isFields(body) ? body : {};
    requests.push({ headers: request.headers, url: request.url ?? "", body: fields });
    const model = String(fields["model"]);
    const count = (tries.get(model) ?? 0) + 1;
    tries.set(model, count);
    const fault = faults[model] ?? faults["well"];
    fault?.(response, count);
  };

  const server = createServer((request, response) => void answer(request, response));
  const { origin, close } = await listen(server);
  return {
    baseUrl: `${origin}/v1`,
    requests,
    close,
  };
}
