import type { StreamKind, Trace } from "./contender.ts";

/** A trace cut into chunks, with numbers woven in that tell how far a page has got. */
export interface Corpus extends Trace {
  chunks: readonly { kind: StreamKind; text: string }[];
  /** How many of the chunks are reasoning. */
  reasoningChunks: number;
}

/** The first of the numbers; each is one more than the one before. */
export const firstMark = 1_000_000;

const opens = ["Okay, so", "First,", "So", "Now,", "Then", "Looking at it again,"];
const turns = ["Wait,", "Alternatively,", "Hmm,", "Let me check:", "But what if", "Actually,"];
const things = [
  "the last row",
  "this index",
  "the empty list",
  "`total(numbers)`",
  "the upper bound",
  "a second key",
];
const deeds = [
  "is read before",
  "never reaches",
  "depends on",
  "may well drop",
  "has to agree with",
  "`return`s",
];
const ends = [
  "the loop has ended",
  "anyone looks at it",
  "the sum is right",
  "what the test expects",
  "the cache",
];
const titles = [
  "Reading the code",
  "Walking through the loop",
  "Edge cases",
  "A second way",
  "Checking the result",
];
const code = "```ts\nfor (const number of numbers) {\n  result += number;\n}\n```";

/** Seeded, so that every run measures the same text. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Prose with titles, lists and code as models write it; about four characters to a chunk. */
export function writeCorpus(reasoningChunks: number, answerChunks: number): Corpus {
  const next = random(7);
  const pick = (words: readonly string[]) => words[Math.floor(next() * words.length)] ?? "";
  let mark = firstMark;

  const sentence = (opening: string) =>
    `${opening} ${pick(things)} ${pick(deeds)} ${pick(ends)}, and ${pick(things)} ${mark++} too.`;
  const paragraph = () => {
    const count = 2 + Math.floor(next() * 4);
    const opening = (at: number) => pick(at === 0 && next() < 0.4 ? turns : opens);
    return Array.from({ length: count }, (_, at) => sentence(opening(at))).join(" ");
  };
  const list = () => Array.from({ length: 4 }, () => `- ${pick(things)} ${pick(deeds)} ${mark++}`).join("\n");
  const text = (units: number, heading: (title: string) => string) => {
    const blocks: string[] = [];
    for (let length = 0; length < units; length += (blocks.at(-1)?.length ?? 0) + 2) {
      const place = blocks.length % 20;
      if (place === 0) blocks.push(heading(pick(titles)));
      else if (place === 7) blocks.push(code);
      else if (place === 13) blocks.push(list());
      else blocks.push(paragraph());
    }
    return `${blocks.join("\n\n")}\n\n`;
  };
  const cut = (kind: StreamKind, whole: string) => {
    const pieces: { kind: StreamKind; text: string }[] = [];
    for (let at = 0; at < whole.length; at += pieces.at(-1)?.text.length ?? 0)
      pieces.push({ kind, text: whole.slice(at, at + 2 + Math.floor(next() * 5)) });
    return pieces;
  };

  const reasoning = text(reasoningChunks * 4, (title) => `**${title}**`);
  const answer = text(answerChunks * 4, (title) => `## ${title}`);
  const thought = cut("reasoning", reasoning);
  return {
    reasoning,
    answer,
    chunks: [...thought, ...cut("answer", answer)],
    reasoningChunks: thought.length,
  };
}
