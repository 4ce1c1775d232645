import { anyOf } from "./titling.ts";

const it = anyOf("it", "this", "that", "these", "those", "them", "things");
const verbs = anyOf(
  "tackle|solve|approach|work through|work on|figure out|find out|break down|do|handle|compute",
  "calculate|check|verify|test|see|explain|process|understand|explore|try|use",
  "read|answer",
);
const task = "this (?:problem|question|one|riddle|scenario)";
const how = anyOf(" again", " out", " down", " first", " carefully", " through");
const things = anyOf(
  "thing|idea|thought|point|approach|way|option|case|example|possibility|angle",
  "test|issue|question|consideration|problem|possibilities|options",
);
const noting = anyOf("note|write|break|put|list|try|lay|sort|work|walk|talk|think|piece", "jot|map|figure");
const thinking = anyOf(
  "think",
  "see",
  "go",
  "proceed",
  "check",
  "continue",
  "do (?:it|that|this)",
  "start",
  "look",
  "try",
);
const somehow = anyOf(
  "again|back|it|this|that|step by step|carefully|differently|more carefully|here",
  "(?:about|through) (?:it|this|that)|how to approach (?:it|this|that)|for a (?:moment|second)",
  "this through(?: step by step)?|it through",
);
const states = anyOf("'s", " is", " was", " makes", " seems", " doesn't", " does", " can't", " works");

/** What is left of a sentence that says nothing about its step: "Break it down", "Another thing", "That's right". */
export const emptyEn = new RegExp(
  `^${anyOf(
    "$",
    "[a-z-]+$",
    `${verbs} ${anyOf(it, "again", task)}${how}*(?: step by step)?$`,
    "the (?:riddle|problem|question|user|statement) (?:says|asks|states|is)$",
    `(?:another|one more|other|possible|another possible|one possible) ${things}s?$`,
    `(?!put .*together)${noting} ${it}(?: all)? ?(?:down|out|through|together|over|up)?(?: step by step| first| again)?$`,
    "(?:the )?best way to (?:explain|approach|answer|do) (?:this|it|that)$",
    "(?:the )?(?:plan|idea|code|steps|answer|problem|question|same)$",
    `${thinking}(?: ${somehow})*$`,
    "(?:i'm |i am |not )?(?:not )?(?:sure|confused|stuck|right|correct|good|done|helpful|working)$",
    String.raw`(?:that|this|it|which)${states}(?: \S+){0,3}$`,
    "thinking|let me \\w+$",
    "(?:i|we) (?:get|see|think|know|mean|guess|have|need|can|got)$",
    "one by one|do something like",
  )}`,
  "i",
);
