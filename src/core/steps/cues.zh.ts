import type { Cue } from "./cue.ts";

export const cuesZh: readonly Cue[] = [
  {
    kind: "frame",
    weight: 1,
    phrase: "(用户问|用户要求|用户想|需要决定|当前轮次|游戏规则|题目|分析用户|当前情况|我的手牌是|目标牌是)",
  },
  {
    kind: "plan",
    weight: 0.9,
    phrase: "(需要解释|应该说明|要提到|需要提到|结构|步骤|接下来|首先|草稿|确定|制定|下一步)",
  },
  { kind: "recall", weight: 0.7, phrase: "(根据规则|规则是|定义|公式|众所周知|属于)" },
  { kind: "explore", weight: 0.7, phrase: "(可能|如果|或者|假设|那么|另一|考虑|是否|根据)" },
  { kind: "compute", weight: 1.1, phrase: "(总共|共有|概率|计算|剩余的|剩下的|数量|起草|润色|打磨)" },
  { kind: "check", weight: 1, phrase: "(检查|确认|验证|审查|重新|遗漏|再看)" },
  { kind: "backtrack", weight: 1, phrase: "(不对|弄错|搞错|回到)" },
  {
    kind: "conclude",
    weight: 1.3,
    phrase: "(综合|总结|综上|最终|最优策略|决定是|因此选择|应该选择|更合理|总之)",
  },
];
