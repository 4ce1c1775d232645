import assert from "node:assert/strict";
import { test } from "node:test";
import { gather } from "../../src/core/wire/decode.ts";
import type { Part } from "../../src/core/wire/part.ts";
import { createTagReader } from "../../src/core/wire/tagReader.ts";
import { everyCut } from "../support/everyCut.ts";

interface Said {
  text: string;
  reasoning: string;
  answer: string;
}

function read(pieces: Iterable<string>): Omit<Said, "text"> {
  const reader = createTagReader();
  const parts: Part[] = [];
  for (const piece of pieces) for (const part of reader.push(piece)) parts.push(part);
  const { reasoning, answer } = gather([...parts, ...reader.end()]);
  return { reasoning, answer };
}

const fence = "```";

const tricky: Record<string, Said> = {
  "a closing tag in a code span of a thought is text": {
    text: "<think>The tag `</think>` ends it.</think>So.",
    reasoning: "The tag `</think>` ends it.",
    answer: "So.",
  },
  "a backtick that was never closed does not keep a thought open": {
    text: "<think>It's `odd.</think>So.",
    reasoning: "It's `odd.",
    answer: "So.",
  },
  "a backtick at the very end of a thought neither": {
    text: "<think>a `b</think>",
    reasoning: "a `b",
    answer: "",
  },
  "a thought without opener that names the tag in code is still found": {
    text: "What does `<think>` do?\n</think>\n\nIt opens.",
    reasoning: "What does `<think>` do?\n",
    answer: "\n\nIt opens.",
  },
  "and one that holds a whole pair": {
    text: "Say <think>x</think> here?\n</think>\n\nYes.",
    reasoning: "Say <think>x</think> here?\n",
    answer: "\n\nYes.",
  },
  "code on one line between three backticks opens no fence": {
    text: `Run ${fence}x${fence} or\n${fence}y${fence}\nthen.\n</think>\nYes.`,
    reasoning: `Run ${fence}x${fence} or\n${fence}y${fence}\nthen.\n`,
    answer: "\nYes.",
  },
  "a span of two backticks holds a single one": {
    text: "Write ``a`</think>`` so.",
    reasoning: "",
    answer: "Write ``a`</think>`` so.",
  },
  "an opener and its closing tag in an answer with other names are text": {
    text: "Use <reasoning>a</reasoning> and <thinking>b</thinking>.",
    reasoning: "",
    answer: "Use <reasoning>a</reasoning> and <thinking>b</thinking>.",
  },
};

for (const [says, { text, reasoning, answer }] of Object.entries(tricky)) {
  test(`${says}, wherever the text is cut`, () => {
    for (const pieces of everyCut(text))
      assert.deepEqual(read(pieces), { reasoning, answer }, JSON.stringify(pieces));
  });
}

test("an answer that goes on after a later thought may begin with a stray closing tag", () => {
  const reader = createTagReader();
  const parts = reader.push("<think>a</think>One");
  reader.thought();
  parts.push(...reader.push("</thou"), ...reader.push("ght> two </thought>"), ...reader.end());
  assert.equal(gather(parts).answer, "One two </thought>");
});

// Each took minutes, or for ever, where a tag meant reading all of the text again.
const many = 50_000;
const long: Record<string, Said> = {
  "closing tags in one code span": {
    text: `See \`${"</think>".repeat(many)}\`.`,
    reasoning: "",
    answer: `See \`${"</think>".repeat(many)}\`.`,
  },
  "closing tags in one fence": {
    text: `See\n${fence}\n${"a</think>".repeat(many)}`,
    reasoning: "",
    answer: `See\n${fence}\n${"a</think>".repeat(many)}`,
  },
  "closing tags in one fence of a thought": {
    text: `<think>${fence}\n${"a</think>".repeat(many)}`,
    reasoning: `${fence}\n${"a</think>".repeat(many)}`,
    answer: "",
  },
  "closing tags in spans of a thought": {
    text: `<think>${"`</think>`".repeat(many)}</think>b`,
    reasoning: "`</think>`".repeat(many),
    answer: "b",
  },
  "pairs in an answer": {
    text: `a${"<think></think>".repeat(many)}`,
    reasoning: "",
    answer: `a${"<think></think>".repeat(many)}`,
  },
  "nested openers": {
    text: `${"<think>".repeat(many)}a</think>b`,
    reasoning: `${"<think>".repeat(many - 1)}a`,
    answer: "b",
  },
  "nested tags in an answer": {
    text: `a${"<think>".repeat(many)}${"</think>".repeat(many)}`,
    reasoning: "",
    answer: `a${"<think>".repeat(many)}${"</think>".repeat(many)}`,
  },
  "thoughts one after the other": {
    text: `${"<think>a</think>".repeat(many)}b`,
    reasoning: "a".repeat(many),
    answer: "b",
  },
  "backticks in one line": {
    text: `${"`a".repeat(5 * many)}</think>b`,
    reasoning: "`a".repeat(5 * many),
    answer: "b",
  },
  "beginnings of tags": {
    text: `a${"<".repeat(10 * many)}`,
    reasoning: "",
    answer: `a${"<".repeat(10 * many)}`,
  },
  spaces: { text: `${" ".repeat(10 * many)}b`, reasoning: "", answer: `${" ".repeat(10 * many)}b` },
};

function* units(text: string): Generator<string> {
  for (let at = 0; at < text.length; at++) yield text.charAt(at);
}

for (const [what, { text, reasoning, answer }] of Object.entries(long)) {
  test(`${text.length} units of ${what} are read, whole and unit by unit`, () => {
    for (const pieces of [[text], units(text)]) {
      const said = read(pieces);
      // Compared before asserting, or a failure would print megabytes.
      assert.ok(
        said.reasoning === reasoning,
        `${said.reasoning.length} of ${reasoning.length} units of reasoning`,
      );
      assert.ok(said.answer === answer, `${said.answer.length} of ${answer.length} units of answer`);
    }
  });
}
