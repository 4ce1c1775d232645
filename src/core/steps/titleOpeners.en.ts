import { anyOf } from "./titling.ts";

/** What a step does, as it is announced. */
export const deedsEn = anyOf(
  "test|check|verify|compute|find|count|write|add|use|try|look|consider|start|take|keep|note|apply|solve|substitute",
  "simplify|expand|factor|define|compare|combine|plug|convert|handle|parse|split|go|make|recall|determine|calculate",
  "show|prove|assume|suppose|imagine|put|move|rewrite|draw|read|walk|trace|replace|multiply|divide|subtract|build",
  "create|evaluate|express|integrate|differentiate|focus|double-check|re-check|recheck|explain|describe|search|search for|send|think of|think about",
  "choose|pick|remove|extract|append|skip|iterate|isolate|rearrange|estimate|arrange|initialize|sort|filter",
);

const fillers = anyOf(
  "okay|ok|because(?! of)|so|wait|but|hmm+|hm|well|now|alright|all right|oh|ah|huh|uh|um|then|also|and|or",
  "finally|lastly|alternatively|however|therefore|thus|hence|yes|yeah|yep|actually|maybe|perhaps",
  "anyway|still|besides|moreover|furthermore|additionally|similarly|indeed|basically|firstly|secondly|thirdly",
  "a minute|a second|hold on|for now|in fact|of course|on second thought|on the other hand|in that case|in this (?:case|example)",
  "first of all|first off|after that|from there|to be safe|to start|for example|for instance|in addition",
  "it seems(?: that| like)?|it looks like|it's possible that|the thing is|i think(?: that)?|i guess(?: that)?",
  "i suppose|i wonder if|i believe(?: that)?|i'm (?:pretty|fairly|quite) sure(?: that)?|the problem is(?=,)",
);
/** These open a sentence only with a comma or before who acts: "First, …", "First I …", but not "First rows". */
const guarded = anyOf(
  "otherwise|no|nope|right|good|great|perfect|sure|correct|exactly|like|first|second|third|next|last|again|instead|overall|essentially",
  "since|if so|if not|step by step|let me see|let's see|let me think(?: again| differently| more)?",
  "let's think(?: again| differently)?|as a (?:test|check|reminder)|in (?:short|summary|conclusion|other words|general)",
  "to (?:summarize|sum up|recap|be clear|be precise|begin|be sure|clarify)|either way|in any case|at first|another thing",
  "for (?:clarity|completeness|reference)|by (?:the way|definition)|of note|that's (?:right|good|fine|it|a good list)|fair enough|fine",
);
/** "First multiply the two", but not "first test case". */
const ordered = `(?:first|next|last)(?= ${deedsEn} (?:the|an?|all|each|every|both|how|what|if|whether|that|this|\\S*\\d))\\s+`;
const who = String.raw`(?=\s(?:i|we|let|let's|i'll|we'll|i'd|i'm)\b)`;

/** "Okay, so", "Hmm, but wait," */
export const openersEn = new RegExp(
  String.raw`^(?:${fillers}(?=[\s,.:;!?…—–]|$)[\s,.:;!?…—–]*|${guarded}(?:[,.:;!?…—–]+(?:\s+|$)|[—–]|\s*$|${who}\s+)|${ordered})+`,
  "i",
);

const will = anyOf(
  "'ll| will| should| could| would| need to| have to| must| can| want to| may| shall",
  " might|'d like to|'d better|'d(?= \\w+\\b)| am going to|'m going to| am trying to|'m trying to|'m asked to| am asked to",
  " was asked to| were asked to|'re asked to| are asked to|'m supposed to|'re supposed to| are supposed to",
  " probably need to| think i need to| think we need to| first need to|'d want to",
);
const others = anyOf(
  "way|approach|option|idea|thing to (?:consider|check|note)|point|possibility|angle",
  "thought|consideration|possible issue|edge case|example|test",
);
const user = "the (?:user|problem|question|task|prompt|puzzle)";
const announcements = anyOf(
  `i'd like(?= an? | the )|let me|let's|let us|(?:i|we)${will}|one could|suppose that|allow me to|time to`,
  "i have (?:this|a) (?:\\w+ ){0,2}(?:problem|question|riddle|task)(?: here)?(?: (?:where|that|and|to solve))?(?:[,:]?(?: and)? i need to)?",
  "it (?:would be|might be|may be|is) (?:good|better|worth|helpful|best|useful|easier|important) to",
  "it's (?:good|better|worth|best|important|useful|easier) to|(?:maybe|perhaps) it's better to",
  "the (?:next|first|last) (?:step|thing) is(?: to)?|(?:the|my) (?:goal|task|idea|key|plan|main task|job) is to",
  "i (?:remember|recall|know) that|i remember|i recall|remember(?:ing)? that|note that|recall that",
  "one (?:way|approach|option|idea) is(?: to)?|other possibilities:?|there's also|there is also",
  `${user} (?:wants|asks|is asking|asked|would like|needs) (?:me |us )?to (?:know|understand|find out|see)(?= \\w+ \\w+)`,
  `${user} (?:wants|asks|is asking|asked|would like|needs) (?:me |us )(?:to|for)`,
  `${user} (?:asks|is asking|asked)(?: about| for|:)?(?= (?:how|what|why|whether|which|if|when|where|who)\\b)`,
  String.raw`another ${others}(?: (?:could be|is|would be|might be)(?: to| that)?)?(?:[:,]| -|(?=[—–]))`,
  String.raw`another ${others} (?:could be|is|would be|might be)(?: to| that)?`,
);
const adverbs = anyOf(
  "just|also|first|now|quickly|then|really|actually|maybe|perhaps|probably|again|briefly|simply|next|finally|still",
  "start by|begin by|try to|attempt to|go ahead and|see if (?:i|we) can|be able to|carefully|start with checking",
);

/** "Let me just", "I need to", "Another idea is to" */
export const intentsEn = new RegExp(
  String.raw`^(?:${announcements}(?=[\s:,—–]|$)[\s:,—–]*(?:${adverbs}[\s,]+)*)+`,
  "i",
);

const sideWords = anyOf(
  "during|upon|within|unlike|despite|instead of|once|after|when|whenever|if|since|given|now that|because|for|from|in|with",
  "no matter (?:what|how|which)|even (?:if|with|when|though)|at|on|by|according to|using|under|as|just to|before|while|although|looking at|based on",
  "to (?:verify|make sure|be sure|avoid|confirm|check|double-check|find|see|simplify|solve|determine|compute)",
);
const shortSides = anyOf(
  "(?:just )?to (?:verify|be sure|make sure|confirm|clarify|summarize)",
  "be sure|for clarity",
);
const notMain = anyOf("like ", "such ", "which ", "and ", "or ", "for example", "the same ");

/** "Once the map is there, " before a main clause. */
export const asidesEn = new RegExp(
  String.raw`^(?:${sideWords}(?=\s)[^,.:;?!]{3,70}|considering (?:all|these|this|that)[^,.:;?!]*|${shortSides}), (?!${notMain})(?=[\w'\uE000-\uE1F3-]+ [\w'\uE000-\uE1F3-]+)`,
  "iu",
);
