import { emptyEn } from "./titleEmpty.en.ts";
import { asidesEn, intentsEn, openersEn } from "./titleOpeners.en.ts";
import { waysEn } from "./titleWays.en.ts";
import type { Titling } from "./titling.ts";
import { anyOf, firstOf } from "./titling.ts";

/** What stands for something said before tells little by itself. */
const pointers = anyOf(
  "that|this|it|these|those|them|they|he|she|there|here|so|too|again|one|ones|first|things",
);
const subjects = anyOf(
  "that|this|it|which|these|those|they|he|she|there|if|when|yes|because|since",
  "given|according|where|as|assuming|not|i|i've|i'm|i'd|it's|that's|you|we|we're",
  "say|once|only if|both|all of|either|most",
);
const finite = anyOf(
  "is|are|was|were|isn't|aren't|wasn't|be|been|has|have|had|does|do|did|doesn't|don't|can|can't|cannot",
  "could|may|might|must|should|would|will|won't|becomes?|makes?|means?|gives?|says?|takes?|works?|needs?",
  "uses?|returns?|seems?|throws?|holds?|goes|comes?|gets?|fails?|runs?|starts?|reads?|keeps?|exceeds?",
  "equals?|ends?|matters?|matches (?:the|a)|requires?|wants?|asks?|contains?|shows?|remains?|leads?|follows?",
  "depends?|caused|led|gave|made|meant|took|went|resulted|involves?|occurs?|exists?|includes?|allows?|refers?|consists?|applies|reduces|simplifies|vanishes|cancels|divides|satisfies|belongs|appears|converges|evaluates|corresponds|represents|determines|computes|calculates|iterates|converts|skips|ignores|raises|accepts|expects|assumes|compares|appends|looks?|handles?|helps?|suggests?|implies|i|we|you|they|it|he|she|(?:that|it|there|he|she|what|here|who|\\w+n)'(?:s|t)|\\w+'(?:re|ll|d)",
);
const joiners = anyOf(
  "which|so that|so|but|whereas|although|though|and then|then|before (?:i|we|going|moving)",
  "and (?=i|we|it|see|then|also|maybe|so)",
);
const thoughts = anyOf(
  "that|which|who|whose|where|when|while|because|since|so|as|if|whether|unless|until|before|after|but|instead|without",
);
const links = anyOf(
  "and|or|to|for|from|with|by|in|on|at|into|through|between|using|than|over|under|within|like|rather|per",
);
const trailers = anyOf(
  "the|a|an|of|to|and|or|in|on|at|by|with|for|from|as|into|than|onto|upon|via|per|between|through|even",
  "be|been|being|if|when|so|but|because|since|which|who|whose|where|how|what|why|whether|until|unless",
  "not|I|i|we|you|they|can|could|would|should|will|must|may|might|each|any|some|every|their|these",
  "those|my|our|your|its|his|her|such|e\\.g|i\\.e|[iI]'m|we're|they're|there's|it's|that's|both|either",
  "as follows|like this|while|then|although|though|also|just|only|very|more|most|less|no|using|instead|rather|without|within|before|after",
  "says?|said|states|means?|gives|gets|got|makes|takes|has|have|had|wants?|needs|let|let's|contains|becomes|see|find",
  "equals|shows|returns|requires|require|suggests|seems(?: to suggest)?|implies|mentions|based|(?:and|to) (?:just )?focus|in (?:such )?a way|such that|exist such|is that|do i|do we",
);
/** No question word stands before. */
const unasked = String.raw`(?<!\b(?:what|how|where|who|which|why)\b.*)`;
/** These end well after "what", "how" or "who": "what the table is for". */
const openEnds = anyOf("is|are|was|were|does|do|did|that|this|about|like|over|under|get");
/** Verbs end well with "in", "on" or "through", so these are loose only where a title was cut short. */
const looseEnds = anyOf(
  "the|a|an|and|or|than|via|per|be|been|if|but|because|since|which|who",
  "as follows|like this|whose|can|could|would|should|will|must|their|its|my|our|your|such|e\\.g|i\\.e|[iI]'m|says|said|means|gives|also",
);

/** These do too, behind such a word: "what this refers to". */
const prepositions = anyOf("of|to|at|by|with|for|from|as|into|onto|between");

/** What a short equation may have on its right. */
const value = String.raw`[-\w.\uE000-\uE1F3]{1,12}`;

export const titlingEn: Titling = {
  needs: 0,
  speaks: /./su,
  longest: 60,
  shortest: 15,
  openers: openersEn,
  intents: intentsEn,
  asides: asidesEn,
  firstWords: new Map([
    ["adding", "add"],
    ["analyzing", "analyze"],
    ["breaking", "break"],
    ["calculating", "calculate"],
    ["checking", "check"],
    ["combining", "combine"],
    ["comparing", "compare"],
    ["computing", "compute"],
    ["considering", "consider"],
    ["counting", "count"],
    ["defining", "define"],
    ["drawing", "draw"],
    ["implementing", "implement"],
    ["looking", "look"],
    ["making", "make"],
    ["parsing", "parse"],
    ["plugging", "plug"],
    ["putting", "put"],
    ["setting", "set"],
    ["simplifying", "simplify"],
    ["solving", "solve"],
    ["starting", "start"],
    ["substituting", "substitute"],
    ["taking", "take"],
    ["testing", "test"],
    ["trying", "try"],
    ["understanding", "understand"],
    ["using", "use"],
    ["verifying", "verify"],
    ["writing", "write"],
  ]),
  wayOf: firstOf(waysEn, "i"),
  states: new RegExp(
    String.raw`^(?:(?!\s(?:that|which|who)\s)[^.,:;?!]|[.,:](?=\S))*?(?<!\S)${finite}(?=[\s.:,;?!]|$)`,
    "i",
  ),
  topics: {
    bare: new RegExp(
      String.raw`^(?!(?:${subjects}|even|the fact|what|how|why|first|then|now|think|consider|use|check|look|try|see|let|\p{L}+ing|by|with|in|for|on|at|from|to|of|during|after|before|between|within|like|unlike)\b)[\p{L}\uE000-\uE1F3][^\s.:,;?!]*(?: [^\s,.:;?!=<>]+){0,4}?(?:\.\w[^\s,:;?]*)?(?=[.:,;?!](?:\s|$)|$|\s(?:that|which|with|for|of|in|on|from|as)\s)(?:, line \d+)?(?:\s(?:for|of|in|on|from) [^\s.:,;?!]+(?: [^\s.:,;?!=]+){0,2}(?=[.:,;?!](?:\s|$)|$))?`,
      "iu",
    ),
    verbs: [
      [/\b(?:alternatively|or|maybe|perhaps)\b/i, "Try "],
      [/\b(?:now|next|then|first|firstly|second|third|also|finally|and)\b/i, "Look at "],
    ],
  },
  asks: /^(?:is|are|was|were|do|does|did|can|could|should|would|will|has|have|may|isn't|doesn't|how|why|what|which|who|where|when)\b/i,
  empty: emptyEn,
  faults: [
    [new RegExp(String.raw`^${subjects}\b`, "i"), 1],
    [/^(?:during|after|before|with|in|for|on|at|from|by|of|to|between|like|unlike|within)\b/i, 0.9],
    [new RegExp(String.raw`\b${pointers}\??$`, "i"), 1],
    [/^(?:\w+(?: \w+)? (?:it|this|that|them)(?:, .*)?|do i care\??)$/i, 2],
    [/\b(?:it|they|them|this|these|those)\b(?!\w* \w*[\uE000])/i, 0.4],
    [/^[^\p{L}`]*[\d=<>]|^\S{1,3} [-=<>+*/^]/u, 1],
    [/^the [a-z]+$/i, 1],
    // A part of a question that has only yes or no for an answer.
    [/^(?:is|are|was|were|do|does|did|can|could|should|would|will|has)\b.*[^?]$/i, 0.5],
    [/^["“'(]|[=≈≤≥×]|\d [-+*/] \d/u, 0.5],
    [/^(?:an? |the )?(?:example|case|idea|point|thing|question|approach|number|result|value)s?$/i, 1],
    [/\b(?:confus(?:ed|ing)|stuck|interesting|tricky|complicated|straightforward|weird)\b/i, 0.8],
  ],
  inserts:
    /, (?:which|who|say|as [^,]{3,30}|for example|for instance|e\.g\.,?|i\.e\.,?|though|however|of course|again)\b[^,]{0,60},(?=\s)|\s(?:is|are|was|were|be)(?=:|$)(?<!\b(?:what|how|where|who|which)\b.*)/gi,
  clause: new RegExp(
    String.raw`[,;:—](?=\s|$)|\$|\s[-–→⇒]+\s(?!\S{1,8}\s[-+=]\s)|\s[=<>≤≥≈]+\s(?!${value}(?:[,.:;?!]|$|\s\p{L}{2,}))|\\|\s(?:is|equals)\s(?=\d+\s?[-+*/×^]\s?\d)|\s${joiners}(?=\s)`,
    "giu",
  ),
  tail: new RegExp(
    String.raw`^(?:(?:, (?:and |or )?[^\s,]{1,8}){2,6}[.?!]*$|, (?!${subjects}\b|${thoughts}\b|${finite}|then|right|and|but|or|so|e\.g|not to)(?:[^\s,]+ ?){1,3}[.?!]*$|: (?!${subjects}\b)(?:[^\s,:]+ ?){1,6}[.?!]*$)`,
    "iu",
  ),
  joint: new RegExp(String.raw`[,;:]?\s(?:(?<thought>${thoughts})|${links})(?=\s)`, "giu"),
  loose: new RegExp(String.raw`(?:^|\s)${looseEnds}$|(?:^|\s)${prepositions}$${unasked}`, "g"),
  dangling: new RegExp(
    String.raw`(?:^|\s)${trailers}$|\s${openEnds}$${unasked}|\s(?:why|because|unless)(?: [^\s\uE000-\uE1F3]+){1,2}$`,
    "g",
  ),
};
