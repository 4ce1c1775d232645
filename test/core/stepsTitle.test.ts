import assert from "node:assert/strict";
import { test } from "node:test";
import { splitSteps } from "../../src/core/steps/splitSteps.ts";
import type { StepKind } from "../../src/core/steps/step.ts";
import { traces } from "../support/traces.ts";

const titles: readonly (readonly [string, string])[] = [
  ["Okay, so I need to find the perimeter of a rectangle.", "Find the perimeter of a rectangle"],
  ["Let me verify the second row before I go on.", "Verify the second row"],
  ["Wait, but what if the list is empty? Let me see.", "What if the list is empty?"],
  ["Now, let's think about how to split the line.", "How to split the line"],
  ["Once I have the opcode, I need to map it to its byte.", "Map it to its byte"],
  ["So the steps for each line are these.", "Steps for each line are these"],
  ["Hmm. Let me start by breaking down the pattern into parts.", "Break down the pattern into parts"],
  ["Alternatively, I could use `listLateOrders(orders)` here.", "Use listLateOrders(orders) here"],
  ["**Testing the draft**\n\nIt returns 6.", "Testing the draft"],
  ["### 2. Possible fixes\n\nOne is a guard.", "Possible fixes"],
  ["1. **Analyze the request:** two files.", "Analyze the request"],
  [
    "readLines() returns an empty array for an empty file.",
    "readLines() returns an empty array for an empty file",
  ],
  ["Therefore, the answer is 12.", "Answer: 12"],
  ["首先，我需要检查循环的边界，因为最后一个数字没有被加进去。", "检查循环的边界"],
  ["嗯，用户想知道为什么列表的总和不对。", "为什么列表的总和不对"],
  // Questions say what they look at.
  ["What about an empty file here? It has no lines.", "Check an empty file"],
  ["What about limit = 0?", "Check limit = 0"],
  ["What about sorting the keys first?", "Try sorting the keys first"],
  ["But what about the case where the key is missing?", "What if the key is missing?"],
  ["Hmm, is a second dash allowed?", "Is a second dash allowed?"],
  ["Now, why twice?", "Why twice?"],
  ["What about tabs here? A tab is no space.", "What about tabs?"],
  ["Is the row sorted, or at least the part of it that we need?", "Is the row sorted?"],
  ["There's the question of empty rows. Do they count?", "Empty rows"],
  ["In each pass there are only two ways on: forward and out.", "Two ways on in each pass"],
  ["I was asked to explain, not to review, so one remark is enough.", "Explain, not review"],
  ["The total number of rows is 12 + 30 = 42.", "The total number of rows"],
  ["6! is 720. That is too many.", "6! is 720"],
  ["Say we start with four red tiles.", "Start with four red tiles"],
  ["Otherwise, the last row would be lost.", "The last row would be lost"],
  ["Let me think again—the first row holds the names.", "The first row holds the names"],
  ["Alternatively, think in terms of pairs.", "Think in terms of pairs"],
  ["For the error handling:", "Look at the error handling"],
  ['So the answer is "seven."', 'Answer: "seven"'],
  ["So the columns are:", "List the columns"],
  ["During the sort, the rows keep their order.", "The rows keep their order"],
  ["Let me write the loop as follows:", "Write the loop"],
  // A bare object gets a verb.
  ["Now the loop: `for (let i = 0; i < n; i++)`.", "Look at the loop"],
  ["Next, `readRow(line)` on line 12.", "Look at readRow(line) on line 12"],
  ["Alternatively, a sorted list that we search.", "Try a sorted list"],
  ["Now flush, the odd one out.", "Look at flush"],
  // What code, quotes and brackets hold is kept whole or left out.
  ['parse("4-2") is NaN, so the guard throws.', 'parse("4-2") is NaN'],
  ["Count with `limit = 3` first.", "Count with limit = 3 first"],
  ["Let me check the rows [3, 1, 2] before the sort.", "Check the rows [3, 1, 2] before the sort"],
  ['The message says `no such row: "', "The message"],
  ["`tally` is called once for each row.", "tally is called once for each row"],
  [
    "The cache keys come from `tally(rows)`. So tally is called twice.",
    "The cache keys come from tally(rows)",
  ],
  ["Let me run `tally`.", "Run tally"],
  ["Let me compute 4 * (2 + 3! of it) by hand.", "Compute 4 * (2 + 3! of it) by hand"],
  // No half sentence: it ends before a word that wants more.
  [
    "The comment above the function says: one row for each order, and none for those without a date.",
    "Read the comment above the function",
  ],
  [
    "I need to write a function called total(rows) that takes the rows of a table and gives back their sum.",
    "Write a function called total(rows)",
  ],
  ["Let's multiply both sides by two to get \\(\\frac{x}{2} = 4\\).", "Multiply both sides by two"],
  ["A long row, which is one of more than ten cells, would not fit.", "A long row would not fit"],
  // Who asks is no matter, what is asked is.
  ["I'm asked to review this function, src/rows.ts.", "Review this function, src/rows.ts"],
  ["The user wants to know what the second argument does.", "What the second argument does"],
  ["Let me look at it. The second branch never runs.", "The second branch never runs"],
  ["Why is it there? Because the first row holds the names.", "The first row holds the names"],
  ["So the code would look like this:", "Write the code"],
  ["**Step 3: Compare the two sums**", "Compare the two sums"],
  // Chinese.
  ["然后是四个参数。第一个是列表。", "四个参数"],
  ["那空列表呢？这时循环不会执行。", "检查空列表"],
  ["接下来看 readRow。它一行一行地读。", "看 readRow"],
  ["怎么判断“空”？看长度就行。", "怎么判断“空”？"],
  ["结果是 [甲, 乙]。乙被留了下来。", "乙被留了下来"],
  ["但注释没有说重复的行怎么处理。", "重复的行怎么处理"],
  ["如果列表很长，循环会变慢。", "循环会变慢"],
  ["或者，我可以读2行再比较。", "读2行再比较"],
  ["最好的办法可能是先排序。", "最好的办法是先排序"],
  ["如果我先排序，虽然慢一些，但更清楚。", "先排序会怎样"],
  ["根据注释，根据函数的名字，空行应该被跳过。", "空行应该被跳过"],
  [
    "Let me ignore the old coordinates of the drawing and focus on the sizes that are given.",
    "Ignore the old coordinates of the drawing",
  ],
  ["If the map is empty when the loop begins.", "Suppose the map is empty when the loop begins"],
  ["Assuming that the rows are sorted by their dates.", "Suppose the rows are sorted by their dates"],
  ["Therefore k is larger than the number of rows.", "k is larger than the number of rows"],
  [
    "So now, the problem reduces to a search in a sorted list.",
    "The problem reduces to a search in a sorted list",
  ],
  ["另外，sort 是稳定的，所以顺序不变。", "sort 是稳定的"],
  ["具体来说，函数的可能性有两种。", "函数的可能性有两种"],
  ["这里有个关键点：空行也算一行。", "空行也算一行"],
  ["另一种可能是，文件没有关上。", "文件没有关上"],
  ["现在的问题是，缓存是否还有效。", "缓存是否还有效"],
  ["但作为第一个参数，列表不能为空。", "列表不能为空"],
  ["每次循环开始时，计数器会被清零。", "计数器会被清零"],
  ["这里可能存在错误，因为最后一行没有读到。下标从一开始。", "下标从一开始"],
  ["更稳妥的办法是先复制一份。", "更稳妥的办法是先复制一份"],
  ["实际情况是：空行被读了两次。循环从第二行开始。", "空行被读了两次"],
  ["这可能是一个关键点。循环少走了一步。", "循环少走了一步"],
  ["我的分析中提到，缓存没有过期。", "缓存没有过期"],
  ["另外，性能也需要考虑。列表很长。", "考虑性能"],
  ["现在的问题变成了：缓存是否还有效？", "缓存是否还有效？"],
  ["因此，综合考虑速度、内存以及代码的长度，用哈希表更合适。", "用哈希表更合适"],
  ["考虑到列表很长，排序太慢了。", "排序太慢了"],
  ["可能的写法有两种：一种用循环，一种用递归。", "两种写法"],
  // What holds only beside the point does not lead.
  ["I need to find out what this index refers to.", "Find out what this index refers to"],
  ["But even with a cache, the second call is slow.", "The second call is slow"],
  ["Maybe the fact that the list is sorted changes things.", "The list is sorted"],
  ["Another angle—what if the cache is shared?", "What if the cache is shared?"],
  ["Another test case with a row that has two commas:", "Test a row that has two commas"],
  ["Wait, but just to make sure the cache is not shared.", "Make sure the cache is not shared"],
  ["The equation given is 3x² - xy - 2y² = 0.", "The equation given is 3x² - xy - 2y² = 0"],
  ["I have this problem about Dr. Lind's two clocks.", "Dr. Lind's two clocks"],
  ["The answer should be that both rows are equal.", "Answer: both rows are equal"],
  ["Let me see the second row of the table again.", "Look at the second row of the table again"],
  ["So, for each row of the table:\n\n- Read the key.\n- Add it.", "Steps for each row of the table"],
  ["Putting it all together:\n\nRead the key, then add it.", "Put it together"],
  ["Now, putting this into code:\n\n```\nadd(key)\n```", "Write the code"],
  ["So the code outline is:\n\n```\nadd(key)\n```", "Outline the code"],
  ["**Final Answer**\n\n\\[ \\boxed{12.5} \\]", "Final Answer: 12.5"],
  ["**Final Answer**\n\n\\boxed{\\frac{1}{2}}", "Final Answer"],
  ["First multiply the two rows by each other.", "Multiply the two rows by each other"],
  ["First test cases fail, the others pass.", "First test cases fail, the others pass"],
  ["Perhaps the question is simply asking for the mean of both.", "The mean of both"],
  ["Perhaps the question is testing attention to detail.", "The question is testing attention to detail"],
  ["The answer is not exactly this one here.", "The answer is not exactly this one here"],
  ["Step 3: Now, send the two slowest rows first.", "Send the two slowest rows first"],
  ["But let me double-check. Row 2: 4. Row 3: 6.", "Double-check the result"],
  ["The types are strings, whole numbers, lists of numbers, lists of strings, and dates.", "List the types"],
];

for (const [text, title] of titles) {
  test(`"${text.slice(0, 50)}" is titled "${title}"`, () => assert.equal(splitSteps(text)[0]?.title, title));
}

test("a better sentence betters the title of an open step, a worse one does not", () => {
  assert.equal(
    splitSteps("Hmm, that's tricky. Let me count the open brackets first.")[0]?.title,
    "Count the open brackets first",
  );
  assert.equal(
    splitSteps("Let me count the open brackets first. That is six.")[0]?.title,
    "Count the open brackets first",
  );
});

const kinds: readonly (readonly [StepKind, string])[] = [
  ["plan", "Now, let me outline the steps for each line of the file, and how to split them."],
  ["recall", "I remember that the formula for the sum of the first n numbers is n(n+1)/2."],
  ["explore", "Alternatively, maybe another approach could be to sort the pairs by their key."],
  ["compute", "Now let me write the code:\n\nfunction total(list) {\n  return list.length;\n}"],
  ["check", "But wait, let me check the edge cases and test the draft with some examples."],
  ["backtrack", "I'm overcomplicating this. That approach doesn't work, so let me go back."],
];
const before =
  "The user wants to know what the function does with its list and why the sum is wrong. ".repeat(4);
const after = "And this goes on for a while with one thing and then another that is said of it here. ".repeat(
  4,
);

for (const [kind, text] of kinds) {
  test(`"${text.slice(0, 50)}" is ${kind}`, () => {
    const steps = splitSteps(
      `${before}\n\n${text}\n\n${after}\n\nNow, let me look at something else. ${after}`,
    );
    const step = steps.find((one) => one.text.startsWith(text.slice(0, 20)));
    assert.equal(step?.kind, kind, JSON.stringify(steps.map((one) => [one.kind, one.title])));
  });
}

test("the first step frames and the last one concludes", () => {
  const steps = splitSteps(traces["prose"] ?? "");
  assert.equal(steps.at(0)?.kind, "frame");
  assert.equal(steps.at(-1)?.kind, "conclude");
});
