/** Marks around reasoning that stands inside the answer's own text. */
export interface Tag {
  open: string;
  close: string;
}

/** Every spelling seen (sources: wire.md of the servers named; model cards), longest opener first. */
export const tags: readonly Tag[] = [
  // gpt-oss unparsed: OpenAI's harmony format, with and without its first mark.
  { open: "<|start|>assistant<|channel|>analysis<|message|>", close: "<|end|>" },
  { open: "<|channel|>analysis<|message|>", close: "<|end|>" },
  // Gemma 4 through LM Studio and mistral.rs.
  { open: "<|channel>thought", close: "<channel|>" },
  // Bedrock's gpt-oss.
  { open: "<reasoning>", close: "</reasoning>" },
  { open: "<thinking>", close: "</thinking>" },
  // Gemini and Gemma.
  { open: "<thought>", close: "</thought>" },
  // DeepSeek R1, Qwen, GLM, MiniMax.
  { open: "<think>", close: "</think>" },
  // Kimi K2.
  { open: "◁think▷", close: "◁/think▷" },
];

/** Marks that only say that the answer begins; they are dropped where it does. */
export const answerMarks: readonly string[] = [
  "<|start|>assistant<|channel|>final<|message|>",
  "<|channel|>final<|message|>",
];
