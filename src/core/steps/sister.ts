import { mark } from "./marks.ts";
import type { Sentence } from "./sentenceReader.ts";

const sister =
  /^\W*(?:\d{1,2}[.)]\s+)?(?:(?:so|now|then|next|for|in|and|another)\b,?\s*)?(?:the\s+)?(test case|test|case|option|approach|method|scenario|step|part|possibility|hypothesis|candidate|attempt|input|example)\s*#?(?:\d{1,3}|[a-h]|[ivx]{1,4}|one|two|three|four)\b/i;
/** "B. It floats": the next choice of a question. */
const choice = /^\W{0,3}[A-H][.)]\s+\p{Lu}/u;
/** "Second, the edges": the next of what is counted off. */
const ordinal = /^\W*(?:and )?(?:first|second|third|fourth|fifth|sixth)(?:ly)?[,:]\s/i;
const sisterZh = /^[^\p{L}\p{N}]*(方案|情况|情形|步骤|选项|第(?=[一二三四五六七八九十\d]+[步种个点]))/u;

/** The word that sisters share: "case" in "Case 2: y is odd". */
export function sisterOf({ text, marks }: Pick<Sentence, "text" | "marks">): string | undefined {
  const head = text.slice(0, 60);
  if (choice.test(head)) return "choice";
  if ((marks & mark.pause) !== 0 && ordinal.test(head)) return "ordinal";
  const found = sister.exec(head) ?? ((marks & mark.cjk) === 0 ? undefined : sisterZh.exec(head));
  return found?.[1]?.toLowerCase();
}
