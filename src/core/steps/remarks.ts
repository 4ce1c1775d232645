import type { Sentence } from "./sentenceReader.ts";

/** What opens a remark in a program; some models nest remarks, others only indent them deeply. */
const sign = /^\s*(?:(?:#|\/\/)\s+)+(?=\S)|^\s{8,}(?=\S)/;
/** So many in a row are no longer about the code between them. */
const longestRun = 6;
const plainWord = /(?<![\w.([])[a-z]+(?:'[a-z]+)?(?=[\s,.:;?!]|$)/gi;
const fewestWords = 4;
const codeLike =
  /[{};]\s*$|^\s*(?:for|if|elif|else|while|def|return|class|import|const|let|var)\b.*[:;{]\s*$/;

/**
 * Reads the remarks in which a model goes on thinking behind its draft: some never leave the draft again and write
 * pages of "# Wait, but …". Gives such a sentence without its sign, and undefined for any other.
 */
export function createRemarks(): (sentence: Sentence) => Sentence | undefined {
  let run = 0;
  let thinks = false;

  function readLine(line: Sentence): Sentence | undefined {
    const found = sign.exec(line.text)?.[0];
    if (found === undefined) {
      run = 0;
      return undefined;
    }
    const text = line.text.slice(found.length);
    const words = codeLike.test(text) ? 0 : (text.match(plainWord)?.length ?? 0);
    if (words >= fewestWords || found.trim() !== "") run++;
    return run > longestRun && words >= fewestWords ? { ...line, text } : undefined;
  }

  return (sentence) => {
    if (sentence.place === "sentence" || sentence.place === "rest") return thinks ? sentence : undefined;
    const thought = readLine(sentence);
    thinks = thought !== undefined;
    return thought;
  };
}
