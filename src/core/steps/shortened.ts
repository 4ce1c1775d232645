import { lastMark, units } from "./units.ts";
import { releasedLength, releaseSpans } from "./spans.ts";
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
const quotedStop = /[.,](["”])$/u;
const leadingMarks = /^[\s,.:;，。：；]+/u;
/** After a digit "!" is a factorial. */
const sentenceEnd = /(?<=[.?]|(?<!\d)!)\s|[。！？]/u;
/** What stays of these when spans are held has no partner or opens a formula; a title ends before it. */
const unpaired = /[{}[\]()（）"“”「」《》`\\$]/u;
/** A clause is rather cut where a new thought joins than in the last place there is. */
const thoughtFrom = 20;

/** Cuts a sentence, its spans held, to its first clause and to the title's length, with no loose end. */
export function shortened(sentence: string, within: Within): Shortened {
  const { titling, spans } = within;
  const all = before(sentence, sentenceEnd);
  const first = before(all, unpaired);
  const said = clauseOf(first, within);
  const broken = /^[^,;:.—?!，。；：？！]/u.test(all.slice(said.length));
  const clause = trimmed(said, broken ? titling.dangling : titling.loose);
  const fits = releasedLength(clause, spans) <= titling.longest;
  const title = fits ? clause : trimmed(cutAtJoint(clause, within), titling.dangling);
  return {
    title: releaseSpans(title, spans).replace(leadingMarks, "").replace(quotedStop, "$1"),
    whole: fits,
  };
}

/** Cuts at the first place where the sentence has said enough. */
function clauseOf(sentence: string, { titling, spans }: Within): string {
  const long = releasedLength(sentence, spans) > titling.longest;
  let end = 0;
  for (const match of matchesOf(titling.clause, sentence)) {
    const length = releasedLength(sentence, spans, match.index);
    if (length > titling.longest) break;
    if (!long && titling.tail.test(sentence.slice(match.index))) break;
    end = match.index;
    if (length >= titling.shortest) return sentence.slice(0, end);
  }
  return end > 0 && long ? sentence.slice(0, end) : sentence;
}

/** Cuts a clause that is too long before its last joint, or else after its last word, within the length. */
function cutAtJoint(clause: string, { titling, spans }: Within): string {
  let weak = 0;
  let strong = 0;
  for (const match of matchesOf(titling.joint, clause)) {
    const length = releasedLength(clause, spans, match.index);
    if (length > titling.longest) break;
    if (match.groups?.["thought"] !== undefined && length >= thoughtFrom) strong = match.index;
    if (length >= titling.shortest) weak = match.index;
  }
  if (strong > 0 || weak > 0) return clause.slice(0, strong || weak);
  let end = 0;
  for (const { index } of clause.matchAll(/\s|$/gu)) {
    if (releasedLength(clause, spans, index) > titling.longest) break;
    end = index;
  }
  return clause.slice(0, end);
}

function before(text: string, mark: RegExp): string {
  const at = text.search(mark);
  return at < 0 ? text : text.slice(0, at);
}

/** As `matchAll`, which makes a new expression each time it is called. */
function* matchesOf(mark: RegExp, text: string): Generator<RegExpExecArray> {
  for (let from = 0; ;) {
    mark.lastIndex = from;
    const match = mark.exec(text);
    if (!match) return;
    yield match;
    from = match.index + match[0].length;
  }
}

function trimmed(text: string, dangling: RegExp): string {
  let title = text;
  for (let last = ""; last !== title;) {
    last = title;
    if ((units[title.charCodeAt(title.length - 1)] ?? 0) <= lastMark)
      title = title.replace(trailingMarks, "");
    title = title.replace(dangling, "");
  }
  return title;
}
