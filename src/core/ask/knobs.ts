import type { Fields } from "../wire/fields.ts";

/**
 * How a server is told an effort: the fields of a chat request for it. `undefined` is an effort nobody set, "none"
 * is thinking switched off, and where there is only a switch any other word is thinking switched on.
 */
export type Knob = (effort: string | undefined) => Fields;

const isOn = (effort: string) => effort !== "none";

/** A knob that says nothing until an effort was set. */
const onceSet =
  (say: (effort: string) => Fields): Knob =>
  (effort) =>
    effort === undefined ? {} : say(effort);

/** For servers that always think, or never show it: they refuse or ignore an effort. */
export const unsaid: Knob = () => ({});

export const topLevelEffort = onceSet((effort) => ({ reasoning_effort: effort }));

export const reasoningObject = onceSet((effort) => ({ reasoning: { effort } }));

export const reasoningEnabled = onceSet((effort) => ({ reasoning: { enabled: isOn(effort) } }));

export const thinkingType = onceSet((effort) => ({
  thinking: { type: isOn(effort) ? "enabled" : "disabled" },
}));

/** The switch is always said: a model's default has changed between versions. */
export const thinkingTypeAndEffort: Knob = (effort) => ({
  ...thinkingType(effort ?? "default"),
  ...topLevelEffort(effort),
});

export const adaptiveThinking = onceSet((effort) => ({
  thinking: { type: isOn(effort) ? "adaptive" : "disabled" },
}));

export const enableThinking = onceSet((effort) => ({ enable_thinking: isOn(effort) }));

/** Where thinking is on anyway and models without the switch refuse the field, only "off" is worth saying. */
export const enableThinkingOff = onceSet((effort) => (isOn(effort) ? {} : { enable_thinking: false }));

/** Chat templates call the switch by one name or the other (Qwen and GLM, DeepSeek) and ignore the one unknown. */
export const chatTemplateKwargs = onceSet((effort) => ({
  chat_template_kwargs: { enable_thinking: isOn(effort), thinking: isOn(effort) },
}));

/**
 * Gemini shows thoughts only when asked; an effort must then stand in the same object, since
 * `reasoning_effort` beside it is refused ("Expected one of either … found both").
 */
export const geminiThoughts: Knob = (effort) => {
  const level = effort === undefined ? {} : { thinking_level: effort };
  return { extra_body: { google: { thinking_config: { include_thoughts: true, ...level } } } };
};

/** Gemini models that know no level: thoughts are asked for, whatever the effort. */
export const geminiThoughtsOnly: Knob = () => geminiThoughts(undefined);
