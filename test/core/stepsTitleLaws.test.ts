import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { holdSpans } from "../../src/core/steps/spans.ts";
import { splitSteps } from "../../src/core/steps/splitSteps.ts";
import { traces } from "../support/traces.ts";

const shared = join(import.meta.dirname, "../../../shared/steps");
const skip = existsSync(shared) ? false : `the recorded traces are not here (${shared})`;

const wantsMore =
  /(?:^|\s)(?:the|an?|and|or|but|than|because|if|which|whose|can|could|would|should|will|must|their|its|my|our|your|says|means)$/;
/** "What this refers to" has its object. */
const wantsObject =
  /(?<!\b(?:what|how|where|who|which|why)\b.*)(?:^|\s)(?:is|are|was|were|of|to|with|for|from|by|at|as|into)$/i;

/** What no title may be, and what it is called when one is. */
const laws: readonly (readonly [string, (title: string) => boolean])[] = [
  ["too long", (title) => title.length > (/[\u3400-\u9fff]/u.test(title) ? 24 : 60)],
  ["empty or on several lines", (title) => title.trim() === "" || title.includes("\n")],
  ["torn quote, code or bracket", (title) => /[{}[\]()（）"“”`]/u.test(holdSpans(title).text)],
  ["loose mark at an end", (title) => /^[\s,.:;，。：]|[\s,:;.，：。]$|\*\*|\\\(/u.test(title)],
  ["ends in a word that wants more", (title) => wantsMore.test(title) || wantsObject.test(title)],
  ["opener left", (title) => /^(?:okay|ok|so|wait|but|hmm|let me|let's|i need to)\b/i.test(title)],
];

function broken(text: string): string[] {
  return splitSteps(text).flatMap(({ title }) =>
    laws.filter(([, breaks]) => breaks(title)).map(([law]) => `${law}: ${title}`),
  );
}

for (const [name, text] of Object.entries(traces)) {
  test(`${name}: each title is short, balanced and ends well`, () => assert.deepEqual(broken(text), []));
}

test("a line of nothing but opening marks has a title and takes no time", () => {
  for (const mark of ["(", '"', "`", "[{", "“", "\\(", "$", "'"]) {
    assert.deepEqual(broken(`Look ${mark.repeat(500)}`), [], mark);
  }
});

test("titling a title changes next to nothing", { skip }, () => {
  const titles = recorded().flatMap((text) => splitSteps(text).map(({ title }) => title));
  const changed = titles.filter((title) => splitSteps(title)[0]?.title !== title);
  assert.ok(
    changed.length < titles.length / 80,
    `${changed.length} of ${titles.length}: ${changed.join(" | ")}`,
  );
});

test("in recorded traces each title is short, balanced and ends well", { skip }, () => {
  assert.deepEqual(recorded().flatMap(broken), []);
});

/** Every reasoning in the shared files. */
function recorded(): string[] {
  return ["gold", "traces"].flatMap((folder) =>
    readdirSync(join(shared, folder)).flatMap((file) =>
      readFileSync(join(shared, folder, file), "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map(reasoningOf),
    ),
  );
}

function reasoningOf(line: string): string {
  const row: unknown = JSON.parse(line);
  const known = typeof row === "object" && row !== null && "reasoning" in row ? row.reasoning : undefined;
  return typeof known === "string" ? known : "";
}
