import type { Endpoint } from "./endpoint.ts";
import type { ChatMessage } from "./messages.ts";
import { presetOf } from "./presets.ts";

/** The JSON body of a streamed request; `extraBody` of the endpoint wins over what is set here. */
export function requestBody(endpoint: Endpoint, messages: ChatMessage[]): Record<string, unknown> {
  const body =
    endpoint.api === "responses" ? responsesBody(endpoint, messages) : chatBody(endpoint, messages);
  return { ...body, ...endpoint.extraBody, stream: true };
}

function chatBody({ baseUrl, model, effort, maxTokens }: Endpoint, messages: ChatMessage[]) {
  return {
    model,
    messages,
    stream_options: { include_usage: true },
    ...(maxTokens === undefined ? {} : { max_tokens: maxTokens }),
    ...(effort === undefined ? {} : { reasoning_effort: effort }),
    // DeepSeek thinks unless told not to; `none` as an effort is the reader's way to say so.
    ...(presetOf(baseUrl)?.thinkingSwitch
      ? { thinking: { type: effort === "none" ? "disabled" : "enabled" } }
      : {}),
  };
}

function responsesBody({ model, effort, maxTokens }: Endpoint, messages: ChatMessage[]) {
  return {
    model,
    input: messages,
    // Without a summary asked for, hosted models show none of their reasoning.
    reasoning: { summary: "auto", ...(effort === undefined ? {} : { effort }) },
    store: false,
    ...(maxTokens === undefined ? {} : { max_output_tokens: maxTokens }),
  };
}
