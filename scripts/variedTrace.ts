import { traces } from "../test/support/traces.ts";
import { readTraces } from "../src/demo/trace.ts";

/**
 * Writes a trace without end and without repeating itself: paragraphs of the project's own traces, in which each
 * sentence of prose is told anew, going from word to word as the traces do, and numbers and names in code are others
 * each time. The same seed writes the same trace.
 */
export async function* variedTrace(seed: number): AsyncGenerator<string> {
  const told = (await readTraces("media/sample/traces")).map(({ reasoning }) => reasoning);
  const paragraphs = [...told, ...Object.values(traces)].flatMap((text) => text.split(/(?:\r?\n){2,}/));
  const follows = followersOf(paragraphs);
  const below = randomBelow(seed);
  for (;;) {
    const paragraph = paragraphs[below(paragraphs.length)] ?? "";
    const anew = isProse(paragraph)
      ? sentencesOf(paragraph)
          .map((one) => retell(one, follows, below))
          .join(" ")
      : paragraph;
    yield `${renumber(anew, below)}\n\n`;
  }
}

/** English sentences only: others keep their words, as their lines tell them apart by less than words. */
function isProse(paragraph: string): boolean {
  return (
    /^[A-Z][\w',]* \w+/.test(paragraph) && !paragraph.includes("\n") && !/[\u3400-\u9fff]/.test(paragraph)
  );
}

function sentencesOf(paragraph: string): string[] {
  return paragraph.split(/(?<=[.!?]) (?=[A-Z])/);
}

/** Which words come after each pair of words; "" comes after the last. */
function followersOf(paragraphs: readonly string[]): Map<string, string[]> {
  const follows = new Map<string, string[]>();
  for (const sentence of paragraphs.filter(isProse).flatMap(sentencesOf)) {
    const words = [...sentence.split(" "), ""];
    for (let at = 2; at < words.length; at++) {
      const pair = `${words[at - 2]} ${words[at - 1]}`;
      follows.set(pair, [...(follows.get(pair) ?? []), words[at] ?? ""]);
    }
  }
  return follows;
}

const longestSentence = 40;

/** Begins a sentence as it stands and goes on as any of the traces might. */
function retell(sentence: string, follows: Map<string, string[]>, below: (limit: number) => number): string {
  const words = sentence.split(" ").slice(0, 2);
  while (words.length < longestSentence) {
    const next = follows.get(`${words.at(-2)} ${words.at(-1)}`);
    const word = next?.[below(next.length)] ?? "";
    if (word === "") break;
    words.push(word);
  }
  return words.join(" ");
}

const syllables = [
  "row",
  "key",
  "sum",
  "list",
  "item",
  "map",
  "line",
  "count",
  "next",
  "last",
  "date",
  "part",
];

/** Other numbers, and for names in code others made of two or three syllables. */
function renumber(text: string, below: (limit: number) => number): string {
  return text
    .replaceAll(/\d+/g, (number) => String(below(10 ** number.length)))
    .replaceAll(/\b[a-z]+(?=[A-Z])[A-Za-z]*\b/g, () => {
      const parts = Array.from({ length: 2 + below(2) }, () => syllables[below(syllables.length)] ?? "");
      return parts.map((part, at) => (at === 0 ? part : part[0]?.toUpperCase() + part.slice(1))).join("");
    });
}

function randomBelow(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
