import type { Change, RunHead } from "../../src/core/run/change.ts";
import type { StepKind } from "../../src/core/steps/step.ts";

const source = `export function parseRange(text: string): number[] {
  const [start, end] = text.split("-").map(Number);
  const numbers: number[] = [];
  for (let i = start; i <= end; i++) numbers.push(i);
  return numbers;
}`;

export const head: RunHead = {
  id: "run-1",
  intent: "findBugs",
  question: "Find bugs in this code.",
  context: {
    scope: "selection",
    uri: "file:///ws/src/range.ts",
    path: "src/range.ts",
    languageId: "typescript",
    startLine: 12,
    endLine: 24,
    text: source,
    before: "",
    after: "",
    diagnostics: [],
  },
  sent: `Find bugs in this code.\n\nsrc/range.ts, lines 12 to 24:\n\n${source}`,
  endpoint: "DeepSeek",
  model: "deepseek-flash",
  effort: "high",
  sample: false,
  startedAt: "2026-11-23T10:00:00.000Z",
};

interface SampleStep {
  kind: StepKind;
  title: string;
  text: string;
}

export const sampleSteps: readonly SampleStep[] = [
  {
    kind: "frame",
    title: "What parseRange is asked to do",
    text: "We get a text such as `3-7` and shall return the numbers in between.\n\nBoth ends belong to it, the comment says.\n\n",
  },
  {
    kind: "recall",
    title: "How String.split treats an empty part",
    text: "Splitting on `-` gives an empty string where nothing stands before the sign.\n\n",
  },
  {
    kind: "plan",
    title: 'Trace "3-7", then the edge cases',
    text: "First the plain case.\nThen the odd ones:\n\n- a single number\n- a negative start\n- an empty end\n\n",
  },
  {
    kind: "compute",
    title: 'Trace parseRange("3-7") line by line',
    text: 'split gives `["3", "7"]`, so start is 3 and end is 7.\n\n```ts\nfor (let i = 3; i <= 7; i++) numbers.push(i);\n```\n\nFive numbers.\n\n',
  },
  {
    kind: "check",
    title: "Is the end inclusive?",
    text: 'The loop runs while `i <= end`, so 7 itself is pushed. For "3-7" that gives 3, 4, 5, 6, 7.\n\nHmm, the test expects five numbers. That matches. So there is no off-by-one here.\n\n',
  },
  {
    kind: "explore",
    title: "Could a caller rely on the exclusive end?",
    text: "Perhaps somebody passes the length. But nothing in the selection does.\n\n",
  },
  {
    kind: "backtrack",
    title: 'Give up "off by one": the loop is right',
    text: "No, that was a wrong track. The bounds are fine; look at the parsing instead.\n\n",
  },
  { kind: "explore", title: 'What does "-3-7" split into?', text: "Three parts: an empty one, 3 and 7.\n\n" },
  {
    kind: "compute",
    title: 'split("-") yields ["", "3", "7"]',
    text: 'Number("") is 0, so start = 0 and end = 3. The 7 is lost.\n\n',
  },
  {
    kind: "check",
    title: 'Test "-3-7", "7", "" and "3-"',
    text: '"7" gives end = undefined, so NaN; the loop never runs: an empty list. "3-" ends at 0: empty too.\n\n',
  },
  {
    kind: "conclude",
    title: "One bug: negative numbers",
    text: "So negative numbers are broken, and an empty end is silently accepted.\n",
  },
];

export const sampleAnswer = `**One bug:** negative numbers. \`text.split("-")\` on \`"-3-7"\` gives \`["", "3", "7"]\`, so \`start\` becomes \`0\` and the result is 0…3 instead of −3…7.

The end is inclusive as documented; an empty end (\`"3-"\`) silently yields an empty list and should be refused:

\`\`\`typescript
const match = /^(-?\\d+)(?:-(-?\\d+))?$/.exec(text); // both signs
if (!match) throw new RangeError(\`Not a range: \${text}\`);
const start = Number(match[1]), end = Number(match[2] ?? start);
\`\`\`

| input | now | wanted |
|---|---|---|
| \`3-7\` | 3…7 | 3…7 |
| \`-3-7\` | 0…3 | −3…7 |

See line 13 and [MDN](https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/String/split).
`;

/** Milliseconds each step takes. */
const pace = 3400;

/** A run up to its last step, which still grows; `count` steps of the sample. */
export function thinking(count: number, run: RunHead = head): Change[] {
  const changes: Change[] = [
    { op: "begin", version: 1, run },
    { op: "status", status: { state: "waiting" }, at: 0 },
    { op: "status", status: { state: "thinking" }, at: 800 },
  ];
  sampleSteps.slice(0, count).forEach(({ kind, title, text }, index) => {
    const at = 800 + index * pace;
    changes.push({ op: "openStep", step: index + 1, title, kind, carry: 0, at });
    const before = sampleSteps[index - 1];
    if (before) changes.push({ op: "closeStep", step: index, title: before.title, kind: before.kind, at });
    for (const piece of text.match(/[\s\S]{1,7}/g) ?? [])
      changes.push({ op: "growStep", step: index + 1, text: piece });
  });
  return changes;
}

/** The end of the reasoning and the answer, up to `length` characters of it. */
export function answering(length = sampleAnswer.length): Change[] {
  const last = sampleSteps.at(-1);
  if (!last) return [];
  const at = 800 + sampleSteps.length * pace;
  const pieces = sampleAnswer.slice(0, length).match(/[\s\S]{1,5}/g) ?? [];
  return [
    { op: "closeStep", step: sampleSteps.length, title: last.title, kind: last.kind, at },
    { op: "status", status: { state: "answering" }, at },
    ...pieces.map((text): Change => ({ op: "growAnswer", text })),
  ];
}

export const usage: Change = {
  op: "usage",
  usage: { promptTokens: 412, completionTokens: 2140, reasoningTokens: 1920 },
};

export function ended(): Change[] {
  return [usage, { op: "status", status: { state: "done", finish: "stop" }, at: 52_300 }];
}

export function wholeRun(run: RunHead = head): Change[] {
  return [...thinking(sampleSteps.length, run), ...answering(), ...ended()];
}
