import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { before, describe, test } from "node:test";
import type { CodeContext } from "../../src/core/ask/codeContext.ts";
import { codeIntents } from "../../src/core/ask/intent.ts";
import { questionOf, userMessage } from "../../src/core/ask/messages.ts";
import { chooseTrace, parseTrace, readTraces, type Trace } from "../../src/demo/trace.ts";

const sample = path.resolve(import.meta.dirname, "..", "..", "media", "sample");
const source = path.join(sample, "workspace", "src");

const linesAround = 10;

/** The code context of one line of a sample file, as the editor would gather it. */
function contextOf(name: string, text: string, line: number): CodeContext {
  const lines = text.split("\n");
  const part = (from: number, to: number) => lines.slice(Math.max(0, from - 1), to).join("\n");
  return {
    scope: "selection",
    uri: `file:///${name}`,
    path: `src/${name}`,
    languageId: name.endsWith(".py") ? "python" : "typescript",
    startLine: line,
    endLine: line,
    text: part(line, line),
    before: part(line - linesAround, line - 1),
    after: part(line + 1, line + linesAround),
    diagnostics: [],
  };
}

const recorded: Record<string, string[]> = {
  "range.ts": ["findBugs", "writeTests"],
  "retry.ts": ["explain"],
  "report.py": ["improve"],
  "cart.ts": ["findBugs"],
};

const kebab = (intent: string) => intent.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe("the sample traces", () => {
  let traces: Trace[] = [];
  before(async () => {
    traces = await readTraces(path.join(sample, "traces"));
  });

  const chosen = (message: string) => chooseTrace(traces, message)?.name;

  test("are long enough to show steps, and small enough to ship", () => {
    const sizes = traces.map(({ name, reasoning, answer }) => {
      const paragraphs = reasoning.split(/\n{2,}/).length;
      const short = /^only-|-other\./.test(name);
      assert.ok(short ? paragraphs <= 8 : paragraphs >= 40 && paragraphs <= 120, `${name}: ${paragraphs}`);
      assert.match(answer, /\*\*/, name);
      return Buffer.byteLength(reasoning + answer);
    });
    const total = sizes.reduce((sum, size) => sum + size, 0);
    assert.ok(total < 120_000, `${total} bytes`);
  });

  test("answer whichever line of a sample file is asked about, with the trace of that intent", async () => {
    for (const name of await readdir(source)) {
      const text = (await readFile(path.join(source, name), "utf8")).trimEnd();
      const stem = path.parse(name).name;
      for (let line = 1; line <= text.split("\n").length; line++) {
        for (const intent of codeIntents) {
          const sent = userMessage(questionOf(intent, "What?"), contextOf(name, text, line));
          const known = recorded[name]?.includes(intent);
          assert.equal(
            chosen(sent),
            `${stem}-${known ? kebab(intent) : "other"}.md`,
            `${intent} ${name}:${line}`,
          );
        }
      }
    }
  });

  test("do not speak of a file that only has the same name", () => {
    const context = contextOf("retry.ts", "export const retry = () => 1;", 1);
    assert.equal(chosen(userMessage(questionOf("explain", ""), context)), "only-samples-en.md");
  });

  test("admit what they do not know, in the language of the question", () => {
    assert.equal(chosen("And what about tabs?"), "only-samples-en.md");
    assert.equal(chosen("那么制表符呢？"), "only-samples-zh.md");
  });

  test("are in Chinese where they say so", () => {
    for (const { name, language, reasoning, answer } of traces) {
      const share = (text: string) => (text.match(/\p{Script=Han}/gu)?.length ?? 0) / text.length;
      for (const text of [reasoning, answer]) {
        assert.equal(share(text) > 0.2, language === "zh", `${name}: ${share(text)}`);
      }
    }
  });
});

describe("parseTrace", () => {
  const file = "---\nmatch: a + b | c\nlanguage: zh\n---\nThink.\n\nMore.\n=== answer ===\nSay.\n";
  const trace = {
    name: "x.md",
    match: [["a"], ["b", "c"]],
    language: "zh",
    reasoning: "Think.\n\nMore.",
    answer: "Say.",
  };

  test("reads a file, with the line ends of any system", () => {
    assert.deepEqual(parseTrace("x.md", file), trace);
    assert.deepEqual(parseTrace("x.md", file.replaceAll("\n", "\r\n")), trace);
  });

  test("names the file that is none", () => {
    assert.throws(() => parseTrace("x.md", "Think."), /x\.md: not a trace file/);
    assert.throws(() => parseTrace("x.md", file.replace("match", "fits")), /x\.md: no match line/);
  });
});
