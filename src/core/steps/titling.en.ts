import { emptyEn } from "./titleEmpty.en.ts";
import { asidesEn, intentsEn, openersEn } from "./titleOpeners.en.ts";
import type { Titling } from "./titling.ts";
import { anyOf } from "./titling.ts";

const subjects = anyOf(
  "that|this|it|which|these|those|they|he|she|there|if|when|yes|because",
  "given|according|where|as|with|by|in|for|at|from|assuming|not|i've|i have",
  "say|once",
);
const joints = anyOf(
  "because|since|which|so that|so|but|where|while|although|though|and then|then",
  "as well as|such that|in order to|given that|as|instead of|rather than|according to",
  "without|before|after|when|if|unless|until",
  "and (?=i|we|it|see|then|check|make|try|the|that|if|also|maybe|apply|use|get)",
);
const trailers = anyOf(
  "the|a|an|of|to|and|or|in|on|at|by|with|for|from|as|is|are",
  "was|were|be|been|that|this|it|its|if|when|so|but|because|since",
  "which|who|where|how|what|into|than|then|not|i|we|can|could|would",
  "should|will|has|have|had|about|like|each|any|some|all|also|there",
  "their|these|those|my|our|your|such|e\\.g|i\\.e",
);

/** "Breaking" as a first word becomes "break". */
const gerunds = {
  adding: "add",
  analyzing: "analyze",
  breaking: "break",
  calculating: "calculate",
  checking: "check",
  combining: "combine",
  comparing: "compare",
  computing: "compute",
  considering: "consider",
  counting: "count",
  defining: "define",
  drawing: "draw",
  implementing: "implement",
  looking: "look",
  making: "make",
  parsing: "parse",
  plugging: "plug",
  setting: "set",
  simplifying: "simplify",
  solving: "solve",
  starting: "start",
  taking: "take",
  testing: "test",
  trying: "try",
  understanding: "understand",
  using: "use",
  verifying: "verify",
  writing: "write",
};

export const titlingEn: Titling = {
  speaks: /./su,
  longest: 60,
  shortest: 15,
  openers: openersEn,
  intents: intentsEn,
  asides: asidesEn,
  firstWords: gerunds,
  rewordings: [
    [/^(?:think|reason|talk|worry) (?:about|through|of|in terms of) (?=\w+ \w+)/i, ""],
    [/^(?:about|move on to|going back to) /i, ""],
    [/^the best way to (?=\w+ \w+ \w+)/i, "How to "],
    [
      /^(?:consider|note|be careful with|remember|focus on|look into|deal with|account for|think carefully about) (?=(?:the|an?|some|other|another|possible|how|whether|what) )/i,
      "",
    ],
    [
      /^(?:the |my )?(?:final |correct |right |best )?answer (?:is|should be|would be|must be|has to be|is likely)(?: option)?[: ]+/i,
      "Answer: ",
    ],
    [/^(?:in order )?to (?=\w+ \w+)/i, ""],
    [
      /^the (?:question|problem|task|puzzle|key|issue|idea|goal|plan) (?:here )?is (?:that|to|asking for|asking|how to)? ?(?=\w+ \w+)/i,
      "",
    ],
    [/^make sure(?: that)? (?:i|we) (?:have|understand|understood|got) /i, "Check "],
    [/^make sure(?: that)? /i, "Make sure "],
    [/^figure out /i, "Find out "],
    [/^(?:see|check|find out) (?:if|whether) /i, "Check whether "],
    [/^(?:take|have) (?:another|a) look at /i, "Look at "],
    [/^(?:is it|could it be)(?: possible)? that /i, "Could "],
    [
      /^the (?:problem|question|task|user|statement|prompt) (?:says|states|asks|is asking|wants|mentions|said)(?: that| me| us| for| to(?= know))? (?=\w+ \w+)/i,
      "",
    ],
    [/^(?:the )?(?:overall )?steps (?:are|would be|to take are)$/i, "Steps"],
    [/^(?:the )?(?:overall )?steps for /i, "Steps for "],
    [
      /^(?:putting|put) (?:it|this|that|everything|all of this|these) (?:all )?together\b.*/i,
      "Put it together",
    ],
  ],
  empty: emptyEn,
  poor: new RegExp(String.raw`^${subjects}\b`, "i"),
  clause: new RegExp(String.raw`[,;:—[{$](?!\S*\))|\s\(|\s[-–=→]+\s|\\|\s${joints}(?=\s)`, "giu"),
  dangling: new RegExp(String.raw`[\s,;:.!?…—–-]+$|\s${trailers}$`, "i"),
};
