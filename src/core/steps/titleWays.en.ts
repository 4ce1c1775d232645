import { deedsEn } from "./titleOpeners.en.ts";
import type { Way } from "./titling.ts";
import { worths } from "./titling.ts";

const { announced, asked, stated, topic } = worths;
const speaker = "(?:the |this )?(?:problem|question|task|user|statement|prompt|puzzle|riddle)(?: statement)?";

/** How English says what a step does, and how a colleague would; the first row that matches. */
export const waysEn: readonly Way[] = [
  // One word is too little for a deed: "What about NaN?"
  {
    said: /^(?:what|how) about ([^\s,.:?]+)(?: here| then| though)?\?.*$/i,
    title: "What about $1?",
    worth: asked + 0.3,
  },
  { said: /^(?:what|how) about (?=\w+ing\b)/i, title: "Try ", worth: asked + 0.3 },
  {
    said: /^(?:what|how) about (?:(?:the|a) (?:case|scenario|situation) )?(?:where|when|if) (.+?)\??$/i,
    title: "What if $1",
    worth: asked + 0.3,
  },
  {
    said: /^(?:what|how) about (.+?)(?: here| then| though)?(?=[.,:?](?:\s|$)).*$/i,
    title: "Check $1",
    worth: asked + 0.3,
  },
  { said: /^(?:what|how) about (?=\S)/i, title: "Check ", worth: asked + 0.3 },
  { said: /^what if (?=\w+ \w+)/i, title: "What if ", worth: asked + 0.3 },
  {
    said: /^(?:the |my )?(?:final |correct |right |best )?answer (?:is|should be|would be|must be|has to be|is likely)(?: option| that)?[: ]+(?!(?:not|supposed|wrong|correct|right|different|off|based|in|close)\b)/i,
    title: "Answer: ",
    worth: announced,
  },
  { said: /^if (.+?)\?$/i, title: "What if $1?", worth: asked + 0.3 },
  { said: /^(?:if(?!.*, then )|assuming(?: that)?) (?=\S+ \S+)/i, title: "Suppose ", worth: stated - 0.8 },
  {
    said: /^in (each|every|the|this) ((?:\w+ ){1,3})there(?:'s| is| are) (?:only |just )?(?:these |the following )?(?=\w+ \w+)([^,.:;]+).*$/i,
    title: "$3 in $1 $2",
    worth: stated,
  },
  {
    said: /^there(?:'s| is| are)(?: also)? (?:the |an? )?(?:issue|question|matter|problem|argument|counterargument|concern|possibility|idea) (?:of|that) (?=\S+ \S+)/i,
    title: "",
    worth: stated,
  },
  {
    said: /^the (?:argument|idea|possibility|point|notion|claim) that (?=\S+ \S+ \S+)/i,
    title: "",
    worth: stated,
  },
  {
    said: /^the ((?:\w+ ){0,2}(?:comment|docs?|statement|riddle|puzzle|task|text|message|description|prompt|documentation|signature|error)(?: \w+){0,3}?) (?:says|states|reads|asks|tells|promises)(?=[:,]| ["“\uE000]).*$/i,
    title: "Read the $1",
    worth: stated,
  },
  {
    said: /^(?:the|these) (?!.*\b(?:is|are|was|were|has|would|could|states|says|asks|looks)\b)((?:\w+ ){0,2}\w+[^s\W]s):(?:$|\s+[\d("“-].*$)/i,
    title: "List the $1",
    worth: stated,
  },
  {
    said: /^the ([\w ]{3,40}s) (?:are|include|were)(?: only)? (?=.{40})[^,.;:]{2,40},[^.;:]*?,? (?:and|or) .*$/i,
    title: "List the $1",
    worth: stated,
  },
  { said: /^(\w+), not to (\w+)\b.*$/i, title: "$1, not $2", worth: announced },
  {
    said: /^understand what (?:the |this )?(question|problem|task|user) (?:is|wants|asks).*$/i,
    title: "Read the $1",
    worth: stated,
  },
  {
    said: /^(?:implement|write|code|put) (?:this|it|that) (?:in|into|as) (code|\w+)(?=[.:,]|$).*$/i,
    title: "Write the code",
    worth: announced,
  },
  { said: /^for (the [\w ]{4,30}):$/i, title: "Look at $1", worth: topic },
  { said: /^for (each|every) ([\w ]{2,30}):\W*$/i, title: "Steps for $1 $2", worth: stated },
  {
    said: /^another (?:test case|test|example|edge case)(?: is)? (?:with|where|for|of) (?=\S+ \S+)/i,
    title: "Test ",
    worth: asked + 0.3,
  },
  {
    said: /^another (?:test case|test|edge case)\W*$/i,
    title: "Test another case",
    worth: stated - 0.8,
  },
  {
    said: /^the fact (?:is )?that (\S+ .+?)(?: (?:changes|means|makes|matters|helps|suggests|shows|implies)\b.*)?$/i,
    title: "$1",
    worth: stated,
  },
  { said: /^about (?=\S+ \S+ \S)/i, title: "", worth: stated },
  {
    said: /^see (?=(?:the|this|these|those|an?|my|our|all|each|some)\b)/i,
    title: "Look at ",
    worth: announced,
  },
  {
    said: /^(?:double-?check|verify|check|re-?check|cross-check)(?: (?:this|that|it|again|everything|once more|once again))*[.:!]?$/i,
    title: "Double-check the result",
    worth: stated - 0.8,
  },
  { said: /^say(?: that)? (?:we|i) (?=\w+ \w+)/i, title: "", worth: announced },
  { said: /^in (?:code|python|javascript|java)\W*$/i, title: "Write the code", worth: stated },
  { said: /^(?:def|function) (?=\w+\s?[\uE000-\uE1F3])/i, title: "Write ", worth: stated },
  {
    said: /^(?:the )?(?:final |updated )?(?:code|function|implementation)(?: (?:would|will|could|might|should))?(?: looks?(?: something)? like(?: this)?| be| is)(?: as follows| like this| something like)?\W*$/i,
    title: "Write the code",
    worth: announced,
  },
  {
    said: /^(?:the |an? )?(?:rough |code |overall )*outline(?: of the code)?(?: (?:is|would be|looks like this))?\W*$/i,
    title: "Outline the code",
    worth: stated,
  },
  { said: /^(?:this|that|it) is (?=[\w/-]+\.\w)/i, title: "", worth: stated },
  { said: /^(?:step|part) \d{1,2}[:.)]? [-–]? ?(?:now,? )?(?=[a-z]+ \S)/i, title: "", worth: announced },
  {
    said: /^the (?:reason|point|question|thing|problem|issue|idea|catch|dilemma|choice)(?: here)?: (?=\S+ \S+)/i,
    title: "",
    worth: stated,
  },
  { said: /^(?:that's|that is|this is|it's) (?=an? \w+ \w+)/i, title: "", worth: stated - 0.4 },
  { said: /^for [^.,:;]{3,30}: (?=[a-z])/i, title: "", worth: stated },
  { said: /^(\S{2,30}) then\.$/i, title: "Look at $1", worth: stated },
  { said: /^(?:in order |just )?to (?=\w+ \w+)/i, title: "", worth: announced },
  {
    said: /^(?:think|reason|talk|worry) (?:about|through|of|in terms of) (?=(?:how|what|whether|why|which|where|when|\w+ing)\b)/i,
    title: "",
    worth: announced,
  },
  {
    said: /^(?:consider|note|be careful with|remember|focus on|think carefully about) (?=(?:how|whether|what|possible|some)\b)/i,
    title: "",
    worth: announced,
  },
  { said: /^(?:about|move on to|going back to) (?=\w+ \w+)/i, title: "", worth: announced },
  { said: /^the best way to (?=\w+ \w+ \w+)/i, title: "How to ", worth: announced },
  {
    said: /^the (?:key|issue|idea|goal|plan|task|trick) (?:here )?is (?:that|to|how to)? ?(?=\w+ \w+)/i,
    title: "",
    worth: announced,
  },
  {
    said: /^the (?:question|problem|task|puzzle) (?:here )?is (?:(?:(?:just |simply |only |actually |really )?asking(?: for)?|how to|about|that) |(?!(?:\w+ly |not )?(?:\w+ing|phrased|worded|given|meant|supposed)\b))(?=\w+ \w+)/i,
    title: "",
    worth: stated + 0.5,
  },
  {
    said: /^make sure(?: that)? (?:i|we) (?:have|understand|understood|got) (?=\w+ \w+)/i,
    title: "Check ",
    worth: announced,
  },
  { said: /^make sure(?: that)? (?=\S)/i, title: "Make sure ", worth: announced },
  { said: /^(?:figure|find) out (?:if|whether) (?=\S)/i, title: "Find out whether ", worth: announced },
  { said: /^figure out (?=\S+ \S)/i, title: "Find out ", worth: announced },
  { said: /^(?:check|see|verify|know) (?:if|whether) (?=\S)/i, title: "Check whether ", worth: announced },
  { said: /^(?:take|have) (?:another|a) (?:closer )?look at (?=\S)/i, title: "Look at ", worth: announced },
  {
    said: new RegExp(
      String.raw`^${speaker} (?:says|states|asks|is (?:just |simply |only |actually |really )?asking|wants|mentions|said|asked|is(?! (?:\w+ly |not )?(?:\w+ing|phrased|worded|given|meant|supposed)\b))(?: that| me| us| for| to(?: know)?| about)* (?=\S+ \S+)`,
      "i",
    ),
    title: "",
    worth: stated + 0.5,
  },
  { said: /^(?:the )?(?:overall )?steps for /i, title: "Steps for ", worth: announced },
  {
    said: /^(?:putting|put) (?:it|this|that|everything|all of this|these) (?:all )?together\b.*/i,
    title: "Put it together",
    worth: stated + 0.5,
  },
  {
    said: new RegExp(`^(?=${deedsEn} (?!(?:cases?|of|is|are|inputs?|strings?|values?)\\b)\\S)`, "i"),
    title: "",
    worth: announced,
  },
  {
    said: /^((?:is|are|was|do|does|did|can|could|should|would|will|has|have|may|isn't|doesn't|how|why|what|which|who|where|when)\b.*\?\W*)$/i,
    title: "$1",
    worth: asked,
  },
];
