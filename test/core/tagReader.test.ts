import assert from "node:assert/strict";
import { test } from "node:test";
import { gather } from "../../src/core/wire/decode.ts";
import { createTagReader } from "../../src/core/wire/tagReader.ts";
import { tags } from "../../src/core/wire/tags.ts";
import { everyCut } from "../support/everyCut.ts";
import { randomCuts } from "../support/randomCuts.ts";

interface Case {
  says: string;
  text: string;
  reasoning: string;
  answer: string;
  startsInside?: boolean;
}

const fence = "```";

const cases: Case[] = [
  ...tags.map(({ open, close }) => ({
    says: `${open} opens and ${close} closes`,
    text: `${open}Let me see.${close}Yes.`,
    reasoning: "Let me see.",
    answer: "Yes.",
  })),
  {
    says: "white space before the tag is no answer",
    text: "\n <think>a</think>b",
    reasoning: "a",
    answer: "\n b",
  },
  {
    says: "an empty thought is none",
    text: "<think>\n\n</think>\n\nYes.",
    reasoning: "\n\n",
    answer: "\n\nYes.",
  },
  {
    says: "two thoughts before the answer",
    text: "<think>a</think>\n<think>b</think>c",
    reasoning: "ab",
    answer: "\nc",
  },
  { says: "a thought that never closes stays one", text: "<think>a < b", reasoning: "a < b", answer: "" },
  {
    says: "what only looks like a tag is text",
    text: "<thin air> < </ <think",
    reasoning: "",
    answer: "<thin air> < </ <think",
  },
  {
    says: "half a tag at the very end is given back",
    text: "<think>a</think>x </thi",
    reasoning: "a",
    answer: "x </thi",
  },
  {
    says: "half a closing tag at the end of a thought too",
    text: "<think>a</thin",
    reasoning: "a</thin",
    answer: "",
  },
  {
    says: "a tag in the middle of an answer is text",
    text: "Use <think> here.",
    reasoning: "",
    answer: "Use <think> here.",
  },
  {
    says: "both tags in the middle of an answer are text",
    text: "<think>a</think>Use <think>b</think>.",
    reasoning: "a",
    answer: "Use <think>b</think>.",
  },
  {
    says: "so are they when there was no thought",
    text: "Use <think>b</think>.",
    reasoning: "",
    answer: "Use <think>b</think>.",
  },
  {
    says: "a closing tag alone makes what was before it reasoning",
    text: "Okay, so\nit is.\n</think>\n\nYes.",
    reasoning: "Okay, so\nit is.\n",
    answer: "\n\nYes.",
  },
  {
    says: "a closing tag in a code span is text",
    text: "Write `</think>` so.",
    reasoning: "",
    answer: "Write `</think>` so.",
  },
  {
    says: "a closing tag in a fence of the answer is text",
    text: `See:\n${fence}\n</think>\n${fence}\nso.`,
    reasoning: "",
    answer: `See:\n${fence}\n</think>\n${fence}\nso.`,
  },
  {
    says: "a closing tag within a line of code is text in a thought",
    text: `<think>a\n${fence}js\nsplit("</think>")\n${fence}\nb</think>c`,
    reasoning: `a\n${fence}js\nsplit("</think>")\n${fence}\nb`,
    answer: "c",
  },
  {
    says: "a fence that was never closed does not swallow the answer",
    text: `<think>a\n${fence}js\nlet x\n</think>\nc`,
    reasoning: `a\n${fence}js\nlet x\n`,
    answer: "\nc",
  },
  {
    says: "a model whose template opened the tag",
    text: "Okay.</think>Yes.",
    reasoning: "Okay.",
    answer: "Yes.",
    startsInside: true,
  },
  {
    says: "harmony's marks of the final channel are dropped",
    text: "<|channel|>analysis<|message|>a<|end|><|start|>assistant<|channel|>final<|message|>b",
    reasoning: "a",
    answer: "b",
  },
];

function read(pieces: string[], startsInside = false) {
  const reader = createTagReader(startsInside);
  const { reasoning, answer } = gather([...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()]);
  return { reasoning, answer };
}

for (const { says, text, reasoning, answer, startsInside } of cases) {
  test(`${says}, wherever the text is cut`, () => {
    for (const pieces of everyCut(text)) {
      assert.deepEqual(read(pieces, startsInside), { reasoning, answer }, JSON.stringify(pieces));
    }
  });
}

test("any mix of tags, code and text reads the same however it is cut, and loses no other text", () => {
  const shreds = [
    "<think>",
    "</think>",
    "<thought>",
    "</thought>",
    "◁think▷",
    "◁/think▷",
    "<|end|>",
    "`",
    fence,
    "\n",
    " ",
    "a",
    "<",
    "</",
    "word. ",
    "🙂",
  ];
  let seed = 7;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  for (let round = 0; round < 400; round++) {
    const text = Array.from({ length: 30 }, () => shreds[Math.floor(random() * shreds.length)]).join("");
    const whole = read([text]);
    for (const pieces of [
      text.split(""),
      ...Array.from({ length: 3 }, () => randomCuts(text, Math.floor(random() * 1e6))),
    ]) {
      assert.deepEqual(read(pieces), whole, JSON.stringify({ text, pieces }));
    }
    const marks = new RegExp(
      tags
        .flatMap(({ open, close }) => [open, close])
        .map((mark) => mark.replace(/[|]/g, "\\|"))
        .join("|"),
      "g",
    );
    const kept = (whole.reasoning + whole.answer).replace(marks, "");
    assert.deepEqual(
      Array.from(kept).toSorted().join(""),
      Array.from(text.replace(marks, "")).toSorted().join(""),
      text,
    );
  }
});

test("reasoning that came on its own leaves a stray closing tag no meaning", () => {
  const reader = createTagReader();
  reader.thought();
  const said = gather([...reader.push("</think>\n\nYes </think> no."), ...reader.end()]);
  assert.deepEqual([said.reasoning, said.answer], ["", "\n\nYes </think> no."]);
});
