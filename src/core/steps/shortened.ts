import { firstSentence } from "./firstSentence.ts";
import { releasedLength, releaseSpans } from "./spans.ts";
import type { Titling } from "./titling.ts";
import { trimmed } from "./trimmed.ts";
import { lastMark, unit, units } from "./units.ts";

interface Within {
  titling: Titling;
  spans: readonly string[];
}

/** A sentence cut to a title's length, and whether it is all of its clause. */
export interface Shortened {
  title: string;
  whole: boolean;
}

const quotedStop = /[.,](["”])$/u;
const leadingMarks = /^[\s,.:;，。：；]+/u;
/** A sentence cut before one of these ends as a clause does. */
const clauseEnds = new Set(",;:.—?!，。；：？！");

/** A clause is rather cut where a new thought joins than in the last place there is. */
const thoughtFrom = 20;

/** Cuts a sentence, its spans held, to its first clause and to the title's length, with no loose end. */
export function shortened(sentence: string, within: Within): Shortened {
  const { titling, spans } = within;
  const { end, paired } = firstSentence(sentence);
  const said = clauseOf(sentence.slice(0, paired), within);
  const broken = said.length < end && !clauseEnds.has(sentence.charAt(said.length));
  const clause = trimmed(said, broken ? titling.dangling : titling.loose);
  const fits = releasedLength(clause, spans) <= titling.longest;
  const title = fits ? clause : trimmed(cutAtJoint(clause, within), titling.dangling);
  return { title: withoutOuterMarks(releaseSpans(title, spans)), whole: fits };
}

/** Most titles begin with a letter and end with no quote. */
function withoutOuterMarks(title: string): string {
  const begun =
    (units[title.charCodeAt(0)] ?? unit.plain) > lastMark ? title : title.replace(leadingMarks, "");
  return begun.endsWith('"') || begun.endsWith("”") ? begun.replace(quotedStop, "$1") : begun;
}

/** Cuts at the first place where the sentence has said enough. */
function clauseOf(sentence: string, { titling, spans }: Within): string {
  const long = releasedLength(sentence, spans) > titling.longest;
  let end = 0;
  for (let match = next(titling.clause, sentence); match; match = next(titling.clause, sentence, match)) {
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
  for (let match = next(titling.joint, clause); match; match = next(titling.joint, clause, match)) {
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

/** The next place, behind the one before; `matchAll` makes a new expression each time it is called. */
function next(mark: RegExp, text: string, before?: RegExpExecArray): RegExpExecArray | null {
  mark.lastIndex = before ? before.index + before[0].length : 0;
  return mark.exec(text);
}
