import { releaseSpans } from "./spans.ts";
import type { Titling } from "./titling.ts";

interface Within {
  titling: Titling;
  spans: readonly string[];
}

/** A sentence cut to a title's length, and whether it is all of its clause. */
export interface Shortened {
  title: string;
  whole: boolean;
}

const trailingMarks = /(?:[\s,;:.!?=，。；：？！、…—–-]|\\[([]?|\s[*/+<>|&])+$/u;
const leadingMarks = /^[\s,.:;，。：；]+/u;
const sentenceEnd = /(?<=[.!?])\s|[。！？]/u;
/** What stays of these when spans are held has no partner or opens a formula; a title ends before it. */
const unpaired = /[{}[\]()（）"“”「」《》`\\$]/u;
/** A clause is rather cut where a new thought joins than in the last place there is. */
const thoughtFrom = 20;

/** Cuts a sentence, its spans held, to its first clause and to the title's length, with no loose end. */
export function shortened(sentence: string, within: Within): Shortened {
  const { titling, spans } = within;
  const all = sentence.split(sentenceEnd)[0] ?? "";
  const first = all.split(unpaired)[0] ?? "";
  const said = clauseOf(first, within);
  const broken = /^[^,;:.—?!，。；：？！]/u.test(all.slice(said.length));
  const clause = trimmed(said, broken ? titling.dangling : titling.loose);
  const fits = releaseSpans(clause, spans).length <= titling.longest;
  const title = fits ? clause : trimmed(cutAtJoint(clause, within), titling.dangling);
  return { title: releaseSpans(title, spans).replace(leadingMarks, ""), whole: fits };
}

/** Cuts at the first place where the sentence has said enough. */
function clauseOf(sentence: string, { titling, spans }: Within): string {
  let end = 0;
  for (const { index } of sentence.matchAll(titling.clause)) {
    const length = releaseSpans(sentence.slice(0, index), spans).length;
    if (length > titling.longest) break;
    const rest = sentence.slice(index);
    if (titling.tail.test(rest) && length + releaseSpans(rest, spans).length <= titling.longest) break;
    end = index;
    if (length >= titling.shortest) return sentence.slice(0, end);
  }
  const long = releaseSpans(sentence, spans).length > titling.longest;
  return end > 0 && long ? sentence.slice(0, end) : sentence;
}

/** Cuts a clause that is too long before its last joint, or else after its last word, within the length. */
function cutAtJoint(clause: string, { titling, spans }: Within): string {
  let weak = 0;
  let strong = 0;
  for (const match of clause.matchAll(titling.joint)) {
    const length = releaseSpans(clause.slice(0, match.index), spans).length;
    if (length > titling.longest) break;
    if (match.groups?.["thought"] !== undefined && length >= thoughtFrom) strong = match.index;
    if (length >= titling.shortest) weak = match.index;
  }
  if (strong > 0 || weak > 0) return clause.slice(0, strong || weak);
  let end = 0;
  for (const { index } of clause.matchAll(/\s|$/gu)) {
    if (releaseSpans(clause.slice(0, index), spans).length > titling.longest) break;
    end = index;
  }
  return clause.slice(0, end);
}

function trimmed(text: string, dangling: RegExp): string {
  let title = text;
  for (let before = ""; before !== title;) {
    before = title;
    title = title.replace(trailingMarks, "").replace(dangling, "");
  }
  return title;
}
