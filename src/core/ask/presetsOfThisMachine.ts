import { chatTemplateKwargs, topLevelEffort } from "./knobs.ts";
import { gptOss, said, switched, type Preset } from "./preset.ts";

const gptOssBySwitch = [{ models: /gpt-oss/i, thinking: gptOss }];

/** Servers on the user's own machine, at the ports they take by themselves. */
export const presetsOfThisMachine: readonly Preset[] = [
  // github.com/ollama/ollama: openai/openai.go @fb307609 and docs/capabilities/thinking.mdx, read 2026-11-23.
  {
    name: "Ollama",
    baseUrl: "http://localhost:11434/v1",
    api: "chat",
    models: [],
    thinking: said(["none", "low", "medium", "high", "max"], "medium"),
    variants: gptOssBySwitch,
    limit: "max_tokens",
    temperature: "always",
    usageOption: true,
    history: "text",
    listsModels: true,
    reasoning: "shown",
  },
  // lmstudio.ai/docs/developer, read 2026-11-23: an effort is accepted but not reliably heeded (measured 2026-04 by
  // DocumentDrivenDX/fizeau), so none is offered; separated reasoning is a setting of the app.
  {
    name: "LM Studio",
    baseUrl: "http://localhost:1234/v1",
    api: "chat",
    models: [],
    thinking: { efforts: [], say: topLevelEffort },
    limit: "max_tokens",
    temperature: "always",
    usageOption: true,
    history: "text",
    listsModels: true,
    reasoning: "depends",
  },
  // github.com/ggml-org/llama.cpp: tools/server and issues #21889, #15404 (a prefill is refused while thinking is
  // on), read 2026-11-23.
  {
    name: "llama.cpp",
    baseUrl: "http://localhost:8080/v1",
    api: "chat",
    models: [],
    thinking: switched(chatTemplateKwargs),
    variants: gptOssBySwitch,
    limit: "max_tokens",
    temperature: "always",
    usageOption: true,
    history: "text",
    prefix: "llamacpp",
    listsModels: true,
    reasoning: "shown",
  },
  // docs.vllm.ai: features/reasoning_outputs, read 2026-11; shown apart only with --reasoning-parser.
  {
    name: "vLLM",
    baseUrl: "http://localhost:8000/v1",
    api: "chat",
    models: [],
    thinking: switched(chatTemplateKwargs),
    variants: gptOssBySwitch,
    limit: "max_tokens",
    temperature: "always",
    usageOption: true,
    history: "text",
    prefix: "vllm",
    listsModels: true,
    reasoning: "shown",
  },
  // docs.sglang.io/docs/advanced_features/separate_reasoning, read 2026-11. It has a field to continue a message,
  // but whether the text lands after the thoughts depends on the template: unverified, so not offered.
  {
    name: "SGLang",
    baseUrl: "http://localhost:30000/v1",
    api: "chat",
    models: [],
    thinking: switched(chatTemplateKwargs),
    variants: gptOssBySwitch,
    limit: "max_tokens",
    temperature: "always",
    usageOption: true,
    history: "text",
    listsModels: true,
    reasoning: "shown",
  },
];
