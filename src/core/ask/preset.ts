import { topLevelEffort, unsaid, type Knob } from "./knobs.ts";

/** What a model can be told about thinking. */
export interface Thinking {
  /** The words worth offering, weakest first; empty when the server has none or ignores them. */
  efforts: readonly string[];
  /** One of `efforts`; absent when there are none. */
  defaultEffort?: string;
  say: Knob;
}

/** How a cut answer can be continued: what the server calls a prefix, and where it takes it. */
export type PrefixKind = "deepseek-beta" | "mistral-prefix" | "kimi-partial" | "vllm" | "llamacpp";

/**
 * What of an earlier assistant turn goes back: its answer only, its reasoning in a field beside it, or answer
 * and reasoning in one text with the tags that the server itself writes.
 */
export type HistoryRule = "text" | "reasoning_content" | "tagged";

/** What is known of a provider beforehand: one row of data each. */
export interface Preset {
  name: string;
  /** As users write it: all that stands before /chat/completions or /responses. */
  baseUrl: string;
  /** The part of `baseUrl` that each user fills in with a name of their own. */
  placeholder?: string;
  /** Other addresses of the same API: regions, and the user's own hosts as ".suffix". */
  alsoAt?: readonly string[];
  api: "chat" | "responses";
  /** Models to begin with, the default first; empty where only the server knows. */
  models: readonly string[];
  thinking: Thinking;
  /** Models that differ; the first that matches the model's name holds. */
  variants?: readonly { models: RegExp; thinking: Thinking }[];
  /** The field of a chat request that limits reasoning and answer together. */
  limit: "max_tokens" | "max_completion_tokens";
  /** Where `temperature` has an effect; elsewhere it is ignored or refused, and not sent. */
  temperature: "always" | "notThinking" | "never";
  /** False where `stream_options` is refused; such servers report usage by themselves. */
  usageOption: boolean;
  /** Whether a chat request may ask for a JSON object (`response_format`); absent where that is not known. */
  jsonObject?: true;
  history: HistoryRule;
  prefix?: PrefixKind;
  /** Path on the origin (GET) that tells the account's balance. */
  balancePath?: string;
  /** Whether GET `baseUrl`/models lists the models with the same key. */
  listsModels: boolean;
  /** Whether the reasoning's text comes: always, never, or by model and server settings. */
  reasoning: "shown" | "hidden" | "depends";
}

/** Thinking said in words, by `reasoning_effort` unless the row names another knob. */
export function said(
  efforts: readonly [string, ...string[]],
  defaultEffort: string,
  say: Knob = topLevelEffort,
): Thinking {
  return { efforts, defaultEffort, say };
}

/** Thinking that is only switched: on unless the reader says none. */
export function switched(say: Knob): Thinking {
  return said(["none", "on"], "on", say);
}

/** Models that always think, or never, and take no word about it. */
export const notSaid: Thinking = { efforts: [], say: unsaid };

/** gpt-oss, whoever hosts it; it cannot be switched off. */
export const gptOss: Thinking = said(["low", "medium", "high"], "medium");
