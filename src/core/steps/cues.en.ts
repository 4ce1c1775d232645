import type { Cue } from "./cue.ts";

export const cuesEn: readonly Cue[] = [
  {
    kind: "frame",
    weight: 1,
    phrase:
      "(we are given|given that we|the givens|restate|rephrase|the user (wants|is asking|asked|asks|provided|said)|understand the (problem|question|task|scenario)|the (goal|task|question|problem|riddle) is|the options are|the choices are|is given|are given|asking)",
  },
  {
    kind: "frame",
    weight: 0.6,
    phrase:
      "(opcode table|table|the input format|mappings|clarify|requirements|the key words|is defined as|let me (note|list) down)",
  },
  {
    kind: "plan",
    weight: 1,
    phrase:
      "(the steps|steps for|steps are|the plan|outline|structure|approach this|approach is|algorithm|break it down|breaking down|strategy|step by step)",
  },
  {
    kind: "plan",
    weight: 0.7,
    phrase:
      "(need to|i'll|i should|how to|once (i|we) have|for each|each line|split|parse|handle|process|start by|next step|main part|we can|think about)",
  },
  {
    kind: "plan",
    weight: 0.7,
    phrase: "(mention|include|explain|emphasize|cover|add a note|structure the (answer|response))",
  },
  {
    kind: "recall",
    weight: 1.6,
    phrase:
      "(i remember|i recall|let me recall|recall that|theorem|the formula|formula for|is known as|well-known|commonly|by definition|the definition)",
  },
  { kind: "recall", weight: 0.6, phrase: "(usually|typically|is a classic|in general|i know that|formula)" },
  {
    kind: "explore",
    weight: 0.9,
    phrase:
      "(maybe|perhaps|possibly|alternatively|another (way|idea|approach|possibility|angle|thought|option|point|thing)|suppose|might be|could be|what if|on the other hand|other (options|possibilities|way)|imagine)",
  },
  {
    kind: "explore",
    weight: 0.5,
    phrase:
      "(might|could|think of|counterargument|argument for|some people|some might|ethical|seems|maybe it's)",
  },
  {
    kind: "compute",
    weight: 1,
    phrase:
      "(compute|calculate|substitute|substituting|simplify|expand|plug|plugging|solve|denote|let's define|equation|equations|multiply|derivative|integrate|mod)",
  },
  {
    kind: "compute",
    weight: 1,
    phrase:
      "(def|function|return|const|let me write|write the code|in code|code it|code this|implementation|implementing|dictionary|the code would|draft)",
  },
  { kind: "compute", weight: 0.5, phrase: "(number of|total|sum|equals|we get|so we have|case|now)" },
  {
    kind: "check",
    weight: 1.2,
    phrase:
      "(check|verify|confirm|make sure|double-check|double check|re-read|test case|test cases|testing|edge case|edge cases|some examples|test|examples|sanity)",
  },
  {
    kind: "check",
    weight: 0.7,
    phrase:
      "(what about|but what|wait but|but wait|the problem says|says that|is that correct|is that right|mistake|did i|correct|is valid|the code|example|input is|output is|wait|matches)",
  },
  {
    kind: "backtrack",
    weight: 2.5,
    phrase:
      "(overcomplicating|overthinking|never mind|this approach is wrong|go back|going back|start over|that approach|doesn't work|not working|misunderstood|i'm confusing|scrap)",
  },
  {
    kind: "conclude",
    weight: 1.8,
    phrase:
      "(final answer|the answer is|answer should be|correct answer|the answer|in conclusion|in summary|to summarize|boxed|i'm confident|conclude|my answer)",
  },
  {
    kind: "conclude",
    weight: 0.7,
    phrase: "(therefore|i think|overall|so yes|thus the|all of this|stronger|should be)",
  },
];
