import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** A recorded run: what it is an answer to, what was thought, what was said. */
export interface Trace {
  name: string;
  /** Fits a message in which of each group at least one text occurs; without groups it fits any message. */
  match: string[][];
  language: string;
  reasoning: string;
  answer: string;
}

const answerMark = "\n=== answer ===\n";

/**
 * Reads a trace file: between `---` lines a `match: a + b | c` (a, and b or c; `*` for anything) and perhaps
 * a `language: zh`, then the reasoning, a line `=== answer ===` and the answer. Throws naming the file.
 */
export function parseTrace(name: string, file: string): Trace {
  const text = file.replaceAll("\r\n", "\n");
  const front = /^---\n([\s\S]*?)\n---\n/.exec(text);
  const mark = text.indexOf(answerMark);
  if (front?.[1] === undefined || mark < 0) throw new Error(`${name}: not a trace file`);
  const fields = new Map(front[1].split("\n").map(field));
  const match = fields.get("match");
  if (match === undefined) throw new Error(`${name}: no match line`);
  return {
    name,
    match: match === "*" ? [] : match.split(" + ").map((group) => group.split(" | ")),
    language: fields.get("language") ?? "en",
    reasoning: text.slice(front[0].length, mark).trim(),
    answer: text.slice(mark + answerMark.length).trim(),
  };
}

function field(line: string): [key: string, value: string] {
  const colon = line.indexOf(":");
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
}

/** Every trace of a folder, by name. Read afresh each time, so nothing is kept between requests. */
export async function readTraces(folder: string): Promise<Trace[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".md")).toSorted();
  return Promise.all(names.map(async (name) => parseTrace(name, await readFile(join(folder, name), "utf8"))));
}

/**
 * The trace that fits a message best: the one with the most groups, and among equals one in the language of
 * the message. Undefined only when none fits.
 */
export function chooseTrace(traces: Trace[], message: string): Trace | undefined {
  const language = /\p{Script=Han}/u.test(message) ? "zh" : "en";
  const rank = (trace: Trace): number => 2 * trace.match.length + (trace.language === language ? 1 : 0);
  return traces
    .filter(({ match }) => match.every((group) => group.some((text) => message.includes(text))))
    .reduce<Trace | undefined>(
      (best, trace) => (best && rank(best) >= rank(trace) ? best : trace),
      undefined,
    );
}
