import type { Fields } from "../wire/fields.ts";
import type { Endpoint } from "./endpoint.ts";
import { topLevelEffort, unsaid } from "./knobs.ts";
import type { ChatMessage } from "./messages.ts";
import { presetOf, thinkingOf } from "./presets.ts";

/** A request as it goes out: POST `body` as JSON to `baseUrl` + `path`. */
export interface Outgoing {
  baseUrl: string;
  path: "/chat/completions" | "/responses";
  body: Fields;
}

export function outgoing(endpoint: Endpoint, messages: readonly ChatMessage[]): Outgoing {
  return {
    baseUrl: endpoint.baseUrl,
    path: endpoint.api === "responses" ? "/responses" : "/chat/completions",
    body: requestBody(endpoint, messages),
  };
}

/**
 * The JSON body of a streamed request: what was set, as the provider wants it said, and what makes it show its
 * reasoning. Servers that are not known get only what was set; `extraBody` wins over all but `stream`.
 */
function requestBody(endpoint: Endpoint, messages: readonly ChatMessage[]): Fields {
  const body =
    endpoint.api === "responses" ? responsesBody(endpoint, messages) : chatBody(endpoint, messages);
  return { ...body, ...temperatureOf(endpoint), ...endpoint.extraBody, stream: true };
}

function chatBody(endpoint: Endpoint, messages: readonly ChatMessage[]): Fields {
  const { baseUrl, model, effort, maxTokens } = endpoint;
  const preset = presetOf(baseUrl);
  const say = thinkingOf(endpoint)?.say ?? topLevelEffort;
  return {
    model,
    messages,
    ...(preset?.usageOption === false ? {} : { stream_options: { include_usage: true } }),
    ...(maxTokens === undefined ? {} : { [preset?.limit ?? "max_tokens"]: maxTokens }),
    ...say(effort),
  };
}

/** This API says effort and limit in one way, whoever serves it. */
function responsesBody(endpoint: Endpoint, messages: readonly ChatMessage[]): Fields {
  const { model, effort, maxTokens } = endpoint;
  const takesEffort = effort !== undefined && thinkingOf(endpoint)?.say !== unsaid;
  return {
    model,
    input: messages,
    // Without a summary asked for, hosted models show none of their reasoning.
    reasoning: { summary: "auto", ...(takesEffort ? { effort } : {}) },
    store: false,
    ...(maxTokens === undefined ? {} : { max_output_tokens: maxTokens }),
  };
}

function temperatureOf({ temperature, ...endpoint }: Endpoint): Fields {
  return temperature !== undefined && heedsTemperature(endpoint) ? { temperature } : {};
}

/** Whether a temperature would have an effect; where it has none it is not sent, nor offered. */
export function heedsTemperature({ baseUrl, effort }: Pick<Endpoint, "baseUrl" | "effort">): boolean {
  const heeded = presetOf(baseUrl)?.temperature ?? "always";
  return heeded === "always" || (heeded === "notThinking" && effort === "none");
}
