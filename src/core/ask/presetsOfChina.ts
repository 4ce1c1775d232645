import { adaptiveThinking, enableThinking, enableThinkingOff, thinkingType } from "./knobs.ts";
import { notSaid, said, switched, type Preset } from "./preset.ts";

/** Makers and hosts in China other than DeepSeek, with their international addresses first. */
export const presetsOfChina: readonly Preset[] = [
  // alibabacloud.com/help/en/model-studio/deep-thinking (2026-03-30) and a catalogue naming qwen3.8-max, read
  // 2026-11-23. Keys hold for one region. The limit's name is the OpenAI one, unverified.
  {
    name: "Alibaba DashScope (Qwen)",
    baseUrl: "https://dashscope-intl.aliyuncs.com/compatible-mode/v1",
    alsoAt: [
      "https://dashscope.aliyuncs.com/compatible-mode/v1",
      "https://dashscope-us.aliyuncs.com/compatible-mode/v1",
    ],
    api: "chat",
    models: ["qwen3.8-max", "qwen3.7-max"],
    thinking: switched(enableThinking),
    limit: "max_tokens",
    temperature: "always",
    usageOption: true,
    history: "text",
    listsModels: true,
    reasoning: "shown",
  },
  // platform.kimi.ai and platform.moonshot.cn/docs/api/partial; java.agentscope.io/v2/en/integration/model/kimi on
  // which models take what (sampling is fixed, fields are refused), read 2026-11-23.
  {
    name: "Moonshot Kimi",
    baseUrl: "https://api.moonshot.ai/v1",
    alsoAt: ["https://api.moonshot.cn/v1", "https://api.kimi.com/coding/v1"],
    api: "chat",
    models: ["kimi-k3", "kimi-k2.7-code", "kimi-k2.6"],
    thinking: said(["low", "high", "max"], "high"),
    variants: [
      { models: /^kimi-k2\.[56]/, thinking: switched(thinkingType) },
      { models: /^(kimi-k2|kimi-for|moonshot)/, thinking: notSaid },
    ],
    limit: "max_completion_tokens",
    temperature: "never",
    usageOption: true,
    // Assistant messages go back verbatim.
    history: "reasoning_content",
    prefix: "kimi-partial",
    balancePath: "/v1/users/me/balance",
    listsModels: true,
    reasoning: "shown",
  },
  // docs.z.ai: api-reference/llm/chat-completion and guides/llm/glm-5.3 ("always operates with reasoning enabled"),
  // read 2026-11-23; java.agentscope.io names `stream_options` as unsupported. GLM-5.2's effort words: unverified.
  {
    name: "Z.ai GLM",
    baseUrl: "https://api.z.ai/api/paas/v4",
    alsoAt: ["https://open.bigmodel.cn/api/paas/v4"],
    api: "chat",
    models: ["glm-5.3", "glm-5.3-flash", "glm-5.2"],
    thinking: said(["low", "high", "max"], "high"),
    variants: [{ models: /^glm-(4|5$|5-|5\.[0-2])/i, thinking: switched(thinkingType) }],
    limit: "max_tokens",
    temperature: "always",
    usageOption: false,
    // By default the server drops earlier thoughts (`clear_thinking`).
    history: "text",
    listsModels: true,
    reasoning: "shown",
  },
  // platform.minimax.io through java.agentscope.io/v2/en/integration/model/minimax, read 2026-11-23. Without
  // `reasoning_split` the thoughts stand in the content, tags and all, and go back the same way.
  {
    name: "MiniMax",
    baseUrl: "https://api.minimax.io/v1",
    alsoAt: ["https://api.minimaxi.com/v1"],
    api: "chat",
    models: ["MiniMax-M3", "MiniMax-M2.7"],
    thinking: said(["none", "adaptive"], "adaptive", adaptiveThinking),
    variants: [{ models: /M2/i, thinking: notSaid }],
    limit: "max_completion_tokens",
    temperature: "always",
    usageOption: true,
    history: "tagged",
    // Whether GET /models exists is unverified.
    listsModels: false,
    reasoning: "shown",
  },
  // docs.siliconflow.com/en/api-reference/chat-completions and /userguide/capabilities/reasoning, read 2026-11-23;
  // the balance's path from public clients. That models without the switch refuse it is from memory, unverified.
  {
    name: "SiliconFlow",
    baseUrl: "https://api.siliconflow.com/v1",
    alsoAt: ["https://api.siliconflow.cn/v1"],
    api: "chat",
    models: ["deepseek-ai/DeepSeek-V4-Pro", "deepseek-ai/DeepSeek-V4-Flash", "zai-org/GLM-5.1"],
    thinking: switched(enableThinkingOff),
    limit: "max_tokens",
    temperature: "always",
    usageOption: true,
    history: "text",
    balancePath: "/v1/user/info",
    listsModels: true,
    reasoning: "shown",
  },
  // volcengine.com/docs/82379 (none … max; `max_completion_tokens` excludes `max_tokens`), read 2026-11; the model's
  // name from docs.evolink.ai. Which words each model takes, and GET /models, are unverified.
  {
    name: "Volcengine Ark",
    baseUrl: "https://ark.cn-beijing.volces.com/api/v3",
    api: "chat",
    models: ["doubao-seed-2-0-pro-260215"],
    thinking: said(["none", "low", "medium", "high", "max"], "medium"),
    limit: "max_completion_tokens",
    temperature: "always",
    usageOption: true,
    history: "text",
    listsModels: false,
    reasoning: "shown",
  },
];
