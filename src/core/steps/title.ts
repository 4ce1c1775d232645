import { languages } from "./languages.ts";
import type { Line } from "./paragraph.ts";
import type { Titling } from "./titling.ts";

/** The best title so far and how much it says; a plain one only stands in for want of a better. */
export interface TitleSoFar {
  title: string;
  worth: number;
}

/** A sentence further down must say more to be the title. */
const laterCosts = 0.6;
const mostWorth = 3;
const leastWorth = -9;
const trailingMarks = /(?:[\s,;:.!?，。；：？！、…—–-]|\\[([]?)+$/u;
const marks = /[*_"“”’$\\+>#•\t\n]|\s\s|^[-(\d]/u;
const leadingMarks = /^[\s,.:;，。：；'‘]+/u;

/** Betters a step's title by its next sentence, counted from 0. */
export function betterTitle(best: TitleSoFar | undefined, line: Line, index: number): TitleSoFar | undefined {
  const cost = index * laterCosts;
  if (best && line.shape !== "heading" && best.worth >= mostWorth - cost) return best;
  const candidate = candidateOf(line);
  if (candidate && (!best || candidate.worth - cost > best.worth)) {
    return { ...candidate, worth: candidate.worth - cost };
  }
  return best ?? plainTitle(line);
}

function candidateOf({ text, shape }: Line): TitleSoFar | undefined {
  if (shape === "heading") {
    const title = lifted(text);
    return title === "" ? undefined : { title, worth: 9 };
  }
  const bare = withoutMarks(text);
  const titling = titlingFor(bare);
  const main = bare.replace(titling.openers, "").replace(titling.asides, "").replace(titling.openers, "");
  const deed = main.replace(titling.intents, "");
  const title = finished(reworded(deed, titling), titling);
  if (!/\p{L}/u.test(title) || titling.empty.test(title)) return undefined;
  return { title, worth: worthOf(title, { shape, announced: deed !== main, titling }) };
}

function worthOf(title: string, of: { shape: Line["shape"]; announced: boolean; titling: Titling }): number {
  let worth = of.announced ? mostWorth : mostWorth - 1;
  if (of.titling.poor.test(title)) worth -= 1;
  if (title.length < of.titling.shortest) worth -= 1;
  if (of.shape !== "prose") worth -= 1.5;
  return worth;
}

/** Where no sentence says what comes, the first words must do. */
function plainTitle({ text }: Line): TitleSoFar | undefined {
  const bare = withoutMarks(text);
  const titling = titlingFor(bare);
  const tries = [bare.replace(titling.openers, ""), bare].map((said) => finished(said, titling));
  const title = tries.find((one) => one !== "");
  return title === undefined ? undefined : { title, worth: leastWorth };
}

/** A heading is a title already. */
function lifted(text: string): string {
  const bare = text
    .replace(/^(?:#{1,6}\s+|\d{1,2}[.)]\s+)+/, "")
    .replace(/^\*\*([^*]+)\*\*.*$/su, "$1")
    .replaceAll("**", "");
  return finished(bare, titlingFor(bare));
}

/** Drops Markdown's marks, double quotes and the dollars of short formulas. */
function withoutMarks(text: string): string {
  if (!marks.test(text)) return text;
  return text
    .replace(/^(?:[-*•+>#]+|\(?\d{1,2}[.)])\s+/, "")
    .replaceAll(/\*\*|__|["“”]/g, "")
    .replaceAll(/\$([^$\s]{1,12})\$|\\\(\s*([^\\\s]{1,12})\s*\\\)/g, "$1$2")
    .replaceAll("’", "'")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function reworded(text: string, titling: Titling): string {
  const first = /^\w+/.exec(text)?.[0] ?? "";
  const better = titling.firstWords[first.toLowerCase()];
  const plain = better === undefined ? text : better + text.slice(first.length);
  const rewording = titling.rewordings.find(([pattern]) => pattern.test(plain));
  return rewording ? plain.replace(...rewording) : plain;
}

/** Cuts to a clause within the length and trims what must not stand at either end. */
function finished(text: string, titling: Titling): string {
  const sentence = text.split(/(?<=[.!?])\s|[。！？]/u)[0] ?? "";
  let title = wordsWithin(clausesWithin(sentence, titling), titling.longest);
  const trailing = title.length < sentence.length ? titling.dangling : trailingMarks;
  for (let before = ""; before !== title;) {
    before = title;
    title = title.replace(trailingMarks, "").replace(trailing, "");
  }
  return capital(title.replace(leadingMarks, ""));
}

/** Cuts at the first clause that says enough by itself. */
function clausesWithin(text: string, titling: Titling): string {
  let end = 0;
  for (const { index } of text.matchAll(titling.clause)) {
    if (index > titling.longest) break;
    end = index;
    if (end >= titling.shortest) break;
  }
  return end >= titling.shortest || (end > 0 && text.length > titling.longest) ? text.slice(0, end) : text;
}

function wordsWithin(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const head = text.slice(0, longest + 1).replace(/\s*[^\s\u3400-\u9fff]*.$/u, "");
  return head === "" ? text.slice(0, longest) : head;
}

/** Names in code keep their case. */
function capital(title: string): string {
  const word = /^\S*/.exec(title)?.[0] ?? "";
  if (/[_`.(\d]|\p{Ll}\p{Lu}/u.test(word)) return title;
  return title.slice(0, 1).toUpperCase() + title.slice(1);
}

/** The first language that speaks the text's script, else the last. */
function titlingFor(text: string): Titling {
  const titlings = languages.map(({ titling }) => titling);
  const spoken = titlings.find(({ speaks }) => speaks.test(text)) ?? titlings.at(-1);
  if (!spoken) throw new Error("There is no language to title in.");
  return spoken;
}
