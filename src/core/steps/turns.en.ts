import type { Turn } from "./turn.ts";

/** What opens an objection, when nothing follows that opens something else. */
const wait =
  "(wait|but wait|wait but|wait no but|no wait|oh wait|oh no wait|hmm wait|wait wait|wait hold on|so wait|okay wait|wait a minute|wait a second|hold on|but hold on|wait though|wait hmm|hmm but|hmm but wait)";

export const turnsEn: readonly Turn[] = [
  { turn: "doubts", phrase: wait, example: "Wait, but the bound is included here." },
  {
    turn: "none",
    phrase: `${wait} (maybe|perhaps|another|alternatively|also|here's|suppose|for example|for instance|and|then|so)`,
    example: "Wait, maybe a map is simpler.",
  },
  {
    turn: "none",
    phrase: `${wait} (what if|what about|what's|what is|what does|what are|how|why|when|where|which|who|is there|are there|could|can|should|do i|do we|if|since|let me think|let me do|let's do|let's test|let me test|let's take|let's break|let's calculate|let me compute|let's compute|that works|the answer might|the answer could|let me try|let's try|let's think|let me see|let me consider|let's consider|let me recall|let me start|i can|i could|i should|i need|i have|i think|i remember|i recall|i know|we can|we could|the key|the main|the idea|the trick|in that case|in this case|it's better|just to|that makes sense|there's another|you can|you could|instead|after|looking at|to|yes|right|okay|one more|here|as|with|like)`,
    example: "Wait, what about an empty list?",
  },
  {
    turn: "none",
    phrase: `${wait} (let me|let's|i should) (check|verify|confirm|test|see) (if|whether|with|for|another|the case|what|how|each|all)`,
    example: "Wait, let me check whether the list may be empty.",
  },
  {
    turn: "doubts",
    phrase: `${wait} (maybe|perhaps|i think|i might|could) (i (made|messed|missed|misread|misunderstood|miscounted|miscalculated|got)|i'm wrong|i am wrong|i've made|i have made|have made|have missed|have messed|that's wrong|that is wrong|that's not)`,
    example: "Wait, maybe I made a mistake with the sign.",
  },
  {
    turn: "doubts",
    phrase:
      "(actually no|actually wait|no that's|no that is|no this is|no that can't|that's not right|that is not right)",
    example: "Actually, no, the list is sorted first.",
  },
  {
    turn: "doubts",
    anywhere: true,
    phrase:
      "(is that right|is that correct|is this right|is this correct|is it correct|is that true|is it true|is this true|is that really|is this really|am i sure|are we sure|is that so|was that right|did i miss|did i make|did i miscalculate|did i misread|have i missed|am i missing)",
    example: "But is that right for negative numbers?",
  },
  {
    turn: "doubts",
    anywhere: true,
    phrase:
      "(that|this|it|which) (can't be|cannot be|can't possibly be|doesn't seem|does not seem|doesn't look|doesn't sound|contradicts|would contradict|seems to contradict|doesn't add up|doesn't make sense|doesn't match|does not match|conflicts with)",
    example: "Hmm, that contradicts the first result.",
  },
  {
    turn: "doubts",
    anywhere: true,
    phrase:
      "(that|this|it) (seems|looks|sounds|feels) (off|odd|wrong|strange|suspicious|too|quite a lot|weird|unlikely|contradictory|inconsistent)",
    example: "A share of 140 percent: that looks wrong.",
  },
  {
    turn: "doubts",
    anywhere: true,
    phrase:
      "(i|i've|i have|i might have|i may have|i must have|i could have|did i|didn't|don't|not) (made|make) (a mistake|an error|any mistakes|any mistake|any errors|any miscalculations)",
    example: "I must have made an error in the sum.",
  },
  {
    turn: "none",
    phrase: "(maybe|perhaps|what if|what about|suppose|but what if|but what about|so|i'll|given that)",
    example: "Maybe the index starts at one, but that contradicts the comment.",
  },
  {
    turn: "doubts",
    anywhere: true,
    phrase:
      "(a contradiction|contradicts what|messed up|must have missed|might have missed|may have missed|might be wrong|may be wrong|i was wrong|i misread|i miscounted|i miscalculated|i misunderstood|that's a discrepancy|there's a discrepancy|something is wrong|something's wrong|something is off|something's off)",
    example: "I think I miscounted the second row.",
  },
  {
    turn: "drops",
    anywhere: true,
    phrase:
      "(that|this|it|which|approach|idea|one) (doesn't work|does not work|won't work|didn't work|isn't working|is not working|can't work|doesn't help|didn't help|isn't helpful|is not helpful|leads nowhere|is a dead end|may not work)",
    example: "This approach doesn't work, since the keys may repeat.",
  },
  {
    turn: "drops",
    anywhere: true,
    phrase:
      "(this|that|the|my|first|initial|previous) (approach|idea|method|plan|attempt|way|line) (is|was) (wrong|flawed|no good|too slow|a dead end)",
    example: "Actually, that approach is wrong, the keys may repeat.",
  },
  {
    turn: "drops",
    anywhere: true,
    phrase:
      "(not helpful|not working|dead end|start over|starting over|start from scratch|never mind|scrap that|scrap this|scrap it|forget that|forget this|forget it|overcomplicating|overthinking|wrong track|wrong path|back to square one|i'll drop|let me drop|drop this|drop that|abandon|discard|rule that out|rule it out|rule this out|not a bug)",
    example: "Let me start over with the sorted list.",
  },
  {
    turn: "retries",
    phrase:
      "(alternatively|or alternatively|wait alternatively|another approach|another way|another idea|another method)",
    example: "Alternatively, count the gaps.",
  },
  {
    turn: "retries",
    anywhere: true,
    phrase:
      "(try|think of|use|consider|need|requires|take) (another|a different|an alternative|some other|something) (way|approach|method|angle|strategy|idea|tack|else|different|route)",
    example: "Let me try another way.",
  },
  {
    turn: "retries",
    anywhere: true,
    phrase:
      "(think differently|look at it differently|start again|approach it differently|from a different angle)",
    example: "Let me think differently about the gaps.",
  },
];
