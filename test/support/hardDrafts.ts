import type { HardCase } from "./hardCases.ts";

/** The prose of a model that does not leave its draft any more, each paragraph a remark. */
const remarks = [
  "Wait, the total is read before the loop has run. For an empty list that is fine, and for any other list the sum is still zero when it is returned, so the draft above is wrong for all of them but one.",
  "So the return belongs behind the loop. With that the sum is complete, and nothing else in the function has to move, since the loop does not look at the total at all.",
  "But what about rows without an amount? The draft adds nothing, which makes the whole sum nothing as well, and the caller would see an empty field instead of a number in the report.",
  "The loop could skip such rows. A row without an amount is a draft of an order and should not count, and the comment above the function says that only placed orders are summed up.",
  "Let me test this with three rows. The first has 4, the second has none and the third has 5. The loop adds 4, skips one row, adds 5, and the function returns 9, which is what the report shows today.",
];

function asRemarks(sign: string): string {
  const draft = ["def total(rows):", "sum = 0", "return sum", "for row in rows:", "sum += row.amount"];
  const code = draft.map((line, at) => `${"    ".repeat(Math.min(at, 1))}${line}`).join("\n\n");
  const before = [
    "This is the first try.",
    "It is short and plain.",
    "It reads each row once.",
    "It adds them all up.",
    "Rows are read in order.",
    "That is all of it.",
  ];
  return `Let me write the function down before I look at it more closely.\n\n${code}\n\n${[...before, ...remarks].map((remark) => sign + remark).join("\n\n")}`;
}

const heads = ["Let me write", "Wait, the total", "But what about", "Let me test"];

export const hardDrafts: readonly HardCase[] = [
  {
    name: "thought that goes on in the remarks of a draft is cut as any other",
    text: asRemarks("    # "),
    heads,
  },
  { name: "so is thought in remarks of remarks", text: asRemarks("    // // "), heads },
  { name: "so is thought that only stands as deep as its draft", text: asRemarks("            "), heads },
  {
    name: "the short moves of one attempt are one step, numbered or not",
    heads: ["Four jugs have", "Let me try", "Alternatively, fill the"],
    text: `Four jugs have to be filled from one tap, and the tap runs for ten minutes only. Each jug takes as many minutes as it has litres, and two jugs can stand under the tap at the same time, so the question is which of them go together.

Let me try this order:

Step 1: Fill the jugs of 1 and 2 litres. Time: 2 minutes. Full: two jugs.

Step 2: Take the small one away. Time: 1 minute. Total: 3 minutes.

Step 3: Fill the jugs of 5 and 6 litres. Time: 6 minutes. Total: 9 minutes. Full: all but one.

Step 4: Fill the last one. Time: 2 minutes. Total: 11 minutes. That is over the limit.

Alternatively, fill the two large ones first and never move the small ones, because moving a jug costs as much time as filling a small one. Then the large ones take 6 minutes and the small ones 2, which makes 8 minutes in all and leaves time to spare.`,
  },
];
