import { createSentenceReader } from "../../src/core/steps/sentenceReader.ts";
import { WordTape } from "../../src/core/steps/wordTape.ts";

/** The words of a text that comes in these pieces. */
export function tapeOf(pieces: readonly string[]): WordTape {
  const tape = new WordTape();
  const reader = createSentenceReader(() => {}, tape);
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return tape;
}
