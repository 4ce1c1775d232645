import { geminiThoughts, geminiThoughtsOnly, thinkingTypeAndEffort } from "./knobs.ts";
import { notSaid, said, type Preset } from "./preset.ts";

/** api-docs.deepseek.com: quick_start/pricing and guides/thinking_mode, read 2026-11-23. */
export const deepSeek: Preset = {
  name: "DeepSeek",
  baseUrl: "https://api.deepseek.com",
  api: "chat",
  models: ["deepseek-flash", "deepseek-v4-pro"],
  thinking: said(["none", "low", "high", "max"], "high", thinkingTypeAndEffort),
  limit: "max_tokens",
  temperature: "notThinking",
  usageOption: true,
  jsonObject: true,
  // Without tools, reasoning that is sent back is ignored.
  history: "text",
  prefix: "deepseek-beta",
  balancePath: "/user/balance",
  listsModels: true,
  reasoning: "shown",
};

/** Makers of models at their own addresses; those in China have their own file. */
export const presetsOfMakers: readonly Preset[] = [
  deepSeek,
  // developers.openai.com/api/docs/guides/reasoning (naming gpt-5.6); efforts by model as the models.dev
  // catalogue quotes the model pages; read 2026-11-23. The default is ours: some models default to none.
  {
    name: "OpenAI",
    baseUrl: "https://api.openai.com/v1",
    api: "responses",
    models: ["gpt-5.6", "gpt-6-astra", "gpt-5.4-mini"],
    thinking: said(["none", "low", "medium", "high", "xhigh", "max"], "medium"),
    variants: [
      { models: /^gpt-6/, thinking: said(["low", "medium", "high", "xhigh", "max"], "medium") },
      { models: /^gpt-5\.[2-5]/, thinking: said(["none", "low", "medium", "high", "xhigh"], "medium") },
      { models: /^gpt-5\.1/, thinking: said(["none", "low", "medium", "high"], "medium") },
      { models: /^(o\d|gpt-5(-|$))/, thinking: said(["low", "medium", "high"], "medium") },
    ],
    limit: "max_completion_tokens",
    // GPT-5 takes it only while it does not reason.
    temperature: "notThinking",
    usageOption: true,
    history: "text",
    listsModels: true,
    // Summaries only, never the text itself.
    reasoning: "depends",
  },
  // docs.mistral.ai/capabilities/reasoning/adjustable, read 2026-11-23. Usage comes unasked (recordings of 2026);
  // that `stream_options` is refused is from memory, unverified.
  {
    name: "Mistral",
    baseUrl: "https://api.mistral.ai/v1",
    api: "chat",
    models: ["mistral-medium-3-5", "mistral-small-latest"],
    thinking: said(["none", "high"], "high"),
    variants: [{ models: /^magistral/, thinking: notSaid }],
    limit: "max_tokens",
    temperature: "always",
    usageOption: false,
    history: "text",
    prefix: "mistral-prefix",
    listsModels: true,
    reasoning: "shown",
  },
  // docs.x.ai/developers/models/grok-4.6 through the models.dev catalogue, grok-4.3 through vercel/ai's change log,
  // read 2026-11-23. Chat completions hide what grok-4 thinks, hence Responses.
  {
    name: "xAI",
    baseUrl: "https://api.x.ai/v1",
    api: "responses",
    models: ["grok-4.6", "grok-4.3"],
    thinking: said(["low", "medium", "high"], "high"),
    variants: [
      { models: /^grok-4\.3/, thinking: said(["none", "low", "medium", "high"], "high") },
      { models: /^grok-3-mini/, thinking: said(["low", "high"], "high") },
      { models: /^grok-(3|4$|4-|4\.[12])/, thinking: notSaid },
    ],
    limit: "max_completion_tokens",
    temperature: "always",
    usageOption: true,
    history: "text",
    listsModels: true,
    reasoning: "depends",
  },
  // ai.google.dev/api/compatibility; efforts of gemini-3.8-flash through the models.dev catalogue, read 2026-11-23.
  // That 2.x and Gemma know no level is from memory, unverified.
  {
    name: "Google Gemini",
    baseUrl: "https://generativelanguage.googleapis.com/v1beta/openai",
    api: "chat",
    models: ["gemini-3.8-flash", "gemini-3.1-pro-preview"],
    thinking: said(["low", "medium", "high"], "high", geminiThoughts),
    variants: [{ models: /gemini-2|gemma/, thinking: { efforts: [], say: geminiThoughtsOnly } }],
    limit: "max_tokens",
    temperature: "always",
    usageOption: true,
    history: "text",
    listsModels: true,
    reasoning: "shown",
  },
  // platform.claude.com/docs/en/cli-sdks-libraries/libraries/openai-sdk, read 2026-11-23: thoughts are never
  // returned and `reasoning_effort` is ignored. Whether /models takes a bearer key is unverified.
  {
    name: "Anthropic",
    baseUrl: "https://api.anthropic.com/v1",
    api: "chat",
    models: ["claude-opus-5-5"],
    thinking: notSaid,
    limit: "max_completion_tokens",
    temperature: "always",
    usageOption: true,
    history: "text",
    listsModels: false,
    reasoning: "hidden",
  },
  // docs.litellm.ai/docs/providers/perplexity and docs.getbifrost.ai (no list of models), read 2026-11-23; usage is
  // on every chunk. Thoughts in <think> are documented, a recording of 2026-06-08 has none.
  {
    name: "Perplexity",
    baseUrl: "https://api.perplexity.ai",
    api: "chat",
    models: ["sonar-reasoning-pro"],
    thinking: said(["low", "medium", "high"], "medium"),
    limit: "max_tokens",
    temperature: "always",
    usageOption: false,
    history: "text",
    listsModels: false,
    reasoning: "depends",
  },
];
