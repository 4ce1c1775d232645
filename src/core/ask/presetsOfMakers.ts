import * as knobs from "./knobs.ts";
import { switched, type Preset } from "./preset.ts";

const notOffered = { efforts: [], say: knobs.unsaid };

/** api-docs.deepseek.com: quick_start/pricing and guides/thinking_mode, read 2026-11-23. */
export const deepSeek: Preset = {
  name: "DeepSeek",
  baseUrl: "https://api.deepseek.com",
  api: "chat",
  models: ["deepseek-flash", "deepseek-v4-pro"],
  thinking: {
    efforts: ["none", "low", "high", "max"],
    defaultEffort: "high",
    say: knobs.thinkingTypeAndEffort,
  },
  limit: "max_tokens",
  temperature: "notThinking",
  usageOption: true,
  // Reasoning sent back without tools is ignored.
  history: "text",
  prefix: "deepseek-beta",
  balancePath: "/user/balance",
  listsModels: true,
  reasoning: "shown",
};

/** The makers of models at their own addresses. */
export const presetsOfMakers: readonly Preset[] = [
  deepSeek,
  // developers.openai.com/api/docs/guides/reasoning (naming gpt-5.6); efforts by model as the models.dev catalogue
  // quotes the model pages; read 2026-11-23. The default effort is ours: some models default to none.
  {
    name: "OpenAI",
    baseUrl: "https://api.openai.com/v1",
    api: "responses",
    models: ["gpt-5.6", "gpt-6-astra", "gpt-5.4-mini"],
    thinking: {
      efforts: ["none", "low", "medium", "high", "xhigh", "max"],
      defaultEffort: "medium",
      say: knobs.topLevelEffort,
    },
    variants: [
      {
        models: /^gpt-6/,
        thinking: {
          efforts: ["low", "medium", "high", "xhigh", "max"],
          defaultEffort: "medium",
          say: knobs.topLevelEffort,
        },
      },
      {
        models: /^gpt-5\.[2-5]/,
        thinking: {
          efforts: ["none", "low", "medium", "high", "xhigh"],
          defaultEffort: "medium",
          say: knobs.topLevelEffort,
        },
      },
      {
        models: /^(o\d|gpt-5(-|$))/,
        thinking: {
          efforts: ["low", "medium", "high"],
          defaultEffort: "medium",
          say: knobs.topLevelEffort,
        },
      },
    ],
    limit: "max_completion_tokens",
    temperature: "notThinking",
    usageOption: true,
    history: "text",
    listsModels: true,
    // Summaries only, never the raw text.
    reasoning: "depends",
  },
  // docs.mistral.ai/capabilities/reasoning/adjustable, read 2026-11-23; usage comes without being asked for
  // (recordings mistral-*). That other models refuse the effort is unverified.
  {
    name: "Mistral",
    baseUrl: "https://api.mistral.ai/v1",
    api: "chat",
    models: ["mistral-medium-3-5", "mistral-small-latest"],
    thinking: { efforts: ["none", "high"], defaultEffort: "high", say: knobs.topLevelEffort },
    variants: [{ models: /^magistral/, thinking: notOffered }],
    limit: "max_tokens",
    temperature: "always",
    usageOption: false,
    history: "text",
    prefix: "mistral-prefix",
    listsModels: true,
    reasoning: "shown",
  },
  // docs.x.ai/developers/models/grok-4.6 as the models.dev catalogue quotes it; grok-4.3's efforts from the xAI
  // provider's change log in vercel/ai; chat completions hide the reasoning of grok-4; read 2026-11-23.
  {
    name: "xAI",
    baseUrl: "https://api.x.ai/v1",
    api: "responses",
    models: ["grok-4.6", "grok-4.3"],
    thinking: { efforts: ["low", "medium", "high"], defaultEffort: "high", say: knobs.topLevelEffort },
    variants: [
      {
        models: /^grok-4\.3/,
        thinking: {
          efforts: ["none", "low", "medium", "high"],
          defaultEffort: "high",
          say: knobs.topLevelEffort,
        },
      },
      {
        models: /^grok-3-mini/,
        thinking: { efforts: ["low", "high"], defaultEffort: "high", say: knobs.topLevelEffort },
      },
      // An effort is refused there.
      { models: /^grok-(3|4$|4-|4\.[12])/, thinking: notOffered },
    ],
    limit: "max_completion_tokens",
    temperature: "always",
    usageOption: true,
    history: "text",
    listsModels: true,
    reasoning: "depends",
  },
  // ai.google.dev/api/compatibility and the model page of gemini-3.8-flash (through the models.dev catalogue), read
  // 2026-11-23. That levels are unknown to 2.5 and Gemma is from memory, unverified.
  {
    name: "Google Gemini",
    baseUrl: "https://generativelanguage.googleapis.com/v1beta/openai",
    api: "chat",
    models: ["gemini-3.8-flash", "gemini-3.1-pro-preview"],
    thinking: { efforts: ["low", "medium", "high"], defaultEffort: "high", say: knobs.geminiThoughts },
    variants: [{ models: /gemini-2|gemma/, thinking: { efforts: [], say: knobs.geminiThoughtsOnly } }],
    limit: "max_tokens",
    temperature: "always",
    usageOption: true,
    history: "text",
    listsModels: true,
    reasoning: "shown",
  },
  // platform.claude.com/docs/en/cli-sdks-libraries/libraries/openai-sdk, read 2026-11-23: thoughts are not
  // returned, `reasoning_effort` is ignored. That /models answers to a bearer key is unverified.
  {
    name: "Anthropic",
    baseUrl: "https://api.anthropic.com/v1",
    api: "chat",
    models: ["claude-opus-5-5"],
    thinking: notOffered,
    limit: "max_completion_tokens",
    temperature: "always",
    usageOption: true,
    history: "text",
    listsModels: false,
    reasoning: "hidden",
  },
  // docs.perplexity.ai through docs.litellm.ai and docs.getbifrost.ai (no list of models, minimal becomes low),
  // read 2026-11-23; a recording of 2026-06-08 has no thoughts although <think> is documented.
  {
    name: "Perplexity",
    baseUrl: "https://api.perplexity.ai",
    api: "chat",
    models: ["sonar-reasoning-pro"],
    thinking: { efforts: ["low", "medium", "high"], defaultEffort: "medium", say: knobs.topLevelEffort },
    limit: "max_tokens",
    temperature: "always",
    usageOption: false,
    history: "text",
    listsModels: false,
    reasoning: "depends",
  },
];

/** Exported for the rows of the makers in China, which have no effort on some models either. */
export const noEffort = { efforts: [], say: knobs.unsaid };
void switched;
