import { anyOf } from "./titling.ts";

const fillers = anyOf(
  "okay|ok|so|wait|but|hmm+|hm|well|now|alright|all right|oh|ah|huh",
  "then|also|and|or|first(?:ly)?(?: of all| off)?|second(?:ly)?|third(?:ly)?|next",
  "finally|lastly|alternatively|however|therefore|thus|hence|since|because",
  "yes|yeah|yep|no|nope|right|great|good|perfect|sure|actually|maybe|perhaps",
  "anyway|again|still|besides|moreover|furthermore|additionally|similarly|instead",
  "indeed|overall|basically|essentially|like|a minute|a second|hold on|step by step",
  "for now|in fact|of course|on second thought|on the other hand|in that case|in this case",
  "after that|from there|to be safe|to start|for example|for instance",
  "let me see(?=[,.:!]| if)|let's see|let me think(?=[,.:!]| again| differently)(?: again| differently)?",
  "let's think(?=[,.:!])|i think(?: that)?|i guess|i suppose|i wonder if|i believe",
  "it seems(?: that| like)?|it looks like|it's possible that|the thing is",
);

/** "Okay, so", "Hmm, but wait," */
export const openersEn = new RegExp(String.raw`^(?:${fillers}(?=[\s,.:;!?…—-]|$)[\s,.:;!?…—-]*)+`, "i");

const will = anyOf(
  "'ll| will| should| could| would| need to| have to| must| can| want to| may",
  " might|'d like to| am going to|'m going to| am trying to|'m trying to",
  " probably need to| think i need to| think we need to",
);
const others = anyOf(
  "way|approach|option|idea|thing to (?:consider|check|note)|point|possibility|angle",
  "thought|consideration|possible issue|edge case",
);
const announcements = anyOf(
  `let me|let's|let us|(?:i|we)${will}|i'm|i am|how about|what about|suppose that`,
  "it would be (?:good|better|helpful|best) to|it's (?:good|better|worth|important) to",
  "the (?:next|first) (?:step|thing) is to|the (?:goal|task|idea|key|plan|main task|problem) is to",
  "i (?:remember|recall|know) that|i remember|i recall|remember(?:ing)? that|note that|recall that",
  "one (?:way|approach|option) is to|other possibilities:?|there's also|there is also",
  String.raw`another ${others}(?: (?:could be|is|would be|might be)(?: to| that)?)?(?:[:,]| -)?`,
);
const adverbs = anyOf(
  "just|also|first|now|quickly|then|really|actually|maybe|perhaps|probably|again",
  "start by|begin by|try to|try|go ahead and|see if (?:i|we) can|be able to|carefully",
);

/** "Let me just", "I need to", "Another idea is to" */
export const intentsEn = new RegExp(
  String.raw`^(?:${announcements}(?=[\s:,]|$)[\s:,]*(?:${adverbs} )*)+`,
  "i",
);

const sideWords = anyOf(
  "once|after|when|whenever|if|since|given|now that|because|for|from|in|with",
  "at|on|by|according to|using|under|as|just to",
  "to (?:verify|make sure|be sure|avoid|confirm|check|double-check|find|see|simplify)",
);
const shortSides = anyOf(
  "(?:just )?to (?:verify|be sure|make sure|confirm|clarify|summarize)",
  "be sure|for clarity",
);
const notMain = anyOf("like ", "such ", "which ", "and ", "or ", "for example", "the same ");

/** "Once the map is there, " before a main clause. */
export const asidesEn = new RegExp(
  String.raw`^(?:${sideWords}(?=\s)[^,.:;?!]{3,60}|${shortSides}), (?!${notMain})(?=[\w'-]+ [\w'-]+)`,
  "i",
);
