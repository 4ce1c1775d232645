import assert from "node:assert/strict";
import { test } from "node:test";
import { splitSteps } from "../../src/core/steps/splitSteps.ts";
import type { StepKind } from "../../src/core/steps/step.ts";
import { traces } from "../support/traces.ts";

const titles: readonly (readonly [string, string])[] = [
  ["Okay, so I need to find the perimeter of a rectangle.", "Find the perimeter of a rectangle"],
  ["Let me verify the second row before I go on.", "Verify the second row"],
  ["Wait, but what if the list is empty? Let me see.", "What if the list is empty"],
  ["Now, let's think about how to split the line.", "How to split the line"],
  ["Once I have the opcode, I need to map it to its byte.", "Map it to its byte"],
  ["So the steps for each line are these.", "Steps for each line are these"],
  ["Hmm. Let me start by breaking down the pattern into parts.", "Break down the pattern into parts"],
  ["Alternatively, I could use `listLateOrders(orders)` here.", "Use `listLateOrders(orders)` here"],
  ["**Testing the draft**\n\nIt returns 6.", "Testing the draft"],
  ["### 2. Possible fixes\n\nOne is a guard.", "Possible fixes"],
  ["1. **Analyze the request:** two files.", "Analyze the request"],
  [
    "readLines() returns an empty array for an empty file.",
    "readLines() returns an empty array for an empty file",
  ],
  ["Therefore, the answer is 12.", "Answer: 12"],
  ["首先，我需要检查循环的边界，因为最后一个数字没有被加进去。", "检查循环的边界"],
  ["嗯，用户想知道为什么列表的总和不对。", "知道为什么列表的总和不对"],
];

for (const [text, title] of titles) {
  test(`"${text.slice(0, 50)}" is titled "${title}"`, () => assert.equal(splitSteps(text)[0]?.title, title));
}

test("titles are short, start clean and end clean", () => {
  for (const [name, text] of Object.entries(traces)) {
    for (const { title } of splitSteps(text)) {
      const chinese = /[\u3400-\u9fff]/u.test(title);
      assert.ok(title.length > 0 && title.length <= (chinese ? 24 : 60), `${name}: ${title}`);
      assert.doesNotMatch(title, /^[\s,.:;]|[\s,:;.，：。]$|\n|\*\*|\\\(/u, `${name}: ${title}`);
      assert.doesNotMatch(title, /^(?:okay|so|wait|but|hmm|let me|now|i need to)\b/i, `${name}: ${title}`);
    }
  }
});

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
