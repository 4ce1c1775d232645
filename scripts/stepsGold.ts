import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { StepKind } from "../src/core/steps/step.ts";
import { stepKinds } from "../src/core/steps/step.ts";

/** A hand-marked trace; the line is the row as the scorer reads it. */
export interface GoldTrace {
  id: string;
  lang: string;
  domain: string;
  reasoning: string;
  line: string;
}

const shared = join(import.meta.dirname, "../../shared/steps");
const files = ["dev.jsonl", "dev2.jsonl", "dev3.jsonl"].map((name) => join(shared, "gold", name));
const scorerLink = join(shared, "segscore.mjs");
/** By its real path, as it only scores when started by that. */
export const scorer = existsSync(scorerLink) ? realpathSync(scorerLink) : scorerLink;

/** The first file without which nothing can be scored, or undefined when all are there. */
export function missingGold(): string | undefined {
  return [scorer, ...files].find((path) => !existsSync(path));
}

export function readGold(): GoldTrace[] {
  return files.flatMap((file) => readFileSync(file, "utf8").trimEnd().split("\n").map(readTrace));
}

function readTrace(line: string): GoldTrace {
  const row: unknown = JSON.parse(line);
  const text = (key: string): string => {
    const value: unknown =
      typeof row === "object" && row !== null ? Object.getOwnPropertyDescriptor(row, key)?.value : undefined;
    return typeof value === "string" ? value : "";
  };
  return { id: text("id"), lang: text("lang"), domain: text("domain"), reasoning: text("reasoning"), line };
}

/** What a reader marked: a cut, one that may be left out, a place where one is as good, or nothing. */
type Mark = "cut" | "soft" | "also" | "none";

interface Marks {
  at(offset: number): Mark;
  /** What the reader said the step from there on does. */
  kindAt(offset: number): StepKind | undefined;
}

/** The marks of a trace; a place is found from the blank space before it, too. */
export function marksOf({ reasoning, line }: GoldTrace): Marks {
  const row: { gold_segments?: { start: number; soft?: boolean; label?: string }[]; also?: number[] } =
    JSON.parse(line);
  const textFrom = (offset: number): number => offset + reasoning.slice(offset).search(/\S|$/);
  const marks = new Map<number, Mark>();
  const labels = new Map<number, string | undefined>();
  for (const offset of row.also ?? []) marks.set(textFrom(offset), "also");
  for (const [at, { start, soft, label }] of row.gold_segments?.entries() ?? []) {
    labels.set(textFrom(start), label);
    if (at > 0) marks.set(textFrom(start), soft === true ? "soft" : "cut");
  }
  return {
    at: (offset) => marks.get(textFrom(offset)) ?? "none",
    kindAt(offset) {
      const label = labels.get(textFrom(offset));
      return stepKinds.find((kind) => kind === label);
    },
  };
}

/** Every fifth trace within its language and domain, in an order that only the ids decide: nobody reads these. */
export function heldOut(traces: readonly GoldTrace[]): Set<string> {
  const ordered = traces.toSorted(
    (one, other) =>
      compare(`${one.lang}/${one.domain}`, `${other.lang}/${other.domain}`) || hash(one.id) - hash(other.id),
  );
  return new Set(ordered.filter((_, index) => index % 5 === 2).map(({ id }) => id));
}

/** The four kinds of traces that each have to be cut well. */
export function fieldOf({ lang, domain }: GoldTrace): string {
  if (lang === "zh") return "Chinese";
  if (domain.includes("code")) return "code";
  return /math|science|open/.test(domain) ? "maths" : "prose";
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** FNV-1a with a last mix, so that ids that look alike do not stand together. */
function hash(text: string): number {
  let value = 2_166_136_261;
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0;
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0;
  return (value ^ (value >>> 12)) >>> 0;
}
