import { chatTemplateKwargs, reasoningEnabled, reasoningObject, topLevelEffort } from "./knobs.ts";
import { gptOss, notSaid, said, switched, type Preset } from "./preset.ts";

/** Hosts of other makers' models. */
export const presetsOfHosts: readonly Preset[] = [
  // openrouter.ai/docs/use-cases/reasoning-tokens, read 2026-11-23; models from recordings. `reasoning_details`
  // are not kept by a run, so the text goes back. Whether any key may read the credits is unverified.
  {
    name: "OpenRouter",
    baseUrl: "https://openrouter.ai/api/v1",
    api: "chat",
    models: ["deepseek/deepseek-v4-pro", "z-ai/glm-4.6"],
    thinking: said(["none", "minimal", "low", "medium", "high", "xhigh"], "medium", reasoningObject),
    limit: "max_tokens",
    temperature: "always",
    usageOption: true,
    history: "text",
    balancePath: "/api/v1/credits",
    listsModels: true,
    reasoning: "depends",
  },
  // console.groq.com/docs/reasoning and /models (through the models.dev catalogue, 2026-08-29), read 2026-11-23.
  // `reasoning_format` is left out: gpt-oss refuses it, and the tags of the others are read as well.
  {
    name: "Groq",
    baseUrl: "https://api.groq.com/openai/v1",
    api: "chat",
    models: ["openai/gpt-oss-120b", "qwen/qwen3.8-27b"],
    thinking: gptOss,
    variants: [{ models: /qwen3/, thinking: said(["none", "default"], "default") }],
    limit: "max_completion_tokens",
    temperature: "always",
    usageOption: true,
    history: "text",
    listsModels: true,
    reasoning: "shown",
  },
  // docs.together.ai/docs/inference/chat/reasoning, read 2026-11-23.
  {
    name: "Together AI",
    baseUrl: "https://api.together.xyz/v1",
    alsoAt: ["https://api.together.ai/v1"],
    api: "chat",
    models: ["deepseek-ai/DeepSeek-V4-Pro", "moonshotai/Kimi-K2.6", "zai-org/GLM-5.1", "openai/gpt-oss-120b"],
    thinking: switched(reasoningEnabled),
    variants: [
      { models: /gpt-oss/, thinking: gptOss },
      { models: /minimax|deepseek-r1|kimi-k2-thinking/i, thinking: notSaid },
    ],
    limit: "max_tokens",
    temperature: "always",
    usageOption: true,
    history: "text",
    listsModels: true,
    reasoning: "shown",
  },
  // docs.fireworks.ai/guides/reasoning through reference.langchain.com (words by family); models seen to answer on
  // 2026-09-28 by juspay/neurolink's catalogue; read 2026-11-23. Kimi K3's words are K2's, unverified.
  {
    name: "Fireworks",
    baseUrl: "https://api.fireworks.ai/inference/v1",
    api: "chat",
    models: [
      "accounts/fireworks/models/kimi-k3",
      "accounts/fireworks/models/glm-5p3",
      "accounts/fireworks/models/deepseek-v4-flash-0731",
      "accounts/fireworks/models/gpt-oss-120b",
    ],
    thinking: said(["none", "low", "medium", "high", "xhigh"], "medium"),
    variants: [
      { models: /glm-/, thinking: said(["none", "high", "max"], "high") },
      { models: /kimi-|gpt-oss/, thinking: gptOss },
    ],
    limit: "max_tokens",
    temperature: "always",
    usageOption: true,
    history: "text",
    listsModels: true,
    reasoning: "depends",
  },
  // inference-docs.cerebras.ai/models/overview through skills.sh (October 2026) and reference.langchain.com, read
  // 2026-11-23.
  {
    name: "Cerebras",
    baseUrl: "https://api.cerebras.ai/v1",
    api: "chat",
    models: ["gpt-oss-120b", "qwen-3.8-27b"],
    thinking: gptOss,
    variants: [{ models: /qwen/, thinking: said(["none", "low", "medium", "high"], "high") }],
    limit: "max_completion_tokens",
    temperature: "always",
    usageOption: true,
    history: "text",
    listsModels: true,
    reasoning: "shown",
  },
  // build.nvidia.com/nvidia/nemotron-3-ultra-550b-a55b, read 2026-11-23.
  {
    name: "NVIDIA NIM",
    baseUrl: "https://integrate.api.nvidia.com/v1",
    api: "chat",
    models: ["nvidia/nemotron-3-ultra-550b-a55b"],
    thinking: switched(chatTemplateKwargs),
    variants: [{ models: /gpt-oss/, thinking: gptOss }],
    limit: "max_tokens",
    temperature: "always",
    usageOption: true,
    history: "text",
    listsModels: true,
    reasoning: "depends",
  },
  // ai-sdk.dev/docs/guides/huggingface and huggingface/hub-docs (gpt-oss with an effort), read 2026-11-23. What
  // other models take depends on the backend, so nothing is offered for them; a word that was set is sent.
  {
    name: "Hugging Face",
    baseUrl: "https://router.huggingface.co/v1",
    api: "chat",
    models: ["openai/gpt-oss-120b"],
    thinking: { efforts: [], say: topLevelEffort },
    variants: [{ models: /gpt-oss/, thinking: gptOss }],
    limit: "max_tokens",
    temperature: "always",
    usageOption: true,
    history: "text",
    listsModels: true,
    reasoning: "depends",
  },
  // learn.microsoft.com/azure/foundry/foundry-models/how-to/use-chat-reasoning (DeepSeek-V4-Pro; an SGLang engine by
  // a recording), read 2026-11-23. Models are the user's deployments; their knobs are unverified.
  {
    name: "Azure AI Foundry",
    baseUrl: "https://YOUR-RESOURCE-NAME.services.ai.azure.com/openai/v1",
    placeholder: "YOUR-RESOURCE-NAME",
    alsoAt: [".services.ai.azure.com", ".openai.azure.com"],
    api: "chat",
    models: ["DeepSeek-V4-Pro"],
    thinking: { efforts: [], say: topLevelEffort },
    limit: "max_tokens",
    temperature: "always",
    usageOption: true,
    history: "text",
    listsModels: false,
    reasoning: "depends",
  },
  // docs.litellm.ai/docs/reasoning_content (2026-10-02): the proxy turns the word into each provider's own.
  {
    name: "LiteLLM",
    baseUrl: "http://localhost:4000/v1",
    api: "chat",
    models: [],
    thinking: said(["none", "low", "medium", "high"], "medium"),
    limit: "max_tokens",
    temperature: "always",
    usageOption: true,
    history: "text",
    listsModels: true,
    reasoning: "depends",
  },
];
