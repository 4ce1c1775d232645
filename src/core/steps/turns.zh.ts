import type { Turn } from "./turn.ts";

/** Chinese turns, character by character. */
export const turnsZh: readonly Turn[] = [
  {
    turn: "doubts",
    phrase: "(等等|等一下|不对|但等等|但等一下|嗯等等|哦不对|不是不对|慢着)",
    example: "等等，下标应该从零开始。",
  },
  {
    turn: "doubts",
    anywhere: true,
    phrase:
      "(真的吗|真的对吗|对吗|这对吗|真的是这样吗|是这样吗|没错吗|正确吗|是不是弄错|是不是算错|是不是搞错)",
    example: "总和是九，真的是这样吗？",
  },
  {
    turn: "doubts",
    anywhere: true,
    phrase:
      "(但|但是|不过|可是|然而)(这里有问题|这里存在问题|这里存在矛盾|这里有矛盾|这里可能存在错误|这里可能有误|这不对|这样不对|这似乎不对|这好像不对|这矛盾|这有矛盾|这里不对)",
    example: "但这里有问题，列表可能是空的。",
  },
  {
    turn: "doubts",
    anywhere: true,
    phrase:
      "(我弄错了|我算错了|我搞错了|刚才弄错|刚才算错|之前算错|之前弄错|可能弄错|可能算错|自相矛盾|显然不对|说不通)",
    example: "我可能算错了第二行。",
  },
  {
    turn: "drops",
    anywhere: true,
    phrase:
      "(行不通|走不通|不可行|放弃这个|放弃这种|此路不通|推倒重来|放下这个|先放下这|不再考虑这|从头再来|想复杂了|想得太复杂)",
    example: "这个办法行不通，因为键会重复。",
  },
  {
    turn: "retries",
    anywhere: true,
    phrase: "(换个|换一个|换种|换一种)(思路|角度|方法|办法|写法|方式)",
    example: "换个思路，先排序再比较。",
  },
  {
    turn: "retries",
    phrase:
      "(另一种思路|另一种方法|另一种办法|另一个思路|另一个办法|另一个角度|从另一个角度|重新考虑|重新来过|重新开始)",
    example: "另一种思路是先排序。",
  },
];
