import type { Marker } from "./marker.ts";

/** English intents, the deeds that follow them, and acts that stand alone. */
export const actsEn: readonly Marker[] = [
  {
    opener:
      "(check|verify|test|confirm|re-read|reread|validate|review|recheck|re-check|re-examine|examine|double-check|double check|make sure|prove|cross-check|see if)",
    role: "deed",
    weight: 1,
    kind: "check",
    example: "Let me verify the second row.",
  },
  {
    opener:
      "(think|consider|try|look|explore|imagine|suppose|analyze|analyse|see|assume|reconsider|compare|weigh|examine the)",
    role: "deed",
    weight: 1.1,
    kind: "explore",
    example: "Let me think about the second row.",
  },
  {
    opener:
      "(compute|calculate|substitute|expand|simplify|solve|denote|plug|evaluate|derive|write|code|implement|define|set|count|list|enumerate|sum|draft|convert|apply|use|express|rewrite)",
    role: "deed",
    weight: -0.1,
    kind: "compute",
    example: "We can compute the area directly.",
  },
  {
    opener:
      "(outline|plan|break|structure|start|begin|organize|approach|figure|find|determine|decide|handle|split|parse|do|add|mention|explain|note|include|cover|ensure|provide|address|process|create)",
    role: "deed",
    weight: 0.1,
    kind: "plan",
    example: "I need to find the first gap.",
  },
  {
    opener: "(recall|remember|know)",
    role: "deed",
    weight: 1.2,
    kind: "recall",
    example: "I remember that the sort is stable.",
  },
  {
    opener: "(restate|rephrase|clarify|understand|read)",
    role: "deed",
    weight: -0.1,
    kind: "frame",
    example: "Let me restate the task.",
  },
  {
    opener:
      "(let me|let's|let us|i should|i need to|i have to|i must|i will|i'll|i want to|we should|we need to|we have to|we must|we'll|we will)",
    role: "intent",
    weight: 1.4,
    example: "Let me go through the rows.",
  },
  {
    opener: "(i can|we can|i could|we could|i|we)",
    role: "intent",
    weight: 0.9,
    example: "We can go through the rows.",
  },
  { opener: "let's see", role: "act", weight: 1.5, example: "Let's see, that makes nine." },
  {
    opener: "(i think|i guess|i believe|i wonder)",
    role: "act",
    weight: 0.8,
    example: "I think the map is fine.",
  },
  {
    opener:
      "(i'm overcomplicating|i'm overthinking|i'm confusing|i'm getting confused|i am confusing|i'm stuck|going back|this is wrong|that's wrong|that doesn't work|this doesn't work|this approach)",
    role: "act",
    weight: 1.5,
    kind: "backtrack",
    example: "I'm overcomplicating this.",
  },
  {
    opener:
      "(i'm really stuck|i'm still stuck|i keep coming back|i keep going back|i think i'm (overcomplicating|overthinking|confusing|stuck|mixing))",
    role: "act",
    weight: 1.9,
    kind: "backtrack",
    example: "I think I'm overcomplicating this.",
  },
  {
    opener:
      "(i'll go with|i'll settle|i'll stick|i'll conclude|i'll have to go with|i should conclude|i think i'll (go with|settle|stick|have to go|conclude)|let's go with|let me go with)",
    role: "act",
    weight: 1.9,
    kind: "conclude",
    example: "I think I'll go with the shorter name.",
  },
  { opener: "(i don't|i can't|i'm not)", role: "act", weight: 0.3, example: "I don't see a faster way." },
  {
    opener: "(what about|what if|how about|suppose|is there|are there|could it be|does it|do we)",
    role: "act",
    weight: 0.8,
    kind: "check",
    example: "What about an empty list?",
  },
  {
    opener: "(how to|how do|how does|how can|how would|how should|what is|what are|what's|what does)",
    role: "act",
    weight: 0.7,
    kind: "plan",
    example: "How to keep the order?",
  },
  {
    opener:
      "(the problem|the question|the user|the task|the statement|the prompt) (says|asks|is|states|wants|gives|mentions|asked|didn't|might|said|just)",
    role: "act",
    weight: -0.1,
    kind: "frame",
    example: "The user wants a short answer.",
  },
  {
    opener:
      "the (steps|plan|approach|algorithm|idea|process|main part|next step|first step|first challenge|tricky part|key|challenge|main challenge|overall|code outline|code structure|code steps|outline|function outline)",
    role: "act",
    weight: 1.7,
    kind: "plan",
    example: "The plan is to sort first.",
  },
  {
    opener: "the (code|function|output|result|value)",
    role: "act",
    weight: 0,
    example: "The code returns early.",
  },
  {
    opener:
      "(the answer|the final answer|the correct answer|correct answer|my answer|answer|final choice|choose option|choose answer|i conclude)",
    role: "act",
    weight: 1.6,
    kind: "conclude",
    example: "The answer is nine.",
  },
  {
    opener: "(putting|put|combining|bringing) (it|this|everything|that|these|all)",
    role: "act",
    weight: 1.9,
    kind: "plan",
    example: "Putting it all together, the loop runs twice.",
  },
  {
    opener:
      "(testing|trying|checking|looking|considering|thinking|going|writing|implementing|coding|plugging|verifying)",
    role: "act",
    weight: 1.8,
    example: "Testing the draft with three rows.",
  },
  {
    opener: "in (code|python|javascript|java)",
    role: "act",
    weight: 0,
    kind: "compute",
    example: "In code, that is one line.",
  },
  {
    opener:
      "(approach|idea|way|thought|possibility|angle|option|point|thing|consideration|argument|aspect|method|possible)",
    role: "act",
    weight: 0.1,
    kind: "explore",
    example: "Another idea: sort the keys.",
  },
];
